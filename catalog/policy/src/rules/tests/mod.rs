//! Each rule: where it speaks, where it does not, what it suggests. The catalog is a small one of its own.

mod fake;
mod hostile;
mod speaks;
mod trust;
mod values;

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use fake::{FULL, NAMES, TYPED};

use super::check_text;
use crate::{Config, PolicyKind, finding::Finding};

/// A policy of one statement.
fn policy(statement: &str) -> String {
    format!(r#"{{"Version": "2012-10-17", "Statement": {{{statement}}}}}"#)
}

/// The findings of the whole catalog. Those of one that knows no more than the macros are the same, but for the ids that
/// need facts: whoever adds a rule hears of it here.
fn findings(text: &str, kind: PolicyKind) -> Vec<Finding> {
    let by = |catalog| check_text(text.as_bytes(), kind, catalog, &Config::new()).findings;
    let all = by(FULL);
    let without_facts: Vec<_> = all.iter().filter(|finding| !finding.id.needs_facts()).cloned().collect();
    assert_eq!(by(TYPED), without_facts, "{text}");
    all
}

/// The findings as `id pointer`, with ` -> suggestion` where there is one.
fn found(text: &str, kind: PolicyKind) -> Vec<String> {
    let short = |finding: &Finding| match &finding.suggestion {
        Some(suggestion) => format!("{} {} -> {suggestion}", finding.id, finding.pointer),
        None => format!("{} {}", finding.id, finding.pointer),
    };
    findings(text, kind).iter().map(short).collect()
}

/// Checks a statement of an identity policy.
fn says(statement: &str, expected: &[&str]) {
    assert_eq!(found(&policy(statement), PolicyKind::Identity), expected, "{statement}");
}

/// Checks a statement of another kind.
fn says_of(kind: PolicyKind, statement: &str, expected: &[&str]) {
    assert_eq!(found(&policy(statement), kind), expected, "{statement}");
}

#[test]
fn names_alone_silence_the_rules_that_need_more() {
    let statement = r#""Effect": "Allow", "Action": ["s3:GetObject", "ses:SendEmial"], "Resource": "arn:aws:s3:::b",
        "Condition": {"NumericEquals": {"ses:FromAddress": 1, "aws:SourceIp": 2}}"#;
    let ids = |catalog| {
        let outcome = check_text(policy(statement).as_bytes(), PolicyKind::Identity, catalog, &Config::new());
        outcome.findings.iter().map(|finding| finding.id.name()).collect::<Vec<_>>()
    };
    assert_eq!(ids(NAMES), ["unknown-action", "operator-type"]);
    assert_eq!(ids(TYPED), ["unknown-action", "operator-type", "operator-type"]);
    assert_eq!(ids(FULL), ["unknown-action", "operator-type", "operator-type"]);
}

#[test]
fn findings_come_by_place_with_words_that_help() {
    let text = policy(r#""Effect": "allow", "Action": ["ses:SendEmial", "zes:Get*"], "Resource": "b""#);
    let words: Vec<_> = findings(&text, PolicyKind::Identity).iter().map(ToString::to_string).collect();
    let expected = [
        "error[unknown-effect]: `allow` is no effect: write `Allow` or `Deny`, with the capital letter",
        "error[unknown-action]: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?",
        "warning[uncataloged-service]: unknown service prefix in `zes:Get*`: did you mean `ses:…`?",
        "error[malformed-resource]: `b` is neither an ARN nor `*`",
    ];
    assert_eq!(words, expected);
    let spans: Vec<_> = findings(&text, PolicyKind::Identity)
        .iter()
        .map(|finding| text.get(finding.span.start as usize..finding.span.end as usize).unwrap().to_string())
        .collect();
    assert_eq!(spans, [r#""allow""#, r#""ses:SendEmial""#, r#""zes:Get*""#, r#""b""#]);
}

#[test]
fn what_is_declared_or_allowed_is_not_told() {
    let text = policy(
        r#""Sid": "", "Effect": "Allow", "Action": ["ses:SendEmial", "x:List*"], "Resource": "*",
        "Condition": {"StringEquals": {"ses:Nothing": "a", "aws:username": "${ses:Nothing}"}}"#,
    );
    let config = Config::new()
        .action("ses:SendEmial")
        .action("x:*")
        .condition_key("ses:nothing")
        .allow_at(super::FindingId::EmptySid, "/Statement/Sid")
        .allow(super::FindingId::Large);
    let outcome = check_text(text.as_bytes(), PolicyKind::Identity, FULL, &config);
    assert_eq!(outcome.findings, []);
    let unneeded: Vec<_> = config.unneeded(&outcome.usage).iter().map(|note| note.pointer.clone()).collect();
    assert_eq!(unneeded, ["/allow/0"]);
}

#[test]
fn a_warning_that_is_denied_is_an_error() {
    let text = policy(r#""Sid": "", "Effect": "Allow", "Action": "ses:*", "Resource": "*""#);
    let severities = |config: &Config| {
        let outcome = check_text(text.as_bytes(), PolicyKind::Identity, FULL, config);
        outcome.findings.iter().map(|finding| finding.severity.name()).collect::<Vec<_>>()
    };
    assert_eq!(severities(&Config::new()), ["warning"]);
    assert_eq!(severities(&Config::new().deny_warnings(true)), ["error"]);
    assert_eq!(severities(&Config::new().deny_warnings(true).allow(super::FindingId::EmptySid)), [""; 0]);
}
