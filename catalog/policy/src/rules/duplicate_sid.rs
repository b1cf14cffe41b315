//! Reports a `Sid` that two statements of a policy of IAM or Organizations have.
//!
//! ## What it checks
//! Two statements of one policy have the same `Sid`. IAM and Organizations refuse the policy.
//!
//! The same in a resource policy is reported as `repeated-sid`.
//!
//! ## Why it matters
//! In IAM, the [`Sid`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html) must
//! be unique within a policy. AWS does not save the policy until one of the two is renamed or removed.
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
//! Rename one of the two.
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

use crate::{PolicyCatalog, PolicyKind, context::Context, document::Document, rule::Check, subject::repeated_sids};

rule! {
    DuplicateSid { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for DuplicateSid {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        if cx.kind != PolicyKind::Resource {
            for repeated in repeated_sids(policy) {
                cx.report::<Self>(repeated.0.place, repeated.message());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::{
        PolicyKind,
        testing::{messages, says_of_text},
    };

    /// Returns a policy with a statement for each `Sid`.
    fn with_sids(sids: &[&str]) -> String {
        let statement = |sid: &&str| {
            format!(r#"{{"Sid": "{sid}", "Effect": "Deny", "Principal": "*", "Action": "ses:*", "Resource": "*"}}"#)
        };
        let statements: Vec<_> = sids.iter().map(statement).collect();
        format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, statements.join(", "))
    }

    /// Returns the same without principals.
    fn without_principals(sids: &[&str]) -> String {
        with_sids(sids).replace(r#""Principal": "*", "#, "")
    }

    #[test]
    fn the_second_statement_with_a_sid_is_reported() {
        let text = without_principals(&["A", "a", "A"]);
        says_of_text(PolicyKind::Identity, &text, &["duplicate-sid /Statement/2/Sid"]);
        let text = without_principals(&["A", "A"]);
        says_of_text(PolicyKind::ServiceControl, &text, &["duplicate-sid /Statement/1/Sid"]);
        let expected = &["duplicate-sid /Statement/1/Sid", "duplicate-sid /Statement/2/Sid"];
        says_of_text(PolicyKind::ResourceControl, &with_sids(&["A", "A", "A"]), expected);
    }

    #[test]
    fn statements_without_a_name_do_not_repeat_it() {
        let text = without_principals(&["", "A", ""]);
        says_of_text(PolicyKind::Identity, &text, &["empty-sid /Statement/0/Sid", "empty-sid /Statement/2/Sid"]);
    }

    #[test]
    fn the_message_states_the_sid() {
        let messages = messages(PolicyKind::Identity, &without_principals(&["A", "A"]));
        assert_eq!(messages, ["another statement has the `Sid` `A` already"]);
    }
}
