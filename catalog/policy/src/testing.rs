//! Help for the tests of rules: policies around a statement, and a small catalog of its own.

mod fake;

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};

pub(crate) use fake::{FULL, NAMES, TYPED};

use crate::{Config, Finding, PolicyKind, check_text};

/// Returns a policy of one statement.
pub(crate) fn policy(statement: &str) -> String {
    format!(r#"{{"Version": "2012-10-17", "Statement": {{{statement}}}}}"#)
}

/// Returns the findings by the whole catalog. Those by a catalog that knows no more than the macros are the same, except for
/// the ids that need facts.
pub(crate) fn findings(text: &str, kind: PolicyKind) -> Vec<Finding> {
    let by = |catalog| check_text(text.as_bytes(), kind, catalog, &Config::new()).findings;
    let all = by(FULL);
    let without_facts: Vec<_> = all.iter().filter(|finding| !finding.id.needs_facts()).cloned().collect();
    assert_eq!(by(TYPED), without_facts, "a rule that needs facts must declare it: {text}");
    all
}

/// Returns the findings as `id pointer`, with ` -> suggestion` where there is one.
pub(crate) fn found(text: &str, kind: PolicyKind) -> Vec<String> {
    let short = |finding: &Finding| match &finding.suggestion {
        Some(suggestion) => format!("{} {} -> {suggestion}", finding.id, finding.pointer),
        None => format!("{} {}", finding.id, finding.pointer),
    };
    findings(text, kind).iter().map(short).collect()
}

/// Checks the findings of an identity policy with one statement.
pub(crate) fn says(statement: &str, expected: &[&str]) {
    says_of(PolicyKind::Identity, statement, expected);
}

/// Checks the findings of a policy of some kind with one statement.
pub(crate) fn says_of(kind: PolicyKind, statement: &str, expected: &[&str]) {
    assert_eq!(found(&policy(statement), kind), expected, "{statement}");
}

/// Returns an `Allow` of one action on everything, followed by more elements.
pub(crate) fn allow_with(more: &str) -> String {
    format!(r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*"{more}"#)
}

/// Checks the findings of an identity policy with a condition.
pub(crate) fn says_of_condition(condition: &str, expected: &[&str]) {
    says(&allow_with(&format!(r#", "Condition": {{{condition}}}"#)), expected);
}

/// Checks the findings of an identity policy that denies actions.
pub(crate) fn says_of_action(action: &str, expected: &[&str]) {
    says(&format!(r#""Effect": "Deny", "Action": {action}, "Resource": "*""#), expected);
}

/// Returns the message of the only finding of an identity policy with one statement.
pub(crate) fn message(statement: &str) -> String {
    match &findings(&policy(statement), PolicyKind::Identity)[..] {
        [finding] => finding.message.to_string(),
        findings => panic!("one finding is expected: {findings:?}"),
    }
}
