//! Reports a statement whose requests another statement of the policy already covers.
//!
//! ## What it checks
//! Another statement has the same effect and applies to the same requests or to more. The rule compares principals, actions,
//! resources and conditions. It ignores the `Sid`.
//!
//! ## Why it matters
//! The statement has no effect. If someone later changes or removes only one of the two, the policy still allows or denies
//! what the other one states.
//!
//! ## Example
//! An identity policy with a statement that was copied, and one that a later statement covers:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "sqs:ReceiveMessage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!         },
//!         {
//!             "Effect": "Allow",
//!             "Action": ["sqs:ReceiveMessage", "sqs:SendMessage"],
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:*"
//!         }
//!     ]
//! }
//! ```
//!
//! ## Fix
//! Remove the statement. If the other one covers more than intended, narrow the other one. A statement with a condition does
//! not cover one without it, so the two statements below both have an effect.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "sqs:ReceiveMessage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!         },
//!         {
//!             "Effect": "Allow",
//!             "Action": ["sqs:ReceiveMessage", "sqs:SendMessage"],
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:*",
//!             "Condition": {"StringEquals": {"aws:PrincipalTag/team": "orders"}}
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the statements come from several sources, such as modules of a template, and each has its own reason.

use crate::{
    catalog::PolicyCatalog, context::Context, document::Document, finding::AccessAnalyzerCheck, rule::Check,
    subject::covered_statements,
};

rule! {
    RedundantStatement { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for RedundantStatement {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        let (covered, work) = covered_statements(policy);
        cx.report.spend(work);
        for covered in covered {
            cx.report::<Self>(covered.place, covered.message()).about(AccessAnalyzerCheck::RedundantStatement);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of_text, finds_with_holes, messages, policy_of},
    };

    const SEND: &str = r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*""#;
    const ALL: &str = r#""Effect": "Allow", "Action": ["ses:Send*", "ses:Get*"], "Resource": "*""#;

    fn with_condition(statement: &str, condition: &str) -> String {
        format!(r#"{statement}, "Condition": {{{condition}}}"#)
    }

    fn finds(first: &str, second: &str, expected: &[&str]) {
        finds_of_text(PolicyKind::Identity, &policy_of(&[first, second]), expected);
    }

    #[test]
    fn a_statement_within_another_one_is_reported() {
        let (first, second) = (&["redundant-statement /Statement/0"], &["redundant-statement /Statement/1"]);
        finds(SEND, SEND, second);
        finds(SEND, ALL, first);
        finds(ALL, SEND, second);
        finds(
            &format!(r#""Sid": "A", {SEND}"#),
            r#""Resource": ["*"], "Action": "SES:sendemail", "Effect": "Allow""#,
            second,
        );
        finds(&with_condition(SEND, r#""Bool": {"aws:SecureTransport": "true"}"#), ALL, first);
        let by_app = with_condition(SEND, r#""StringEquals": {"aws:PrincipalTag/app": "a"}"#);
        let by_any = with_condition(ALL, r#""StringLike": {"aws:PrincipalTag/app": ["a*", "b"]}"#);
        finds(&by_app, &by_any, first);
        let all_but = r#""Effect": "Deny", "NotAction": "ses:*", "Resource": "*""#;
        finds(all_but, r#""Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*""#, second);
    }

    #[test]
    fn a_chain_of_statements_is_reported_once_each() {
        let expected = &["redundant-statement /Statement/0", "redundant-statement /Statement/2"];
        finds_of_text(PolicyKind::Identity, &policy_of(&[SEND, ALL, SEND]), expected);
    }

    #[test]
    fn statements_that_differ_are_not_reported() {
        finds(SEND, r#""Effect": "Deny", "Action": "ses:Send*", "Resource": "*""#, &[]);
        finds(SEND, r#""Effect": "Allow", "Action": "ses:GetSendQuota", "Resource": "*""#, &[]);
        finds(SEND, &with_condition(ALL, r#""Bool": {"aws:SecureTransport": "true"}"#), &[]);
        let by = |account| {
            format!(
                r#""Effect": "Allow", "Principal": {{"AWS": "{account}"}}, "Action": "s3:GetObject",
                "Resource": "arn:aws:s3:::b/*""#
            )
        };
        let both = policy_of(&[&by("111122223333"), &by("444455556666")]);
        finds_of_text(PolicyKind::Resource, &both, &[]);
    }

    #[test]
    fn an_empty_list_is_not_reported_twice() {
        let text = policy_of(&[SEND, r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": []"#]);
        let found = crate::testing::findings(&text, PolicyKind::Identity);
        assert!(found.iter().all(|finding| finding.id.name() != "redundant-statement"), "{found:?}");
    }

    #[test]
    fn principals_are_compared() {
        let by = |principals| {
            format!(
                r#""Effect": "Allow", "Principal": {{"AWS": {principals}}}, "Action": "s3:GetObject",
                "Resource": "arn:aws:s3:::b/*""#
            )
        };
        let both = policy_of(&[&by(r#"["111122223333", "444455556666"]"#), &by(r#""arn:aws:iam::111122223333:root""#)]);
        finds_of_text(PolicyKind::Resource, &both, &["redundant-statement /Statement/1"]);
    }

    #[test]
    fn parts_of_a_known_form_equal_only_themselves() {
        let on = |effect, resource| format!(r#""Effect": "{effect}", "Action": "ses:SendEmail", {resource}"#);
        let own = r#""Resource": "arn:aws:ses:eu-west-1:<<A=123456789012>>:identity/a""#;
        for (other, expected) in [
            (
                r#""Resource": "arn:aws:ses:eu-west-1:<<A=123456789012>>:identity/*""#,
                &["redundant-statement /Statement/0"][..],
            ),
            (r#""Resource": "arn:aws:ses:eu-west-1:<<B=123456789012>>:identity/*""#, &[]),
            (r#""NotResource": "arn:aws:ses:eu-west-1:444455556666:identity/a""#, &[]),
        ] {
            finds_with_holes(PolicyKind::Identity, &policy_of(&[&on("Deny", own), &on("Deny", other)]), expected);
        }
    }

    #[test]
    fn the_message_states_the_other_statement() {
        assert_eq!(
            messages(PolicyKind::Identity, &policy_of(&[SEND, ALL])),
            ["statement 2 already applies to everything that this one applies to: remove this one"]
        );
        assert_eq!(
            messages(PolicyKind::Identity, &policy_of(&[SEND, SEND])),
            ["statement 1 applies to the same requests: remove one of the two"]
        );
    }
}
