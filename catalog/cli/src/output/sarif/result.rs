//! Describes a finding as a `result` of a SARIF log.

use catalog::policy::{
    Finding,
    json::{Lines, Value},
};

use super::{message::message, rules};
use crate::output::json_tree::{array, number, object, string};

/// Describes a finding in the file at a URI. The second argument is the content of the file.
pub(super) fn result(finding: &Finding, text: &[u8], file: &str, lines: &Lines<'_>) -> Value<'static> {
    let artifact = || object([("uri", string(file.to_owned()))]);
    let region = region(finding, lines);
    let physical = object([("artifactLocation", artifact()), ("region", region.clone())]);
    let logical = object([("fullyQualifiedName", string(finding.pointer.clone()))]);
    let location = object([("physicalLocation", physical), ("logicalLocations", array([logical]))]);
    let inserted = inserted(finding, text);
    let fix = finding.suggestion.as_deref().zip(inserted);
    let fix = fix.map(|(suggestion, inserted)| ("fixes", array([self::fix(suggestion, inserted, artifact(), region)])));
    let index = rules::position(finding.id).map(|index| ("ruleIndex", number(index)));
    let members = [("ruleId", string(finding.id.name()))].into_iter().chain(index).chain([
        ("level", string(finding.severity.name())),
        ("message", message(finding.message.clone())),
        ("locations", array([location])),
    ]);
    let tags =
        finding.access_analyzer.map(|_| array(finding.access_analyzer_checks().map(|check| string(check.code()))));
    let properties = tags.map(|tags| ("properties", object([("tags", tags)])));
    object(members.chain(fix).chain(properties))
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

/// Returns the source that replaces the region of a finding. Returns `None` for a region with another encoding than that
/// of JSON.
fn inserted(finding: &Finding, text: &[u8]) -> Option<String> {
    // The region includes the quotes of the string.
    let literal = string(finding.suggestion.as_deref()?).to_string();
    let region = text.get(usize::try_from(finding.span.start).ok()?..)?;
    if region.starts_with(b"\"") {
        return Some(literal);
    }
    // The policy is itself a string of JSON, so its quotes are escaped.
    let escaped = string(literal).to_string();
    let within = escaped.get(1..escaped.len().checked_sub(1)?)?.to_owned();
    region.starts_with(b"\\\"").then_some(within)
}

/// Describes a fix that replaces the region of a finding with a suggestion.
fn fix(suggestion: &str, inserted: String, artifact: Value<'static>, region: Value<'static>) -> Value<'static> {
    let replacement = object([("deletedRegion", region), ("insertedContent", message(inserted))]);
    let change = object([("artifactLocation", artifact), ("replacements", array([replacement]))]);
    object([("description", message(format!("Write `{suggestion}`"))), ("artifactChanges", array([change]))])
}
