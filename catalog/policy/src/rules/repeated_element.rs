//! Reports an element, an operator or a condition key that an object has twice.
//!
//! ## What it checks
//! An object has the same element, condition operator or condition key twice. IAM refuses the policy.
//!
//! Operators and condition keys are compared case-insensitively, as IAM does.
//!
//! ## Why it matters
//! Most other JSON parsers keep the second of the two without a warning. A tool can then show another policy than
//! the one that was written.
//!
//! ## Example
//! A resource policy of a bucket, with two conditions on one key:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::reports/*",
//!         "Condition": {
//!             "StringEquals": {"aws:PrincipalTag/team": "a"},
//!             "StringEquals": {"aws:PrincipalTag/team": "b"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Join the two, or remove one.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::reports/*",
//!         "Condition": {
//!             "StringEquals": {"aws:PrincipalTag/team": ["a", "b"]}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy, and other tools ignore a part of it.

use alloc::string::ToString as _;

use crate::{
    PolicyCatalog,
    context::Context,
    grammar::{Fault, FormError},
    rule::Check,
};

rule! {
    RepeatedElement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for RepeatedElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::RepeatedMember { .. }) {
            cx.report::<Self>(fault.place, fault.error.to_string());
        }
    }
}
