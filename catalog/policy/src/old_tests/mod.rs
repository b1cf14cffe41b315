//! Old.
mod hostile;
mod speaks;
mod trust;
mod values;
use crate::testing::*;
use crate::{Config, PolicyKind, check_text, finding::Finding};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
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
        "error[unknown-effect]: invalid effect `allow`: expected `Allow` or `Deny`",
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
        .allow_at(crate::FindingId::EmptySid, "/Statement/Sid")
        .allow(crate::FindingId::Large);
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
    assert_eq!(severities(&Config::new().deny_warnings(true).allow(crate::FindingId::EmptySid)), [""; 0]);
}
