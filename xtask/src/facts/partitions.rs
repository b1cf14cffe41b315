//! Reads `partitions.toml`: the partitions of AWS and their regions.

use super::fact::FactTable;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A partition with its regions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    /// The name of the partition, such as `aws`.
    pub name: Spanned<String>,
    /// The names of the regions.
    pub regions: Vec<Spanned<String>>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<Partition> {
    let form = Form { list: "partition", fields: &["name", "regions"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (name, regions) = (fields.text("name"), fields.texts("regions"));
        let (name, regions) = (name?, regions?);
        for part in std::iter::once(&name).chain(&regions).filter(|part| !is_part(part.get_ref())) {
            let message = format!("expected a partition or a region such as `eu-west-1`, found `{}`", part.get_ref());
            fields.bad(message, part.span(), "write lowercase letters, digits and `-`");
        }
        let span = name.span();
        Some((Partition { name, regions }, span))
    });
    let names = |partition: &Partition| {
        let regions = partition.regions.iter().map(|region| region.get_ref().clone());
        regions.chain([partition.name.get_ref().clone()]).collect()
    };
    table.report_repeated(form.code, names, found);
    table
}

/// Returns true if a string has the characters of partitions and regions.
fn is_part(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
