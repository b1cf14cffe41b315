//! Reads `service_principals.toml`: the names of service principals.

use super::fact::FactTable;
use super::reader::{self, FactSource, Fields, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A service principal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServicePrincipal {
    /// The name, such as `ec2.amazonaws.com`.
    pub name: String,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<ServicePrincipal> {
    let form = Form { list: "service", fields: &["name"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let name = fields.text("name")?;
        let name = checked(fields, name)?;
        let span = name.span();
        Some((ServicePrincipal { name: name.into_inner() }, span))
    });
    table.report_repeated(form.code, |service| vec![service.name.clone()], found);
    table
}

/// Checks the form of a field with the name of a service principal.
pub(super) fn checked(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-.".contains(letter);
    if name.get_ref().contains('.') && name.get_ref().chars().all(is_letter) {
        return Some(name);
    }
    let message = format!("expected a service such as `ec2.amazonaws.com`, found `{}`", name.get_ref());
    fields.bad(message, name.span(), "write the name of the service principal");
    None
}
