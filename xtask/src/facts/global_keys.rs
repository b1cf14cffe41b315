//! Reads and checks `global_keys.toml`, which lists the global condition keys with their types.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::ConditionKeyType;
use toml::Spanned;

/// A global condition key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlobalKey {
    /// The name. The name of a template, such as `aws:RequestTag/`, ends in `/`.
    pub name: Spanned<String>,
    /// The type of the key's values.
    pub value_type: ConditionKeyType,
    /// Whether pages list the key for each action whose requests can carry it.
    pub is_listed_by_action: bool,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<GlobalKey> {
    let types: Vec<_> = ConditionKeyType::ALL.iter().map(|value_type| (value_type.name(), *value_type)).collect();
    let form = Form { list: "key", fields: &["name", "type", "listed-by-action"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (name, value_type) = (fields.text("name"), fields.word("type", &types));
        let is_listed_by_action =
            if fields.has("listed-by-action") { fields.flag("listed-by-action") } else { Some(false) };
        let name = name_form::condition_key(fields, name?)?;
        let span = name.span();
        Some((GlobalKey { name, value_type: value_type?, is_listed_by_action: is_listed_by_action? }, span))
    });
    table.report_repeated(form.code, |key| vec![key.name.get_ref().clone()], found);
    table
}

/// Removes keys with the prefix of a service without a page.
pub(super) fn check(table: &mut FactTable<GlobalKey>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    let undefined = |key: &GlobalKey| {
        let (prefix, _) = key.name.get_ref().split_once(':')?;
        // A prefix with a dot is the domain of an identity provider.
        let is_service = prefix != "aws" && !prefix.contains('.');
        is_service.then(|| names.undefined_service(&Spanned::new(key.name.span(), prefix.to_owned())))?
    };
    table.remove_undefined(|key| undefined(key).into_iter().collect(), found);
}
