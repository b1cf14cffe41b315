//! Lists the rules at the beginning of a SARIF log: a description of each kind of finding.

use catalog::policy::{FindingId, json::Value};

use crate::output::json_tree::{array, object, string};

/// Returns all rules.
pub(super) fn rules() -> Value<'static> {
    array(FindingId::ALL.iter().copied().map(rule))
}

/// Returns the index of a finding's rule in the list of rules.
pub(super) fn position(id: FindingId) -> Option<u32> {
    (0..).zip(FindingId::ALL).find(|(_, other)| **other == id).map(|(position, _)| position)
}

fn rule(id: FindingId) -> Value<'static> {
    // Viewers without Markdown support show this shorter text.
    let text = format!("{}\n\n{}", id.summary(), fix(id.page()));
    let help = object([("text", string(text)), ("markdown", string(id.page()))]);
    let checks = id.access_analyzer_checks().map(|check| string(check.code()));
    let tags = [string(id.group().name())].into_iter().chain(checks);
    object([
        ("id", string(id.name())),
        ("shortDescription", object([("text", string(id.name().replace('-', " ")))])),
        ("fullDescription", object([("text", string(id.summary()))])),
        ("help", help),
        ("defaultConfiguration", object([("level", string(id.severity().name()))])),
        ("properties", object([("tags", array(tags))])),
    ])
}

/// Returns the first paragraph of a page's section on the fix.
fn fix(page: &str) -> &str {
    let section = page.split_once("\n## Fix\n").map_or("", |(_, section)| section);
    section.split("\n\n").next().unwrap_or_default()
}
