//! Reads and checks `session_actions.toml`: the actions that some services need in the trust policy of a role.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use super::service_principals;
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A service that assumes roles, and all actions that it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionActions {
    /// The service principal.
    pub service: String,
    /// The full names of the actions.
    pub actions: Vec<Spanned<String>>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<SessionActions> {
    let form = Form { list: "service", fields: &["name", "actions"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (service, actions) = (fields.text("name"), fields.texts("actions"));
        let actions = actions?.into_iter().map(|name| name_form::action(fields, name)).collect::<Vec<_>>();
        let service = service_principals::checked(fields, service?)?;
        let span = service.span();
        let actions = actions.into_iter().collect::<Option<Vec<_>>>()?;
        Some((SessionActions { service: service.into_inner(), actions }, span))
    });
    table.report_repeated(form.code, |service| vec![service.service.clone()], found);
    table
}

/// Removes services with an action that no page defines.
pub(super) fn check(table: &mut FactTable<SessionActions>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    let undefined =
        |service: &SessionActions| service.actions.iter().filter_map(|action| names.undefined_action(action)).collect();
    table.remove_undefined(undefined, found);
}
