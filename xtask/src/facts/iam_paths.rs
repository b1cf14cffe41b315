//! Reads and checks `iam_paths.toml`: the beginnings of the resource in an ARN of IAM that IAM accepts.

use super::fact::FactTable;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// The beginning of the resource in an ARN of IAM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IamPath {
    /// The beginning, including the slash after the type.
    pub beginning: Spanned<String>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<IamPath> {
    let form = Form { list: "path", fields: &["beginning"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let beginning = fields.text("beginning")?;
        let span = beginning.span();
        if !beginning.get_ref().ends_with('/') {
            let message = format!("expected a type and a slash such as `role/`, found `{}`", beginning.get_ref());
            fields.bad(message, span, "end it with `/`");
            return None;
        }
        Some((IamPath { beginning }, span))
    });
    table.report_repeated(form.code, |path| vec![path.beginning.get_ref().clone()], found);
    table
}
