//! Tests of policies that are designed to take much time or to have many findings. The tests measure the work, not the
//! time.

use alloc::{format, string::String, vec::Vec};

use proptest::prelude::*;

use crate::{
    config::Config,
    context::{Outcome, WORK_LIMIT},
    finding::{FindingId, LIMIT},
    json,
    kind::PolicyKind,
    testing::{FULL, NAMES, policy},
    walk::{check_text, check_with_work},
};

fn outcome(text: &str) -> Outcome {
    check_text(text.as_bytes(), PolicyKind::Identity, FULL, &Config::new())
}

/// Returns the work of a policy with the given number of copies of a statement. Each `#` in a copy is replaced by the
/// number of the copy.
fn work(statement: &str, count: usize) -> (u64, Outcome) {
    let list: Vec<_> =
        (0..count).map(|number| format!("{{{}}}", statement.replace('#', &format!("{number}")))).collect();
    let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, list.join(","));
    let tree = json::parse(text.as_bytes()).unwrap();
    let config = Config::new().allow(FindingId::Large);
    check_with_work(&tree, PolicyKind::Identity, FULL, &config)
}

#[test]
fn the_work_of_a_clean_policy_grows_with_it_and_no_faster() {
    let condition = r#""StringEquals": {"aws:username": "u#"}"#;
    let statement = r#""Sid": "S#", "Effect": "Deny", "Action": ["s3:Get*", "ses:SendEmail"], "Resource": "*""#;
    let statement = format!(r#"{statement}, "Condition": {{{condition}}}"#);
    let (small, outcome) = work(&statement, 100);
    assert_eq!(outcome.findings, []);
    let (large, outcome) = work(&statement, 10_000);
    assert_eq!(outcome.findings, []);
    assert!(large <= 100 * small && large < WORK_LIMIT, "{small}, {large}");
}

#[test]
fn findings_come_to_an_end() {
    let (_, outcome) = work(r#""Effect": "Deny", "Action": "ses:Frobnicate#", "Resource": "x""#, 100_000);
    assert!(outcome.findings.len() <= LIMIT + 1);
    let many = (0..100_000).map(|_| r#"{"Effect": "x"}"#).collect::<Vec<_>>().join(",");
    let findings = self::outcome(&format!(r#"{{"Version": "2012-10-17", "Statement": [{many}]}}"#)).findings;
    assert_eq!(findings.len(), LIMIT + 1);
    assert!(findings.iter().any(|finding| finding.id == FindingId::TooManyFindings));
}

#[test]
fn allowed_findings_end_the_check_too() {
    let many = (0..100_000).map(|_| r#"{"Effect": "x"}"#).collect::<Vec<_>>().join(",");
    let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{many}]}}"#);
    let config = Config::new().allow(FindingId::Large).allow(FindingId::UnknownEffect).allow(FindingId::MissingElement);
    let findings = check_text(text.as_bytes(), PolicyKind::Identity, FULL, &config).findings;
    assert_eq!(findings.iter().map(|finding| finding.id).collect::<Vec<_>>(), [FindingId::TooManyFindings]);
}

#[test]
fn wildcards_that_are_made_to_be_slow_are_not_slow() {
    let slow = "*a".repeat(1_000_000);
    let findings = outcome(&policy(&format!(
        r#""Effect": "Deny", "Action": ["ses:{slow}b", "*"], "Resource": "arn:aws:ses:::{slow}""#
    )))
    .findings;
    assert!(findings.iter().any(|finding| finding.id == FindingId::NoMatch));
    let size: usize = findings.iter().map(|finding| finding.message.len() + finding.pointer.len()).sum();
    assert!(size < 2_000, "{size}");
}

#[test]
fn many_slow_patterns_end_with_the_work() {
    let actions: Vec<_> = (0..50_000).map(|number| format!("\"s3:*a*b*{number}*\"")).collect();
    let findings =
        outcome(&policy(&format!(r#""Effect": "Deny", "Action": [{}], "Resource": "*""#, actions.join(",")))).findings;
    assert!(findings.iter().any(|finding| finding.id == FindingId::TooManyFindings));
}

#[test]
fn providers_times_conditions_end_with_the_work() {
    let list = |of: &dyn Fn(usize) -> String| (0..20_000).map(of).collect::<Vec<_>>().join(",");
    let keys = list(&|number| format!(r#""aws:RequestTag/{number}": "a""#));
    let providers = list(&|number| format!(r#""arn:aws:iam::111122223333:oidc-provider/gitlab.com.{number}""#));
    let text = policy(&format!(
        r#""Effect": "Allow", "Principal": {{"Federated": [{providers}]}}, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {{"StringLike": {{{keys}}}}}"#
    ));
    for catalog in [FULL, NAMES] {
        let findings = check_text(text.as_bytes(), PolicyKind::Trust, catalog, &Config::new()).findings;
        assert!(findings.len() < LIMIT, "{}", findings.len());
        assert!(findings.iter().any(|finding| finding.id == FindingId::TooManyFindings));
    }
}

#[test]
fn a_huge_name_does_not_make_huge_findings() {
    let key = "a".repeat(1_000_000);
    let values = "[1],".repeat(1_000);
    let text = policy(&format!(
        r#""Effect": "Deny", "Action": "ses:*", "Resource": "*", "Condition": {{"StringEquals": {{"{key}": [{values}1]}}}}"#
    ));
    let size: usize = outcome(&text).findings.iter().map(|finding| finding.message.len() + finding.pointer.len()).sum();
    assert!(size < LIMIT * 1_000, "{size}");
}

#[test]
fn a_message_is_one_line_even_if_its_quote_is_not() {
    let text = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "a\nb", "Action": "x\u0000", "Resource": "\r",
        "\n": 1, "Condition": {"\t": {"\u001b[31m": "a"}}}]}"#;
    let findings = outcome(text).findings;
    assert!(findings.len() >= 5, "{findings:?}");
    for finding in findings {
        assert!(!finding.message.contains(char::is_control), "{finding:?}");
    }
    let copied = policy("\"Effect\": \"Deny\", \"Action\": \"ses:\u{200b}Send\u{202e}\", \"Resource\": \"*\"");
    let [finding] = &outcome(&copied).findings[..] else { panic!("expected one finding") };
    let expected =
        "`ses:\\u{200b}Send\\u{202e}` has the character U+200B at byte 4, which IAM does not allow in an action";
    assert!(finding.message.starts_with(expected), "{finding}");
}

/// A policy with every element. A test replaces parts of it at random, because the check must not panic on any source.
const WHOLE: &str = r#"{"Version": "2012-10-17", "Id": "a", "Statement": [{"Sid": "A", "Effect": "Allow",
    "Principal": {"AWS": ["*", "111122223333"], "Service": "ec2.amazonaws.com"},
    "Action": ["ses:Send*", "s3:GetObject", "*"], "Resource": ["arn:aws:s3:::b/${aws:username}/*", "*"],
    "Condition": {"ForAnyValue:StringLikeIfExists": {"aws:RequestTag/a": ["x", 1, true]}, "Null": {"s3:prefix": "true"}}}]}"#;

const ELEMENTS: &[&str] = &["Version", "Statement", "Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

const VALUES: &[&str] =
    &["null", "1", r#""""#, r#""*""#, "[]", "[[]]", "{}", r#"{"AWS": 1}"#, "[null, {}]", r#"{"": {"": ""}}"#];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]
    #[test]
    fn damaged_policies_are_checked_without_panic_and_the_same_each_time(
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..6, "[\\[\\]{}\",:a0*$ é]{0,3}"), 1..4),
        kind in prop::sample::select(PolicyKind::ALL),
    ) {
        let mut text = String::from(WHOLE);
        for (at, length, with) in damages {
            let mut start = at.index(text.len());
            while !text.is_char_boundary(start) { start -= 1; }
            let mut end = (start + length).min(text.len());
            while !text.is_char_boundary(end) { end += 1; }
            text.replace_range(start..end, &with);
        }
        for catalog in [FULL, NAMES] {
            let first = check_text(text.as_bytes(), kind, catalog, &Config::new());
            prop_assert_eq!(&first, &check_text(text.as_bytes(), kind, catalog, &Config::new()));
            for finding in &first.findings {
                prop_assert!(finding.span.start <= finding.span.end && finding.span.end as usize <= text.len());
                prop_assert!(finding.pointer.is_empty() || finding.pointer.starts_with('/'));
            }
        }
    }

    #[test]
    fn values_anywhere_are_checked_without_panic(
        element in prop::sample::select(ELEMENTS),
        value in prop::sample::select(VALUES),
        kind in prop::sample::select(PolicyKind::ALL),
    ) {
        let statement = format!(r#"{{"{element}": {value}}}"#);
        for text in [statement.clone(), format!(r#"{{"Statement": {statement}}}"#)] {
            check_text(text.as_bytes(), kind, FULL, &Config::new());
        }
    }
}
