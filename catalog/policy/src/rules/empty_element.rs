//! Reports an empty list or object that names no principal or sets no condition.
//!
//! ## What it checks
//! A list or object is empty, so it names no principal or sets no condition.
//!
//! AWS accepts the policy, but the author probably intended an entry.
//!
//! ## Why it matters
//! A template whose list had no entries produces such a policy. An empty `Condition` is the more dangerous case,
//! because it restricts nothing.
//!
//! ## Example
//! An identity policy with a condition that was never filled in:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::uploads/*",
//!         "Condition": {}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add the missing entries, or remove the empty element.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::uploads/*",
//!         "Condition": {"StringEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool generates the empty element and you have checked that no principal or condition is
//! missing.

use alloc::string::ToString as _;

use crate::{
    PolicyCatalog,
    context::Context,
    grammar::{Fault, FormError},
    rule::Check,
};

rule! {
    EmptyElement { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for EmptyElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::EmptyCondition { .. } | FormError::EmptyValues { .. } | FormError::NoPrincipal | FormError::EmptyPrincipals { .. }) {
            cx.report::<Self>(fault.place, fault.error.to_string());
        }
    }
}
