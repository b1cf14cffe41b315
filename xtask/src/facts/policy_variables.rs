//! Reads and checks `policy_variables.toml`: policy variables that are not condition keys.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// Policy variables whose names have the same beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyVariables {
    /// The beginning of the names, with the prefix of the service.
    pub beginning: Spanned<String>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<PolicyVariables> {
    let form = Form { list: "variable", fields: &["beginning"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let beginning = fields.text("beginning")?;
        let beginning = name_form::beginning(fields, beginning)?;
        let span = beginning.span();
        Some((PolicyVariables { beginning }, span))
    });
    table.report_repeated(form.code, |variables| vec![variables.beginning.get_ref().clone()], found);
    table
}

/// Removes variables of services without a page.
pub(super) fn check(table: &mut FactTable<PolicyVariables>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    let undefined = |variables: &PolicyVariables| {
        let (prefix, _) = variables.beginning.get_ref().split_once(':')?;
        names.undefined_service(&Spanned::new(variables.beginning.span(), prefix.to_owned()))
    };
    table.remove_undefined(|variables| undefined(variables).into_iter().collect(), found);
}
