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
    let (reason, example, cure) = (id.reason(), id.example(), id.cure());
    let help = object([
        ("text", string(format!("{reason}\n\n{example}\n\n{cure}"))),
        // A code block ends at as many marks as it begins with, and no example has three.
        ("markdown", string(format!("{reason}\n\n```json\n{example}\n```\n\n{cure}"))),
    ]);
    object([
        ("id", string(id.name())),
        ("shortDescription", object([("text", string(id.name().replace('-', " ")))])),
        ("fullDescription", object([("text", string(reason))])),
        ("help", help),
        ("defaultConfiguration", object([("level", string(id.severity().name()))])),
    ])
}
