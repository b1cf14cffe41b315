//! Formats the documentation of a service's module: numbers of names, sources, and facts that the pages do not state.

use super::named_service::NamedService;
use super::tokens;
use crate::model::{Action, ActionResource, Edition, LeftOut, Page, Service};
use catalog_core::reference_url::REFERENCE;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;

/// Returns the documentation of the service's module as Markdown, with one fact per line for readable diffs.
pub(super) fn text(named: &NamedService<'_>, edition: Option<Edition>) -> String {
    let service = named.service;
    let mut text = format!("{} (service prefix `{}`): ", tokens::in_doc(&service.name), service.prefix);
    // Writing to a string does not fail.
    let _ = match (service.actions.len(), service.left_out.contains(&LeftOut::Actions)) {
        (known, false) => write!(text, "{}, ", count(known, "action")),
        (0, true) => write!(text, "actions left out, "),
        (known, true) => write!(text, "{} and more, ", count(known, "action")),
    };
    let _ = write!(text, "{}, ", count(service.resource_types.len(), "resource type"));
    let _ = write!(text, "{}", count(service.condition_keys.len(), "condition key"));
    if !service.operations.is_empty() {
        let _ = write!(text, ", {}", count(service.operations.len(), "API operation"));
    }
    text.push_str(".\n\n");
    ask(&mut text, named);
    sources(&mut text, service, edition);
    not_stated(&mut text, service);
    text
}

/// Formats the number of actions, such as `12`, or `12 and more` if a page leaves out actions.
pub(super) fn actions(service: &Service) -> String {
    match (service.actions.len(), service.left_out.contains(&LeftOut::Actions)) {
        (known, false) => known.to_string(),
        (0, true) => "left out".to_owned(),
        (known, true) => format!("{known} and more"),
    }
}

/// Writes examples of how to use the service, with the name of an action.
fn ask(text: &mut String, named: &NamedService<'_>) {
    let Some(name) = named.example() else {
        text.push_str("At run time, [`SERVICE`] lists everything.\n\n");
        return;
    };
    let (prefix, module) = (&named.service.prefix, named.module());
    let _ = write!(
        text,
        "* At a glance: [`Action`](Action#at-a-glance), with access levels, resource types and condition keys.\n\
         * Checked by the compiler: `action!(\"{prefix}:{name}\")`.\n\
         * At run time: `\"{prefix}:{name}\".parse::<{module}::Action>()`, and [`SERVICE`] lists everything.\n\n"
    );
}

/// Writes the pages of the service, the newest first, each with its month if that differs from the catalog's.
fn sources(text: &mut String, service: &Service, edition: Option<Edition>) {
    let newest = service.newest_edition();
    let (today, older): (Vec<&Page>, _) = service.pages.iter().partition(|page| page.edition == newest);
    let names: Vec<String> = today.iter().map(|page| link(page)).collect();
    let as_of_newest = if newest == edition { String::new() } else { format!(", {}", as_of(newest)) };
    let _ = writeln!(text, "From {}{as_of_newest}.", names.join(", "));
    for Page { file, edition } in older {
        let _ = writeln!(text, "Facts that the newer pages do not state are from `{file}`, {}.", as_of(*edition));
    }
}

/// Formats an edition, such as `as of 2026-09`.
pub(super) fn as_of(edition: Option<Edition>) -> String {
    edition.map_or_else(|| "of a month that is not stated".to_owned(), |edition| format!("as of {edition}"))
}

/// Formats the name of a page, with a link to AWS's page if the name can be a part of a URL.
fn link(page: &Page) -> String {
    let file = &page.file;
    let plain = |stem: &&str| stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    match file.strip_suffix(".md").filter(plain) {
        Some(stem) => format!("`{file}` ([AWS's page]({REFERENCE}/{stem}.html))"),
        None => format!("`{file}`"),
    }
}

/// Writes which facts the pages do not state, and for how many actions.
///
/// A fact that is not stated is unknown, and differs from an empty fact such as an empty list of dependent actions.
fn not_stated(text: &mut String, service: &Service) {
    let lacking = |lacks: fn(&Action) -> bool| service.actions.iter().filter(|action| lacks(action)).count();
    let facts = [
        ("descriptions", lacking(|action| action.description.is_none())),
        ("access levels", lacking(|action| action.access_levels.is_empty())),
        ("dependent actions", lacking(|action| action.rows.iter().all(|row| row.dependent_actions.is_none()))),
        (
            "whether resource types are required",
            lacking(|action| resource_types(action).any(|of| of.required.is_none())),
        ),
    ];
    let total = service.actions.len();
    let facts: Vec<String> = facts
        .iter()
        .filter(|(_, lacking)| *lacking > 0)
        .map(|(fact, lacking)| match *lacking {
            all if all == total => (*fact).to_owned(),
            some => format!("{fact} of {}", count(some, "action")),
        })
        .collect();
    if !facts.is_empty() {
        let _ = writeln!(text, "Not stated: {}.", facts.join("; "));
    }
    let not_defined = not_defined(service);
    if !not_defined.is_empty() {
        let _ = writeln!(text, "Used but not defined by AWS: {}.", not_defined.join(", "));
    }
    if service.left_out.contains(&LeftOut::Actions) {
        text.push_str("A page leaves out its table of actions, so the list of actions is incomplete.\n");
    }
}

/// Returns the resource types in the rows and scenarios of an action.
fn resource_types(action: &Action) -> impl Iterator<Item = &ActionResource> {
    let of_scenarios = action.scenarios.iter().flat_map(|scenario| &scenario.resource_types);
    action.rows.iter().flat_map(|row| &row.resource_types).chain(of_scenarios)
}

/// Returns the names that the service uses but does not define: sorted resource types, and then condition keys.
fn not_defined(service: &Service) -> Vec<String> {
    let types: HashSet<&str> = service.resource_types.iter().map(|item| item.name.as_str()).collect();
    let used_types = service.actions.iter().flat_map(resource_types).map(|of| of.name.as_str());
    let types: BTreeSet<&str> = used_types.filter(|name| !types.contains(name)).collect();
    types.into_iter().chain(service.undefined_condition_keys()).map(tokens::in_doc).collect()
}

/// Formats a count with its noun: `no actions`, `1 action` or `2 actions`.
fn count(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
