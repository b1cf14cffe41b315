//! Formats `catalog-macros/src/index.txt`, which lists the names that the checking macros know.

use super::file::TEXT_HEADER;
use super::named_service::NamedService;
use crate::model::LeftOut;

/// Returns the content of the index. `catalog-macros/src/index.rs` describes its format and reads it.
pub(super) fn text(services: &[NamedService<'_>]) -> String {
    let mut text = format!("{TEXT_HEADER}\n# Source: every page of docs-src.\n");
    for named in services {
        service(&mut text, named);
    }
    text
}

fn service(text: &mut String, named: &NamedService<'_>) {
    let NamedService { service, identifiers, .. } = named;
    let left_out = if service.left_out.contains(&LeftOut::Actions) { " actions-left-out" } else { "" };
    line(text, &["[", &service.prefix, " ", &named.module(), left_out, "] ", &service.name]);
    for (action, identifier) in service.actions.iter().zip(&identifiers.actions) {
        if *identifier == action.name {
            line(text, &[&action.name]);
        } else {
            line(text, &[&action.name, " ", identifier]);
        }
    }
    if !service.condition_keys.is_empty() {
        line(text, &["# condition keys"]);
    }
    for (key, identifier) in service.condition_keys.iter().zip(&identifiers.condition_keys) {
        match key.value_type {
            Some(value_type) => line(text, &[&key.name, " ", identifier, ":", value_type.name()]),
            None => line(text, &[&key.name, " ", identifier]),
        }
    }
    let not_defined = service.undefined_condition_keys();
    if !not_defined.is_empty() {
        line(text, &["# condition keys not defined"]);
    }
    for name in not_defined {
        line(text, &[name]);
    }
    // Leave out operations with the name of an action. The macros need operations only to explain unknown action names.
    let is_action = |name: &str| service.actions.iter().any(|action| action.name.eq_ignore_ascii_case(name));
    let mut operations = service.operations.iter().filter(|operation| !is_action(&operation.name)).peekable();
    if operations.peek().is_some() {
        line(text, &["# operations"]);
    }
    for operation in operations {
        let actions: Vec<&str> = operation.actions.iter().map(|needed| needed.action.as_str()).collect();
        line(text, &[&operation.name, " ", &actions.join(" ")]);
    }
}

/// Adds a line. Replaces line endings within names, which would split the line.
fn line(text: &mut String, parts: &[&str]) {
    text.extend(parts.iter().flat_map(|part| part.chars()).map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
    text.push('\n');
}
