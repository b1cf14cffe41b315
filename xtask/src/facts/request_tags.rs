//! Reads and checks `request_tags.toml`: the actions whose requests carry the condition keys about their tags.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Fields, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A service whose pages list the keys `aws:RequestTag/` and `aws:TagKeys` for resource types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestTags {
    /// The service prefix.
    pub prefix: Spanned<String>,
    /// The full names of the actions whose requests carry both keys.
    pub actions: Vec<Spanned<String>>,
    /// The full names of the actions whose requests carry only `aws:TagKeys`.
    pub only_tag_keys: Vec<Spanned<String>>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<RequestTags> {
    let form = Form { list: "service", fields: &["prefix", "actions", "only-tag-keys"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (prefix, actions) = (fields.text("prefix"), fields.texts("actions"));
        let only_tag_keys = fields.optional_texts("only-tag-keys");
        let prefix = name_form::prefix(fields, prefix?)?;
        let mut names = |list: Vec<Spanned<String>>| {
            list.into_iter().map(|name| action_of(prefix.get_ref(), name, fields)).collect::<Option<Vec<_>>>()
        };
        let (actions, only_tag_keys) = (names(actions?), names(only_tag_keys));
        let span = prefix.span();
        Some((RequestTags { prefix, actions: actions?, only_tag_keys: only_tag_keys? }, span))
    });
    let names = |service: &RequestTags| {
        let actions = service.actions.iter().chain(&service.only_tag_keys).map(|name| name.get_ref().clone());
        actions.chain([service.prefix.get_ref().clone()]).collect()
    };
    table.report_repeated(form.code, names, found);
    table
}

/// Returns the full name of an action, or reports that it is not an action of the service.
fn action_of(prefix: &str, name: Spanned<String>, fields: &mut Fields<'_>) -> Option<Spanned<String>> {
    let name = name_form::action(fields, name)?;
    if name.get_ref().split_once(':').is_some_and(|(of, _)| of == prefix) {
        return Some(name);
    }
    let message = format!("expected an action of `{prefix}`, found `{}`", name.get_ref());
    fields.bad(message, name.span(), "move the action to the entry of its service");
    None
}

/// Removes services with an action that no page defines.
pub(super) fn check(table: &mut FactTable<RequestTags>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    let undefined = |service: &RequestTags| {
        let actions = service.actions.iter().chain(&service.only_tag_keys);
        actions.filter_map(|action| names.undefined_action(action)).collect()
    };
    table.remove_undefined(undefined, found);
}
