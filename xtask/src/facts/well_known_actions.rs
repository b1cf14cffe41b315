//! Reads `well_known_actions.toml`: well-known actions of services, for the examples in the documentation.

use super::fact::FactTable;
use super::name_form;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};

/// The best-known actions of several services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WellKnownActions {
    /// The full names, at most one per service.
    pub names: Vec<String>,
}

/// Reads the file. The names are not checked against the pages: if AWS has retired an action, the examples of the
/// service use another one.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<WellKnownActions> {
    let form = Form { list: "well-known", fields: &["actions"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let names = fields.texts("actions")?;
        let span = names.first()?.span();
        let names = names.into_iter().map(|name| name_form::action(fields, name)).collect::<Vec<_>>();
        let names = names.into_iter().map(|name| name.map(toml::Spanned::into_inner)).collect::<Option<Vec<_>>>()?;
        Some((WellKnownActions { names }, span))
    });
    let prefixes = |actions: &WellKnownActions| actions.names.iter().map(|name| prefix(name).to_owned()).collect();
    table.report_repeated(form.code, prefixes, found);
    table
}

impl FactTable<WellKnownActions> {
    /// Returns the name of a service's best-known action, without the prefix.
    #[must_use]
    pub fn of_service(&self, service: &str) -> Option<&str> {
        let mut names = self.values().flat_map(|actions| &actions.names);
        names.find_map(|name| name.strip_prefix(service)?.strip_prefix(':'))
    }
}

fn prefix(name: &str) -> &str {
    name.split_once(':').map_or(name, |(prefix, _)| prefix)
}
