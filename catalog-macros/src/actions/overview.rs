//! Writes the table of all actions in the documentation of their enum.

use super::{
    action::Action,
    service::ServiceOptions,
    spelling::{self, Spellings},
};
use crate::{
    annotated_enum::AnnotatedEnum,
    documentation::{Overview, path_text},
    references::{References, UndefinedName},
};

/// Returns the section of the documentation that contains the table of all actions. Names are spelled as AWS spells
/// them.
pub(super) fn overview(input: &AnnotatedEnum, service: &ServiceOptions, actions: &[Action]) -> String {
    let [types, keys] = [&service.common.resource_types, &service.common.condition_keys].map(path_text);
    let source = spelling::source(input.ident().span()).unwrap_or_default();
    let variants: Vec<String> = input.idents().map(ToString::to_string).collect();
    let name = input.ident().to_string();
    let enums = [&types, &keys].map(|path| path.rsplit("::").next().unwrap_or_default());
    let [type_names, key_names] = spelling::spellings(source, (&name, &variants), enums);
    let mut overview = Overview::new();
    for (action, ident) in actions.iter().zip(input.idents()) {
        overview.action(&action.name, &ident.to_string());
        if action.permission_only {
            overview.say(" (permission only)");
        }
        overview.column();
        overview.say(&action.access_levels.to_string());
        overview.column();
        cell(&mut overview, &types, &type_names, &action.resource_types);
        overview.column();
        cell(&mut overview, &keys, &key_names, &action.condition_keys);
        overview.end();
    }
    overview.finish()
}

/// Adds the entries of a list: variants as links, and names without a variant as code.
fn cell(overview: &mut Overview, path: &str, names: &Spellings, references: &References) {
    let mut divider = "";
    for reference in &references.defined {
        overview.say(divider);
        overview.link(names.get(&reference.name), path, &reference.name);
        overview.say(mark(reference.required));
        divider = ", ";
    }
    for UndefinedName { name, required, .. } in &references.undefined {
        overview.say(divider);
        overview.code(name);
        overview.say(mark(*required));
        overview.say(" (not defined)");
        divider = ", ";
    }
}

/// Returns the suffix of a resource type that shows whether the action requires it.
const fn mark(required: Option<bool>) -> &'static str {
    match required {
        Some(true) => "\\*",
        Some(false) => "",
        None => " (not stated whether required)",
    }
}
