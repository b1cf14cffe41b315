//! Describes a finding as a `result` of a SARIF log.

use catalog::policy::{
    Finding,
    json::{Lines, Value},
};

use super::{message::message, rules};
use crate::output::json_tree::{array, number, object, string};

/// Describes a finding in the file at a URI.
pub(super) fn result(finding: &Finding, file: &str, lines: &Lines<'_>) -> Value<'static> {
    let artifact = || object([("uri", string(file.to_owned()))]);
    let region = region(finding, lines);
    let physical = object([("artifactLocation", artifact()), ("region", region.clone())]);
    let logical = object([("fullyQualifiedName", string(finding.pointer.clone()))]);
    let location = object([("physicalLocation", physical), ("logicalLocations", array([logical]))]);
    let fix = finding.suggestion.as_deref().map(|suggestion| ("fixes", array([fix(suggestion, artifact(), region)])));
    let index = rules::position(finding.id).map(|index| ("ruleIndex", number(index)));
    let members = [("ruleId", string(finding.id.name()))].into_iter().chain(index).chain([
        ("level", string(finding.severity.name())),
        ("message", message(finding.message.clone())),
        ("locations", array([location])),
    ]);
    object(members.chain(fix))
}

/// Describes the region of a finding. Lines and columns are counted from 1, and the end is exclusive.
fn region(finding: &Finding, lines: &Lines<'_>) -> Value<'static> {
    let (start, end) = (lines.position(finding.span.start), lines.position(finding.span.end));
    object([
        ("startLine", number(start.line)),
        ("startColumn", number(start.column)),
        ("endLine", number(end.line)),
        ("endColumn", number(end.column)),
    ])
}

/// Describes a fix that replaces the region of a finding with a suggestion.
fn fix(suggestion: &str, artifact: Value<'static>, region: Value<'static>) -> Value<'static> {
    // The region includes the quotes of the string.
    let inserted = message(string(suggestion).to_string());
    let replacement = object([("deletedRegion", region), ("insertedContent", inserted)]);
    let change = object([("artifactLocation", artifact), ("replacements", array([replacement]))]);
    object([("description", message(format!("Write `{suggestion}`"))), ("artifactChanges", array([change]))])
}
