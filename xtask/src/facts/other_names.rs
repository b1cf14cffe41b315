//! Reads and checks `other_names.toml`: common names of services that differ from their prefixes.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A common name of a service that differs from its prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherName {
    /// The name, which consists of lower-case letters and digits.
    pub name: String,
    /// The service's prefix.
    pub service: Spanned<String>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<OtherName> {
    let form = Form { list: "other-name", fields: &["name", "service"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (name, service) = (fields.text("name"), fields.text("service"));
        let service = service.and_then(|service| name_form::prefix(fields, service));
        let name = name?;
        if !name.get_ref().bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            let message = format!("expected lower-case letters and digits, found `{}`", name.get_ref());
            fields.bad(message, name.span(), "remove spaces and hyphens: the linter compares names without them");
            return None;
        }
        let span = name.span();
        Some((OtherName { name: name.into_inner(), service: service? }, span))
    });
    table.report_repeated(form.code, |other| vec![other.name.clone()], found);
    table
}

/// Removes the names of services without a page.
pub(super) fn check(table: &mut FactTable<OtherName>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    table.remove_undefined(|other| names.undefined_service(&other.service).into_iter().collect(), found);
}
