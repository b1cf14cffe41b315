//! The format `json` of decisions.

use std::borrow::Cow;

use catalog::policy::{
    evaluate::{Lack, Missing, NearestStatement, PolicySlot, Scenario, StatementReference},
    json::Value,
};

use crate::{
    output::json_tree::{array, count, null, number, object, string, string_or_null},
    scenarios::{ScenarioFile, place},
};

/// Returns the decision about a scenario.
pub(crate) fn decision<'s>(file: &'s ScenarioFile<'_>, scenario: &'s Scenario<'_>) -> Value<'s> {
    let decision = scenario.decide();
    let by = decision.by();
    let missing = decision.missing();
    object([
        ("name", string_or_null(scenario.name.as_deref())),
        ("decision", string(decision.outcome().name())),
        ("by", array(by.iter().map(|statement| reference(file, scenario, statement)))),
        ("open", array(decision.open_keys().into_iter().map(string))),
        ("missing", array(missing.iter().map(|missing| missing_policy(file, scenario, missing)))),
        ("reason", string(decision.reason().to_string())),
    ])
}

fn reference<'s>(
    file: &'s ScenarioFile<'_>,
    scenario: &'s Scenario<'_>,
    statement: &StatementReference<'s>,
) -> Value<'s> {
    let place = place(file, scenario, statement);
    object([
        ("policy", string(statement.policy().to_string())),
        ("statement", count(statement.index())),
        ("sid", string_or_null(statement.sid())),
        ("file", place.as_ref().map_or(null(), |place| string(place.file.clone()))),
        ("line", place.as_ref().map_or(null(), |place| number(place.position.line))),
        ("column", place.as_ref().map_or(null(), |place| number(place.position.column))),
    ])
}

fn missing_policy<'s>(file: &'s ScenarioFile<'_>, scenario: &'s Scenario<'_>, missing: &Missing<'s>) -> Value<'s> {
    let policy = match missing.slot() {
        PolicySlot::ServiceControl { level } => Cow::Owned(format!("service_control[{level}]")),
        slot => Cow::Borrowed(slot.name()),
    };
    let nearest = missing.nearest().map_or(null(), |nearest| nearest_statement(file, scenario, nearest));
    object([("policy", string(policy)), ("nearest", nearest)])
}

fn nearest_statement<'s>(
    file: &'s ScenarioFile<'_>,
    scenario: &'s Scenario<'_>,
    nearest: &NearestStatement<'s>,
) -> Value<'s> {
    let lacks = nearest.lacks().iter().map(|lack| {
        let (part, name) = match lack {
            Lack::Principal { principal } => ("principal", principal.clone()),
            Lack::Resource { resource } => ("resource", resource.clone()),
            Lack::Comparison { key, .. } => ("condition", key.clone()),
            _ => ("other", String::new()),
        };
        object([("part", string(part)), ("name", string(name)), ("message", string(lack.to_string()))])
    });
    object([("statement", reference(file, scenario, &nearest.statement())), ("lacks", array(lacks))])
}
