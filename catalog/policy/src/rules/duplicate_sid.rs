//! Reports two statements with the same `Sid` in a policy of IAM or Organizations.
//!
//! ## What it checks
//! Two statements of one policy have the same `Sid`. IAM and Organizations refuse the policy.
//!
//! In a resource policy, the rule `repeated-sid` reports the same mistake as a warning.
//!
//! ## Why it matters
//! In IAM, the [`Sid`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html) must
//! be unique within a policy. AWS does not save the policy until you rename or remove one of the two.
//!
//! ## Example
//! An identity policy whose second statement began as a copy of the first:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Sid": "Orders",
//!             "Effect": "Allow",
//!             "Action": "sqs:ReceiveMessage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!         },
//!         {
//!             "Sid": "Orders",
//!             "Effect": "Allow",
//!             "Action": "sqs:SendMessage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:invoices"
//!         }
//!     ]
//! }
//! ```
//!
//! ## Fix
//! Give one of the statements another `Sid`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Sid": "Orders",
//!             "Effect": "Allow",
//!             "Action": "sqs:ReceiveMessage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!         },
//!         {
//!             "Sid": "Invoices",
//!             "Effect": "Allow",
//!             "Action": "sqs:SendMessage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:invoices"
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM and Organizations refuse the policy.

use crate::{
    catalog::PolicyCatalog, context::Context, document::Document, finding::AccessAnalyzerCheck, rule::Check,
    subject::repeated_sids,
};

rule! {
    DuplicateSid { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for DuplicateSid {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        if cx.kind.sid_is_unique() {
            for repeated in repeated_sids(policy) {
                cx.report::<Self>(repeated.0.place, repeated.message()).about(AccessAnalyzerCheck::UniqueSidsRequired);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of_text, messages, policy_of},
    };

    /// Returns a policy with a statement for each `Sid`.
    fn with_sids(sids: &[&str]) -> String {
        let statement = |(sid, resource): (&&str, char)| {
            let resource = format!("arn:aws:ses:*:*:identity/{resource}");
            format!(r#""Sid": "{sid}", "Effect": "Allow", "Action": "ses:SendEmail", "Resource": "{resource}""#)
        };
        let statements: Vec<_> = sids.iter().zip('a'..).map(statement).collect();
        policy_of(&statements.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn each_other_statement_with_a_sid_is_reported() {
        let text = with_sids(&["A", "a", "A"]);
        finds_of_text(PolicyKind::Identity, &text, &["duplicate-sid /Statement/2/Sid"]);
        let expected = &["duplicate-sid /Statement/1/Sid", "duplicate-sid /Statement/2/Sid"];
        finds_of_text(PolicyKind::ServiceControl, &with_sids(&["A", "A", "A"]), expected);
    }

    #[test]
    fn different_and_empty_sids_are_not_reported() {
        finds_of_text(PolicyKind::Identity, &with_sids(&["A", "a", "B"]), &[]);
        let expected = &["empty-sid /Statement/0/Sid", "empty-sid /Statement/2/Sid"];
        finds_of_text(PolicyKind::Identity, &with_sids(&["", "A", ""]), expected);
    }

    #[test]
    fn the_message_states_the_sid() {
        let messages = messages(PolicyKind::Identity, &with_sids(&["A", "A"]));
        assert_eq!(messages, ["another statement already has the `Sid` `A`: change or remove one of them"]);
    }
}
