//! Tests of the configuration: allowed findings, declared names and denied warnings.

use alloc::vec::Vec;

use crate::{
    config::Config,
    finding::FindingId,
    kind::PolicyKind,
    testing::{FULL, policy},
    walk::check_text,
};

#[test]
fn declared_names_and_allowed_findings_are_not_reported() {
    let text = policy(
        r#""Sid": "", "Effect": "Allow", "Action": ["ses:SendEmial", "x:List*"], "Resource": "*",
        "Condition": {"StringEquals": {"ses:Nothing": "a", "aws:username": "${ses:Nothing}"}}"#,
    );
    let config = Config::new()
        .action("ses:SendEmial")
        .action("x:*")
        .condition_key("ses:nothing")
        .allow_at(FindingId::EmptySid, "/Statement/Sid")
        .allow(FindingId::Large);
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
    assert_eq!(severities(&Config::new().deny_warnings(true).allow(FindingId::EmptySid)), [""; 0]);
}
