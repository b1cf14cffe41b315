//! Reads and checks the entries of `known_errors.toml` about condition keys whose type on AWS's page is wrong.
//!
//! The catalog keeps the type of the page. The linter considers the type unknown, because an example of AWS contradicts
//! the page.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::ConditionKeyType;
use toml::Spanned;

/// A condition key whose type on AWS's page is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongType {
    /// The name of the key.
    pub key: Spanned<String>,
    /// The type on the page.
    pub listed: ConditionKeyType,
}

/// The other list of the file, which [`known_errors`](super::known_errors) reads.
const OTHER_LIST: &[&str] = &["repeated-name"];

/// The list of these entries.
pub(super) const LIST: &str = "wrong-type";

/// Reads the entries. Errors that `found` already contains are not repeated, because the file is read twice.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<WrongType> {
    let types: Vec<_> = ConditionKeyType::ALL.iter().map(|value_type| (value_type.name(), *value_type)).collect();
    let form = Form { list: LIST, fields: &["key", "listed", "reason"], code: Code::BadFact };
    let mut errors = Vec::new();
    let table = reader::read_with_head(source, form, (OTHER_LIST, |_, _| {}), &mut errors, |fields| {
        let (key, listed, reason) = (fields.text("key"), fields.word("listed", &types), fields.text("reason"));
        let key = name_form::condition_key(fields, key?)?;
        let (span, _) = (key.span(), reason?);
        Some((WrongType { key, listed: listed? }, span))
    });
    table.report_repeated(form.code, |wrong| vec![wrong.key.get_ref().clone()], &mut errors);
    for error in errors {
        if !found.contains(&error) {
            found.push(error);
        }
    }
    table
}

/// Removes the keys that no page defines with the wrong type. If the file is next to the pages, they are errors.
pub(super) fn check(table: &mut FactTable<WrongType>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    table.remove_undefined(
        |wrong| names.undefined_condition_key(&wrong.key, [].into_iter()).into_iter().collect(),
        found,
    );
    let is_needed = |wrong: &WrongType| names.may_have_type(wrong.key.get_ref(), wrong.listed);
    for fact in table.facts.iter().filter(|fact| table.is_own && !is_needed(&fact.value)) {
        let WrongType { key, listed } = &fact.value;
        let message = format!("unneeded entry: no page states the type {listed} for `{}`", key.get_ref());
        found.push(table.error(Code::UnusedFact, message, fact.span.clone()).help("remove or correct the entry"));
    }
    table.facts.retain(|fact| is_needed(&fact.value));
}
