//! Formats `catalog/src/services.md`, the table of all services on the front page of the documentation.

use super::file::MARKDOWN_HEADER;
use super::named_service::NamedService;
use super::{summary, tokens};
use crate::counts::{Counts, thousands};
use crate::model::{Edition, FactEditions};
use std::fmt::Write as _;

/// Returns the content of the table. A service is one line, so that the diff of a refresh is easy to read.
pub(super) fn text(services: &[NamedService<'_>], edition: Option<Edition>, facts: FactEditions) -> String {
    let Counts { services: count, actions, resource_types, condition_keys, .. } =
        Counts::from_services(0, services.iter().map(|named| named.service));
    let [actions, resource_types, condition_keys] = [actions, resource_types, condition_keys].map(thousands);
    let as_of = summary::as_of(edition);
    let mut text = format!(
        "{MARKDOWN_HEADER}\n\
         <!-- Source: every page of docs-src. -->\n\n\
         In total: {actions} actions, {resource_types} resource types and {condition_keys} condition keys, \
         {as_of}.\n{}\n\
         <details>\n<summary>Services: {count}, sorted by prefix</summary>\n\n\
         | prefix and module | service | actions | resource types | condition keys |\n\
         | --- | --- | ---: | ---: | ---: |\n",
        of_other_months(facts)
    );
    for named in services {
        line(&mut text, named, edition);
    }
    text.push_str("\n</details>\n");
    text
}

/// Returns a sentence about the facts whose edition differs from that of their pages, with a newline.
fn of_other_months(FactEditions { permission_only, dependent_actions }: FactEditions) -> String {
    let as_of = summary::as_of;
    match (permission_only, dependent_actions) {
        (None, None) => String::new(),
        (Some(_), None) => format!("The permission-only marks are {}.\n", as_of(permission_only)),
        (None, Some(_)) => format!("The dependent actions are {}.\n", as_of(dependent_actions)),
        (one, other) if one == other => {
            format!("The permission-only marks and the dependent actions are {}.\n", as_of(one))
        }
        (one, other) => {
            format!("The permission-only marks are {}, and the dependent actions {}.\n", as_of(one), as_of(other))
        }
    }
}

/// Adds the line of a service. rustdoc resolves the link to its module, and reports a broken link.
fn line(text: &mut String, named: &NamedService<'_>, edition: Option<Edition>) {
    let service = named.service;
    let (prefix, module, name) = (&service.prefix, named.module(), tokens::in_doc(&service.name));
    let own = service.newest_edition();
    let as_of = if own == edition { String::new() } else { format!(" ({})", summary::as_of(own)) };
    // Writing to a string does not fail.
    let _ = writeln!(
        text,
        "| [`{prefix}`](mod@{module}) | {name}{as_of} | {} | {} | {} |",
        summary::actions(service),
        service.resource_types.len(),
        service.condition_keys.len(),
    );
}
