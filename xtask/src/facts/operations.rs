//! Reads and checks `operations.toml`: API operations that are not actions, and the actions that authorize them.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// Operations of one service that are authorized by the same actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizedOperations {
    /// The service's prefix.
    pub service: Spanned<String>,
    /// The operations.
    pub names: Vec<Spanned<String>>,
    /// The full names of the actions.
    pub actions: Vec<Spanned<String>>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<AuthorizedOperations> {
    let form = Form { list: "operation", fields: &["service", "names", "actions"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (service, names, actions) = (fields.text("service"), fields.texts("names"), fields.texts("actions"));
        let service = service.and_then(|service| name_form::prefix(fields, service));
        let names = names.into_iter().flatten().map(|name| name_form::operation(fields, name)).collect::<Vec<_>>();
        let actions = actions.into_iter().flatten().map(|name| name_form::action(fields, name)).collect::<Vec<_>>();
        let service = service?;
        let span = service.span();
        let [names, actions] = [names, actions].map(|names| names.into_iter().collect::<Option<Vec<_>>>());
        Some((AuthorizedOperations { service, names: names?, actions: actions? }, span))
    });
    let full = |operations: &AuthorizedOperations| {
        let names = operations.names.iter().map(Spanned::get_ref);
        names.map(|name| format!("{}:{name}", operations.service.get_ref())).collect()
    };
    table.report_repeated(form.code, full, found);
    table
}

/// Removes operations of a service without a page, and operations with an action that no page defines.
pub(super) fn check(table: &mut FactTable<AuthorizedOperations>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    let undefined = |operations: &AuthorizedOperations| {
        let actions = operations.actions.iter().filter_map(|action| names.undefined_action(action));
        names.undefined_service(&operations.service).into_iter().chain(actions).collect()
    };
    table.remove_undefined(undefined, found);
}
