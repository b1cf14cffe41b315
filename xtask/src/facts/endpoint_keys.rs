//! Reads and checks `endpoint_keys.toml`: the services whose requests carry the keys about the owner of a VPC endpoint.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A service and the keys about the owner of a VPC endpoint that its requests carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointKeys {
    /// The service's prefix.
    pub prefix: Spanned<String>,
    /// The names of the keys.
    pub keys: Vec<Spanned<String>>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<EndpointKeys> {
    let form = Form { list: "service", fields: &["prefix", "keys"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (prefix, keys) = (fields.text("prefix"), fields.texts("keys"));
        let keys = keys?.into_iter().map(|name| name_form::condition_key(fields, name)).collect::<Vec<_>>();
        let prefix = name_form::prefix(fields, prefix?)?;
        let span = prefix.span();
        let keys = keys.into_iter().collect::<Option<Vec<_>>>()?;
        Some((EndpointKeys { prefix, keys }, span))
    });
    table.report_repeated(form.code, |service| vec![service.prefix.get_ref().clone()], found);
    table
}

/// Removes services without a page.
pub(super) fn check(table: &mut FactTable<EndpointKeys>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    table.remove_undefined(|service| names.undefined_service(&service.prefix).into_iter().collect(), found);
}
