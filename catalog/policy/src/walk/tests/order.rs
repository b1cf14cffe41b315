//! Tests of the findings of a policy: their order, messages and spans, and the facts that they need.

use alloc::{string::ToString, vec::Vec};

use crate::{
    config::Config,
    finding::Finding,
    kind::PolicyKind,
    testing::{FULL, NAMES, TYPED, allow_with, findings, finds, policy},
    walk::check_text,
};

#[test]
fn a_policy_without_a_fault_has_no_finding() {
    finds(&allow_with(""), &[]);
}

#[test]
fn findings_come_by_place_with_words_that_help() {
    let text = policy(r#""Effect": "allow", "Action": ["ses:SendEmial", "zes:Get*"], "Resource": "b""#);
    let findings = findings(&text, PolicyKind::Identity);
    let shown: Vec<_> = findings.iter().map(ToString::to_string).collect();
    let expected = [
        "error[unknown-effect]: invalid effect `allow`: expected `Allow` or `Deny`",
        "error[unknown-action]: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?",
        "warning[uncataloged-service]: unknown service prefix in `zes:Get*`: did you mean `ses:…`?",
        "error[malformed-resource]: `b` is neither an ARN nor `*`",
    ];
    assert_eq!(shown, expected);
    let span =
        |finding: &Finding| text.get(finding.span.start as usize..finding.span.end as usize).unwrap().to_string();
    let spans: Vec<_> = findings.iter().map(span).collect();
    assert_eq!(spans, [r#""allow""#, r#""ses:SendEmial""#, r#""zes:Get*""#, r#""b""#]);
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
