//! Reports a `Sid` that two statements of a resource policy have.
//!
//! ## What it checks
//! Two statements of one resource policy have the same `Sid`, which some services accept.
//!
//! ## Why it matters
//! The two statements cannot be distinguished by their `Sid`. Some services have [uniqueness
//! requirements](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html) for it. In
//! policies of IAM and Organizations, a repeated `Sid` is an error: `duplicate-sid`.
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
//! Rename one of the two.
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

use crate::{PolicyCatalog, PolicyKind, context::Context, document::Document, rule::Check, subject::repeated_sids};

rule! {
    RepeatedSid { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for RepeatedSid {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        if cx.kind == PolicyKind::Resource {
            for repeated in repeated_sids(policy) {
                cx.report::<Self>(repeated.0.place, repeated.message());
            }
        }
    }
}
