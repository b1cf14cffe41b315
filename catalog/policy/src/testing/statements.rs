//! Compares the findings of policies around a statement, a condition, a value, an action or a resource.

use alloc::{format, string::String, vec::Vec};

use super::findings::found;
use crate::kind::PolicyKind;

/// Returns a policy with one statement.
pub(crate) fn policy(statement: &str) -> String {
    format!(r#"{{"Version": "2012-10-17", "Statement": {{{statement}}}}}"#)
}

/// Returns a policy with several statements.
pub(crate) fn policy_of(statements: &[&str]) -> String {
    format!(r#"{{"Version": "2012-10-17", "Statement": [{{{}}}]}}"#, statements.join("}, {"))
}

/// Returns an `Allow` of one action on all resources, followed by more elements.
pub(crate) fn allow_with(more: &str) -> String {
    format!(r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*"{more}"#)
}

/// Returns a `Deny` of actions on all resources, with a condition.
pub(crate) fn deny_with(actions: &str, condition: &str) -> String {
    format!(r#""Effect": "Deny", "Action": {actions}, "Resource": "*", "Condition": {{{condition}}}"#)
}

/// Returns a `Deny` whose resource has a name of the given length.
pub(crate) fn long_statement(letters: usize) -> String {
    let name = "a".repeat(letters);
    format!(r#""Effect": "Deny", "Action": "ses:SendEmail", "Resource": "arn:aws:ses:*:*:*/home/{name}""#)
}

/// Checks the findings of a policy.
pub(crate) fn finds_of_text(kind: PolicyKind, text: &str, expected: &[&str]) {
    assert_eq!(found(text, kind), expected, "{text}");
}

/// Checks the findings of a policy with one statement.
pub(crate) fn finds_of(kind: PolicyKind, statement: &str, expected: &[&str]) {
    finds_of_text(kind, &policy(statement), expected);
}

/// Checks the findings of an identity policy with one statement.
pub(crate) fn finds(statement: &str, expected: &[&str]) {
    finds_of(PolicyKind::Identity, statement, expected);
}

/// Checks the findings of an identity policy with a condition.
pub(crate) fn finds_of_condition(condition: &str, expected: &[&str]) {
    finds(&allow_with(&format!(r#", "Condition": {{{condition}}}"#)), expected);
}

/// Checks the findings of an identity policy that compares a key with one value or with a list of values.
///
/// In the expected findings, `@` is the pointer of the key and `#` the pointer of the operator.
pub(crate) fn finds_of_value(operator: &str, key: &str, value: &str, expected: &[&str]) {
    let at_operator = format!("/Statement/Condition/{operator}");
    let at_key = format!("{at_operator}/{}", key.replace('/', "~1"));
    let expected: Vec<_> = expected.iter().map(|text| text.replace('@', &at_key).replace('#', &at_operator)).collect();
    let expected: Vec<_> = expected.iter().map(String::as_str).collect();
    finds_of_condition(&format!(r#""{operator}": {{"{key}": {value}}}"#), &expected);
}

/// Checks the findings of an identity policy that denies actions.
pub(crate) fn finds_of_action(actions: &str, expected: &[&str]) {
    finds_of_resource(actions, r#""*""#, expected);
}

/// Checks the findings of an identity policy that denies actions on resources.
pub(crate) fn finds_of_resource(actions: &str, resources: &str, expected: &[&str]) {
    finds(&format!(r#""Effect": "Deny", "Action": {actions}, "Resource": {resources}"#), expected);
}
