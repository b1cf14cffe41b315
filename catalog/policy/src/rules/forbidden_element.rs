//! Reports an element that this kind of policy cannot have.
//!
//! ## What it checks
//! The statement has an element that this kind of policy cannot have, such as `Principal` in an identity policy.
//!
//! ## Why it matters
//! AWS refuses the policy. Often the policy is correct, but it is checked as the wrong kind. A policy with
//! `Principal` is a resource policy, or a trust policy if it has no `Resource`.
//!
//! ## Example
//! An identity policy that names the principals that it denies:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "sqs:DeleteQueue",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the element, or check the policy as the kind that it is.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "sqs:DeleteQueue",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: AWS refuses the policy. If the kind is wrong, check the policy as the right kind.

use alloc::string::ToString as _;

use crate::{
    PolicyCatalog,
    context::Context,
    grammar::{Fault, FormError},
    rule::Check,
};

rule! {
    ForbiddenElement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ForbiddenElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::ForbiddenElement { .. }) {
            cx.report::<Self>(fault.place, fault.error.to_string());
        }
    }
}
