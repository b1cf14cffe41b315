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
