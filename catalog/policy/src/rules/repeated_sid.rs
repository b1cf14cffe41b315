//! Reports two statements with the same `Sid` in a resource policy.
//!
//! ## What it checks
//! Two statements of one resource policy have the same `Sid`. Some services accept this.
//!
//! ## Why it matters
//! A `Sid` that two statements share does not identify either of them. Some services require a [unique
//! `Sid`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html). In policies of
//! IAM and Organizations, a repeated `Sid` is an error, which the rule `duplicate-sid` reports.
//!
//! ## Example
//! A resource policy of a bucket whose second statement began as a copy of the first:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Sid": "Reports",
//!             "Effect": "Allow",
//!             "Principal": {"AWS": "111122223333"},
//!             "Action": "s3:GetObject",
//!             "Resource": "arn:aws:s3:::reports/*"
//!         },
//!         {
//!             "Sid": "Reports",
//!             "Effect": "Deny",
//!             "Principal": {"AWS": "111122223333"},
//!             "Action": "s3:DeleteObject",
//!             "Resource": "arn:aws:s3:::reports/*"
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
//!             "Sid": "Reports",
//!             "Effect": "Allow",
//!             "Principal": {"AWS": "111122223333"},
//!             "Action": "s3:GetObject",
//!             "Resource": "arn:aws:s3:::reports/*"
//!         },
//!         {
//!             "Sid": "KeepReports",
//!             "Effect": "Deny",
//!             "Principal": {"AWS": "111122223333"},
//!             "Action": "s3:DeleteObject",
//!             "Resource": "arn:aws:s3:::reports/*"
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the service accepts the policy and no tool refers to a statement by its `Sid`.

use crate::{
    catalog::PolicyCatalog, context::Context, document::Document, finding::AccessAnalyzerCheck, rule::Check,
    subject::repeated_sids,
};

rule! {
    RepeatedSid { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for RepeatedSid {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        if !cx.kind.sid_is_unique() {
            for repeated in repeated_sids(policy) {
                cx.report::<Self>(repeated.0.place, repeated.message())
                    .about(AccessAnalyzerCheck::UniqueSidsRecommended);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of_text, messages, policy_of},
    };

    /// Returns a resource policy with two statements that have these `Sid`s.
    fn with_sids(first: &str, second: &str) -> String {
        let statement =
            |sid, service| format!(r#""Sid": "{sid}", "Effect": "Deny", "Principal": "*", "Action": "{service}:*""#);
        policy_of(&[&statement(first, "ses"), &statement(second, "sts")])
    }

    #[test]
    fn a_sid_that_is_repeated_in_a_resource_policy_is_reported() {
        finds_of_text(PolicyKind::Resource, &with_sids("A", "A"), &["repeated-sid /Statement/1/Sid"]);
    }

    #[test]
    fn different_sids_are_not_reported() {
        finds_of_text(PolicyKind::Resource, &with_sids("A", "a"), &[]);
    }

    #[test]
    fn the_message_states_the_sid() {
        let messages = messages(PolicyKind::Resource, &with_sids("A", "A"));
        assert_eq!(messages, ["another statement already has the `Sid` `A`: change or remove one of them"]);
    }
}
