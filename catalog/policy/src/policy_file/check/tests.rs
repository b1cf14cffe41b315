//! Tests of whole files: kinds, places, and files without policies.

#[cfg(feature = "std")]
mod corpus;
#[cfg(feature = "std")]
mod fragments;
#[cfg(feature = "std")]
mod hostile;
#[cfg(feature = "std")]
mod templates;

use super::*;
use crate::{finding::FindingId, policy_file::FILE_LIMIT, testing::FULL};
use alloc::{format, string::ToString as _, vec::Vec};

const TRUST: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}}"#;
const UNNAMED: &str = r#"{"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Deny", "Action": "ses:*",
    "Resource": "*"}}"#;

fn outcome(text: &str, kind: Option<PolicyKind>) -> FileOutcome {
    check_file(text.as_bytes(), kind, FULL, &Config::new())
}

/// Returns the source of the only finding.
fn marked<'t>(file: &FileOutcome, text: &'t str) -> &'t str {
    let [finding] = &*file.findings else { panic!("{:?}", file.findings) };
    text.get(finding.span.start as usize..finding.span.end as usize).unwrap()
}

#[test]
fn each_policy_has_its_kind_and_its_place() {
    let text = format!(r#"{{"AssumeRolePolicyDocument": {TRUST}, "PolicyDocument": {UNNAMED}}}"#);
    let file = outcome(&text, None);
    let kinds: Vec<_> = file.policies.iter().map(|policy| (policy.kind, policy.source)).collect();
    let expected = [(PolicyKind::Trust, KindSource::Member), (PolicyKind::Identity, KindSource::Member)];
    assert_eq!(kinds, expected);
    assert_eq!(file.findings.first().unwrap().pointer, "/PolicyDocument/Statement/Sid");
    assert_eq!(marked(&file, &text), "\"\"");
}

#[test]
fn a_finding_can_be_allowed_at_its_place_in_the_policy_or_in_the_file() {
    let text = format!(r#"{{"Policies": [{UNNAMED}, {UNNAMED}]}}"#);
    for (path, left) in [
        ("/Statement/Sid", &[][..]),
        ("/Policies/0/Statement/Sid", &["/Policies/1/Statement/Sid"]),
        ("/Policies/1", &["/Policies/0/Statement/Sid"]),
        ("/Policies/*/Statement", &[]),
    ] {
        let config = Config::new().allow_at(FindingId::EmptySid, path);
        let file = check_file(text.as_bytes(), None, FULL, &config);
        assert!(file.findings.iter().map(|finding| &*finding.pointer).eq(left.iter().copied()), "{path}");
        assert_eq!(config.unneeded(&file.usage), []);
    }
}

#[test]
fn a_finding_in_a_string_has_its_place_in_the_file() {
    let string = serde_json::Value::from(UNNAMED).to_string();
    let text = format!("{{\n\"Policy\": {string}}}");
    let file = outcome(&text, None);
    assert_eq!(file.findings.first().unwrap().pointer, "/Policy/Statement/Sid");
    assert_eq!(marked(&file, &text), r#"\"\""#);
    // JSON errors in the string also have their place.
    let text = r#"{"Policy": "{\n \"Statement\": ,}"}"#;
    let file = outcome(text, None);
    assert_eq!(marked(&file, text), ",");
}

#[test]
fn the_kind_of_the_caller_comes_first_and_the_text_last() {
    let source = |text: &str, kind| outcome(text, kind).policies.first().map(|policy| (policy.kind, policy.source));
    assert_eq!(source(TRUST, None), Some((PolicyKind::Trust, KindSource::Inferred)));
    assert_eq!(source(UNNAMED, None), Some((PolicyKind::Identity, KindSource::Inferred)));
    let given = Some((PolicyKind::ServiceControl, KindSource::Given));
    let text = format!(r#"{{"PolicyDocument": {UNNAMED}}}"#);
    assert_eq!(source(&text, Some(PolicyKind::ServiceControl)), given);
}

#[test]
fn a_file_without_a_policy_has_no_findings() {
    let file = outcome(r#"{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}"#, None);
    assert_eq!((file.other, file.findings.len(), file.policies.len()), (Some(OtherFile::CloudFormation), 0, 0));
}

#[test]
fn the_findings_of_a_file_come_to_an_end() {
    let count = FILE_LIMIT + 10;
    let file = outcome(&format!("[{}]", alloc::vec![UNNAMED; count].join(",")), None);
    assert_eq!((file.findings.len(), file.unchecked), (FILE_LIMIT, 10));
}

#[test]
fn placeholders_are_holes_in_all_policies_of_a_file() {
    let unnamed = UNNAMED.replace("ses:*", "{{action}}");
    let string = serde_json::Value::from(unnamed.replace("\"*\"", "{{resource}}")).to_string();
    let text =
        format!(r#"[{unnamed}, {{"Policy": {string}}}, {{"Policy": {{{{policy}}}}}}, {{"Policy": "{{{{a}}}} b"}}]"#);
    let file = check_file(text.as_bytes(), None, FULL, &Config::new().placeholder("{{*}}"));
    let found: Vec<_> = file.findings.iter().map(|finding| (&*finding.pointer, finding.id.name())).collect();
    assert_eq!(found, [("/0/Statement/Sid", "empty-sid"), ("/1/Policy/Statement/Sid", "empty-sid")]);
    let span = file.findings.last().unwrap().span;
    assert_eq!(text.get(span.start as usize..span.end as usize), Some(r#"\"\""#));
    assert_eq!((file.policies.len(), file.other), (2, None));
}
