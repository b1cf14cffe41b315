//! Reads and checks `trust_actions.toml`: the actions that a trust policy can name.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// An action that a trust policy can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustAction {
    /// The full name of the action.
    pub name: Spanned<String>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<TrustAction> {
    let form = Form { list: "action", fields: &["name"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let name = fields.text("name")?;
        let name = name_form::action(fields, name)?;
        let span = name.span();
        Some((TrustAction { name }, span))
    });
    table.report_repeated(form.code, |action| vec![action.name.get_ref().clone()], found);
    table
}

/// Removes actions that no page defines.
pub(super) fn check(table: &mut FactTable<TrustAction>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    table.remove_undefined(|action| names.undefined_action(&action.name).into_iter().collect(), found);
}
