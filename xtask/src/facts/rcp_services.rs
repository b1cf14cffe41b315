//! Reads and checks `rcp_services.toml`: the services that resource control policies apply to.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A service that resource control policies apply to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RcpService {
    /// The service's prefix.
    pub prefix: Spanned<String>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<RcpService> {
    let form = Form { list: "service", fields: &["prefix"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let prefix = fields.text("prefix")?;
        let prefix = name_form::prefix(fields, prefix)?;
        let span = prefix.span();
        Some((RcpService { prefix }, span))
    });
    table.report_repeated(form.code, |service| vec![service.prefix.get_ref().clone()], found);
    table
}

/// Removes services without a page.
pub(super) fn check(table: &mut FactTable<RcpService>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    table.remove_undefined(|service| names.undefined_service(&service.prefix).into_iter().collect(), found);
}
