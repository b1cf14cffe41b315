//! The rules in the head of a SARIF log: what is known about each finding.

use catalog::policy::{FindingId, json::Value};

use crate::output::json_tree::{array, object, string};

/// Returns all rules.
pub(super) fn rules() -> Value<'static> {
    array(FindingId::ALL.iter().copied().map(rule))
}

/// Returns the position of a finding's rule among all.
pub(super) fn position(id: FindingId) -> Option<u32> {
    (0..).zip(FindingId::ALL).find(|(_, other)| **other == id).map(|(position, _)| position)
}

fn rule(id: FindingId) -> Value<'static> {
    // The page is readable as plain text, too.
    let help = object([("text", string(id.page())), ("markdown", string(id.page()))]);
    object([
        ("id", string(id.name())),
        ("shortDescription", object([("text", string(id.name().replace('-', " ")))])),
        ("fullDescription", object([("text", string(id.summary()))])),
        ("help", help),
        ("defaultConfiguration", object([("level", string(id.severity().name()))])),
        ("properties", object([("tags", array([string(id.group().name())]))])),
    ])
}
