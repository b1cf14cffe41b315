//! Condition operators: their names, and whether one value of the request matches one value of the policy.

use std::cmp::Ordering;

use super::{
    address, date,
    fault::Fault,
    glob::{Part, is_stars, matches, parts},
    number::Number,
    scene::Scene,
    truth::Truth,
    variables::replace,
};

/// The prefix of an operator for keys with several values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    ForAllValues,
    ForAnyValue,
}

/// The comparison of an operator, without its negation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    StringEquals,
    StringEqualsIgnoreCase,
    StringLike,
    /// Numbers that compare in one of these ways.
    Numeric(&'static [Ordering]),
    /// Dates that compare in one of these ways.
    Date(&'static [Ordering]),
    Bool,
    BinaryEquals,
    IpAddress,
    ArnLike,
    Null,
}

impl Test {
    /// Returns true if variables are replaced in the values of the policy.
    pub(crate) fn has_variables(self) -> bool {
        matches!(self, Self::StringEquals | Self::StringEqualsIgnoreCase | Self::StringLike | Self::ArnLike)
    }
}

/// A condition operator.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Operator {
    pub(crate) set: Option<Set>,
    pub(crate) test: Test,
    /// Whether the operator is the negation of the test, such as `StringNotEquals`.
    pub(crate) is_negated: bool,
    pub(crate) has_if_exists: bool,
}

const EQUAL: &[Ordering] = &[Ordering::Equal];
const LESS: &[Ordering] = &[Ordering::Less];
const LESS_OR_EQUAL: &[Ordering] = &[Ordering::Less, Ordering::Equal];
const GREATER: &[Ordering] = &[Ordering::Greater];
const GREATER_OR_EQUAL: &[Ordering] = &[Ordering::Greater, Ordering::Equal];

impl Operator {
    /// Reads the name of an operator.
    pub(crate) fn read(name: &str) -> Option<Self> {
        let (set, name) = match name.split_once(':') {
            Some(("ForAllValues", name)) => (Some(Set::ForAllValues), name),
            Some(("ForAnyValue", name)) => (Some(Set::ForAnyValue), name),
            Some(_) => return None,
            None => (None, name),
        };
        let (name, has_if_exists) = match name.strip_suffix("IfExists") {
            Some(name) => (name, true),
            None => (name, false),
        };
        let (test, is_negated) = match name {
            "StringEquals" => (Test::StringEquals, false),
            "StringNotEquals" => (Test::StringEquals, true),
            "StringEqualsIgnoreCase" => (Test::StringEqualsIgnoreCase, false),
            "StringNotEqualsIgnoreCase" => (Test::StringEqualsIgnoreCase, true),
            "StringLike" => (Test::StringLike, false),
            "StringNotLike" => (Test::StringLike, true),
            "NumericEquals" => (Test::Numeric(EQUAL), false),
            "NumericNotEquals" => (Test::Numeric(EQUAL), true),
            "NumericLessThan" => (Test::Numeric(LESS), false),
            "NumericLessThanEquals" => (Test::Numeric(LESS_OR_EQUAL), false),
            "NumericGreaterThan" => (Test::Numeric(GREATER), false),
            "NumericGreaterThanEquals" => (Test::Numeric(GREATER_OR_EQUAL), false),
            "DateEquals" => (Test::Date(EQUAL), false),
            "DateNotEquals" => (Test::Date(EQUAL), true),
            "DateLessThan" => (Test::Date(LESS), false),
            "DateLessThanEquals" => (Test::Date(LESS_OR_EQUAL), false),
            "DateGreaterThan" => (Test::Date(GREATER), false),
            "DateGreaterThanEquals" => (Test::Date(GREATER_OR_EQUAL), false),
            "Bool" => (Test::Bool, false),
            "BinaryEquals" => (Test::BinaryEquals, false),
            "IpAddress" => (Test::IpAddress, false),
            "NotIpAddress" => (Test::IpAddress, true),
            "ArnEquals" | "ArnLike" => (Test::ArnLike, false),
            "ArnNotEquals" | "ArnNotLike" => (Test::ArnLike, true),
            "Null" if !has_if_exists => (Test::Null, false),
            _ => return None,
        };
        Some(Self { set, test, is_negated, has_if_exists })
    }
}

/// Returns whether a value of the request matches a value of the policy. The negation of the operator does not matter.
pub(crate) fn matches_value(test: Test, expected: &str, actual: &str, has_variables: bool, scene: &Scene) -> Truth {
    match test {
        _ if test.has_variables() => matches_string(test, expected, actual, has_variables, scene),
        Test::Numeric(_) if scene.has(Fault::NumbersAreStrings) => (expected == actual).into(),
        Test::Numeric(orders) => match (Number::read(actual), Number::read(expected)) {
            (Some(actual), Some(expected)) => {
                let order = actual.compare(&expected);
                let is_faulty = scene.has(Fault::LessThanIncludesEqual) && orders == LESS && order == Ordering::Equal;
                (orders.contains(&order) || is_faulty).into()
            }
            _ => Truth::No,
        },
        Test::Date(orders) => match (date::read(actual), date::read(expected)) {
            (Some(actual), Some(expected)) => orders.contains(&actual.cmp(&expected)).into(),
            _ => Truth::No,
        },
        Test::Bool => match (boolean(expected), boolean(actual)) {
            (Some(expected), Some(actual)) => (expected == actual).into(),
            _ => Truth::No,
        },
        Test::BinaryEquals => (expected == actual).into(),
        Test::IpAddress if scene.has(Fault::AddressesAreStrings) => (expected == actual).into(),
        Test::IpAddress => address::is_within(actual, expected).into(),
        _ => Truth::No,
    }
}

/// Reads a boolean, ignoring case.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// Compares with the operators for strings and ARNs, in which variables are replaced.
fn matches_string(test: Test, expected: &str, actual: &str, has_variables: bool, scene: &Scene) -> Truth {
    let has_wildcards = match test {
        Test::StringLike | Test::ArnLike => true,
        _ => scene.has(Fault::StringEqualsTakesWildcards),
    };
    let ignores_case =
        test == Test::StringEqualsIgnoreCase || (test == Test::StringLike && scene.has(Fault::StringLikeIgnoresCase));
    let Some(mut replaced) = replace(expected, has_variables, has_wildcards, scene) else { return Truth::No };
    let mut actual = actual.to_owned();
    if ignores_case {
        replaced.pattern = replaced.pattern.into_iter().map(lower).collect();
        actual = actual.to_ascii_lowercase();
    }
    if !replaced.open.is_empty() {
        return if matches(&replaced.pattern, &actual) { Truth::Unknown(replaced.open) } else { Truth::No };
    }
    match test {
        Test::ArnLike if is_stars(&parts(expected)) => Truth::Yes,
        Test::ArnLike if !scene.has(Fault::ArnLikeCrossesFields) => matches_arn(&replaced.pattern, &actual).into(),
        _ => matches(&replaced.pattern, &actual).into(),
    }
}

fn lower(part: Part) -> Part {
    match part {
        Part::Literal(character) => Part::Literal(character.to_ascii_lowercase()),
        other => other,
    }
}

/// Compares the six fields of two ARNs one by one. The sixth one is the rest.
fn matches_arn(pattern: &[Part], arn: &str) -> bool {
    let fields: Vec<&[Part]> = pattern.splitn(6, |part| *part == Part::Literal(':')).collect();
    let actual: Vec<&str> = arn.splitn(6, ':').collect();
    fields.len() == 6 && actual.len() == 6 && fields.iter().zip(actual).all(|(field, actual)| matches(field, actual))
}
