//! Whether the `Condition` of a statement is true for a request.

use std::collections::BTreeSet;

use catalog_policy::json::Value;

use super::{
    context::Known,
    fault::Fault,
    operator::{Operator, Set, Test, boolean, matches_value},
    reading::{is_object, members, scalars},
    scene::Scene,
    truth::Truth,
    variables::replace,
};

/// Returns whether all operators of a condition are true for all of their keys.
pub(crate) fn is_true(condition: &Value<'_>, has_variables: bool, scene: &Scene) -> Truth {
    if !is_object(condition) {
        return Truth::No;
    }
    let operators = members(condition);
    let answers = operators.iter().map(|(name, keys)| {
        if !is_object(keys) {
            return Truth::No;
        }
        let Some(operator) = Operator::read(name) else { return Truth::No };
        Truth::all(members(keys).iter().map(|(key, values)| {
            let values = scalars(values);
            compare(operator, key, &values, has_variables, scene)
        }))
    });
    if scene.has(Fault::OperatorsAreOr) && operators.len() > 1 { Truth::any(answers) } else { Truth::all(answers) }
}

/// Compares the values of a key with the values that the policy lists.
fn compare(operator: Operator, key: &str, expected: &[String], has_variables: bool, scene: &Scene) -> Truth {
    let known = scene.context.get(key);
    if operator.test == Test::Null {
        let is_null = |is_null: bool| Truth::from(expected.iter().any(|value| boolean(value) == Some(is_null)));
        return match (operator.set, known) {
            (Some(Set::ForAllValues), _) => Truth::Yes,
            (Some(Set::ForAnyValue), _) => Truth::No,
            (None, Known::Open { may_be_absent: false }) => is_null(false),
            (None, Known::Open { .. }) if is_null(false) == is_null(true) => is_null(false),
            (None, Known::Open { .. }) => Truth::depends_on(&key.to_ascii_lowercase()),
            (None, known) => is_null((known == Known::Absent) != scene.has(Fault::NullIsReversed)),
        };
    }
    let actual = match known {
        Known::Open { .. } => return depends_on_values(operator.test, key, expected, has_variables, scene),
        Known::Absent if operator.has_if_exists && !scene.has(Fault::IfExistsIsIgnored) => return Truth::Yes,
        Known::Absent => Vec::new(),
        Known::Values(values) => values,
    };
    let matches_any = |actual: &String| {
        let answers =
            expected.iter().map(|expected| matches_value(operator.test, expected, actual, has_variables, scene));
        match operator.is_negated {
            true if scene.has(Fault::NegatedValuesAreOr) => Truth::all(answers),
            false if scene.has(Fault::ValuesAreAnd) => Truth::all(answers),
            _ => Truth::any(answers),
        }
    };
    let is_null = actual.is_empty() || (actual.len() == 1 && actual.iter().all(String::is_empty));
    let answers = actual.iter().map(matches_any);
    match (operator.set, operator.is_negated) {
        (Some(Set::ForAllValues), _) if is_null => (!scene.has(Fault::ForAllValuesOfNothing)).into(),
        (Some(Set::ForAnyValue), is_negated) if is_null => {
            (is_negated && scene.has(Fault::ForAnyValueOfNothing)).into()
        }
        (None, true) if actual.is_empty() && scene.has(Fault::NegatedNeedsKey) => Truth::No,
        (Some(Set::ForAllValues), false) => Truth::all(answers),
        (Some(Set::ForAllValues), true) => Truth::all(answers.map(|answer| !answer)),
        (Some(Set::ForAnyValue), true) => Truth::any(answers.map(|answer| !answer)),
        (Some(Set::ForAnyValue) | None, false) => Truth::any(answers),
        (None, true) => !Truth::any(answers),
    }
}

/// Returns the answer for an open key. It also depends on the open keys of variables in the values of the policy.
fn depends_on_values(test: Test, key: &str, expected: &[String], has_variables: bool, scene: &Scene) -> Truth {
    let mut keys = BTreeSet::from([key.to_ascii_lowercase()]);
    if test.has_variables() {
        let replaced = expected.iter().filter_map(|value| replace(value, has_variables, false, scene));
        keys.extend(replaced.flat_map(|replaced| replaced.open));
    }
    Truth::Unknown(keys)
}
