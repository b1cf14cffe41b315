//! Reads and checks `sensitive_actions.toml`: the actions that return credentials or stored data.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// The possible values of `what`, each with the variant of `Sensitive` in `catalog-policy`.
const CONTENTS: [(&str, &str); 2] = [("credentials", "Credentials"), ("data", "Data")];

/// Actions that return the same kind of content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SensitiveActions {
    /// The variant of `Sensitive` in `catalog-policy`.
    pub what: &'static str,
    /// The full names of the actions.
    pub names: Vec<Spanned<String>>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<SensitiveActions> {
    let form = Form { list: "actions", fields: &["what", "names"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (what, names) = (fields.word("what", &CONTENTS), fields.texts("names"));
        let names = names?.into_iter().map(|name| name_form::action(fields, name)).collect::<Vec<_>>();
        let names = names.into_iter().collect::<Option<Vec<_>>>()?;
        let span = names.first()?.span();
        Some((SensitiveActions { what: what?, names }, span))
    });
    let names = |actions: &SensitiveActions| actions.names.iter().map(|name| name.get_ref().clone()).collect();
    table.report_repeated(form.code, names, found);
    table
}

/// Removes entries with an action that no page defines.
pub(super) fn check(table: &mut FactTable<SensitiveActions>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    let undefined =
        |actions: &SensitiveActions| actions.names.iter().filter_map(|name| names.undefined_action(name)).collect();
    table.remove_undefined(undefined, found);
}
