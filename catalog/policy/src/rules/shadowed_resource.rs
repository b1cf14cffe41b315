//! Reports a resource that another pattern of the statement already matches.
//!
//! ## What it checks
//! A pattern in `Resource` or `NotResource` already matches another string of the list: a resource or a narrower pattern.
//!
//! The rule `repeated-resource` reports a string that the list has twice.
//!
//! ## Why it matters
//! The matched string has no effect. The author may have kept it to document the pattern. Or the pattern was added later
//! and includes more resources than intended.
//!
//! ## Example
//! An identity policy that first named two roles, and later all roles with the same beginning:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "iam:GetRole",
//!         "Resource": [
//!             "arn:aws:iam::111122223333:role/report-reader",
//!             "arn:aws:iam::111122223333:role/report-*"
//!         ]
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the matched resource. If the pattern includes more than intended, remove the pattern instead. A list with
//! a bucket and the pattern of its objects is right, because the pattern does not match the bucket.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "iam:GetRole",
//!             "Resource": "arn:aws:iam::111122223333:role/report-*"
//!         },
//!         {
//!             "Effect": "Allow",
//!             "Action": ["s3:ListBucket", "s3:GetObject"],
//!             "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the resource documents the purpose of the pattern.

use alloc::{format, vec::Vec};

use catalog_core::wildcard;

use crate::{
    catalog::PolicyCatalog,
    containment::{Work, resource_within},
    context::Context,
    document::{Node, StatementNode, Text},
    rule::Check,
    shown::Shown,
    subject::{DECISION, shared_checks::REDUNDANT_RESOURCE},
};

rule! {
    ShadowedResource { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for ShadowedResource {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        for list in [statement.resources(), statement.not_resources()].into_iter().flatten() {
            if list.each().nth(1).is_some() {
                check_list(list, cx);
            }
        }
    }
}

fn check_list<'t, C: PolicyCatalog>(list: Node<'t>, cx: &mut Context<'_, 't, C>) {
    let texts = || list.strings();
    let wide: Vec<_> = texts().filter(|text| wildcard::has_wildcard(text.text)).collect();
    if wide.is_empty() {
        return;
    }
    let has_variables = cx.has_variables();
    // If the version is a hole, the text of a variable may be literal.
    if cx.may_have_variables() != has_variables {
        return;
    }
    let mut work = Work::new(DECISION);
    for text in texts() {
        if !cx.report.spend(wide.len() as u64 / 8) {
            return;
        }
        let is_shadowing = |other: &&Text<'t>| {
            other.distinct() != text.distinct()
                && resource_within(text.distinct(), other.distinct(), has_variables, &mut work).is_yes()
                // Of two patterns for the same resources, the later one is reported.
                && (other.place.span.start < text.place.span.start
                    || !resource_within(other.distinct(), text.distinct(), has_variables, &mut work).is_yes())
        };
        if let Some(other) = wide.iter().find(is_shadowing) {
            let message = format!(
                "`{}` already matches `{}`: remove one of the two",
                Shown(other.written()),
                Shown(text.written())
            );
            cx.report::<ShadowedResource>(text.place, message).about(REDUNDANT_RESOURCE);
        }
    }
    cx.report.spend(work.done() / 2);
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of_resource, finds_of_text, finds_with_holes, message_of_resource, policy},
    };

    #[test]
    fn a_resource_that_a_pattern_of_the_list_matches_is_reported() {
        let first = &["shadowed-resource /Statement/Resource/0"];
        for resources in [
            r#"["arn:aws:s3:::b/a", "arn:aws:s3:::b/*"]"#,
            r#"["arn:aws:s3:::b/a*", "arn:aws:s3:::b/*"]"#,
            r#"["arn:aws:s3:::b/a?*", "arn:aws:s3:::b/a*", "arn:aws:s3:::c"]"#,
            r#"["arn:aws:s3:::b/${aws:username}/a", "arn:aws:s3:::b/${aws:username}/*"]"#,
            r#"["arn:aws:s3:::b/${aws:username}/a", "arn:aws:s3:::b/*/a"]"#,
            r#"["arn:aws:s3:::b/a", "*"]"#,
        ] {
            finds_of_resource(r#""s3:*""#, resources, first);
        }
        let expected = &["shadowed-resource /Statement/NotResource/1"];
        finds(
            r#""Effect": "Deny", "Action": "s3:*", "NotResource": ["arn:aws:s3:::b*", "arn:aws:s3:::b/a"]"#,
            expected,
        );
    }

    #[test]
    fn of_two_patterns_for_the_same_resources_the_later_one_is_reported() {
        let expected = &["shadowed-resource /Statement/Resource/1"];
        finds_of_resource(r#""s3:*""#, r#"["arn:aws:s3:::b/?*", "arn:aws:s3:::b/*?"]"#, expected);
    }

    #[test]
    fn patterns_that_only_overlap_are_not_reported() {
        for resources in [
            r#"["arn:aws:s3:::b", "arn:aws:s3:::b/*"]"#,
            r#"["arn:aws:s3:::b/A", "arn:aws:s3:::b/a*"]"#,
            r#"["arn:aws:s3:::b/a*", "arn:aws:s3:::b/*a"]"#,
            r#"["arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/${aws:userid}*"]"#,
            r#""arn:aws:s3:::b/*""#,
        ] {
            finds_of_resource(r#""s3:*""#, resources, &[]);
        }
        // In the old version, the text of a variable is literal.
        let old = r#"{"Version": "2008-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*",
            "Resource": ["arn:aws:s3:::b/$", "arn:aws:s3:::b/?"]}}"#;
        let expected = &["old-version /Version -> 2012-10-17", "shadowed-resource /Statement/Resource/0"];
        finds_of_text(PolicyKind::Identity, old, expected);
    }

    #[test]
    fn a_hole_of_a_known_form_equals_only_itself() {
        for (second, expected) in [
            ("arn:aws:iam::<<A=123456789012>>:role/*", &["shadowed-resource /Statement/Resource/0"][..]),
            ("arn:aws:iam::<<B=123456789012>>:role/*", &[]),
            ("arn:aws:iam::123456789012:role/*", &[]),
            ("arn:aws:iam::12345678901?:role/*", &[]),
            ("arn:aws:iam::1*:role/*", &[]),
            ("arn:aws:iam::<<A>>:role/*", &[]),
        ] {
            let statement = format!(
                r#""Effect": "Deny", "Action": "*", "Resource": ["arn:aws:iam::<<A=123456789012>>:role/r", "{second}"]"#
            );
            finds_with_holes(PolicyKind::Identity, &policy(&statement), expected);
        }
    }

    #[test]
    fn the_message_states_the_pattern() {
        assert_eq!(
            message_of_resource(r#""s3:*""#, r#"["arn:aws:s3:::b/a", "arn:aws:s3:::b/*"]"#),
            "`arn:aws:s3:::b/*` already matches `arn:aws:s3:::b/a`: remove one of the two"
        );
    }
}
