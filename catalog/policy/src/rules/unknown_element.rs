//! Reports an element that the policy language does not have.
//!
//! ## What it checks
//! The policy language does not have such an element. IAM refuses the policy.
//!
//! ## Why it matters
//! One unknown element makes the whole policy invalid. The policy language has no element for comments either. A
//! `Sid` is the closest substitute.
//!
//! ## Example
//! An identity policy of a program that sends mail:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Actions": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the element that you intended, or remove the unknown one.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::{borrow::ToOwned as _, string::ToString as _};

use crate::{
    PolicyCatalog,
    context::Context,
    grammar::{Fault, FormError},
    rule::Check,
};

rule! {
    UnknownElement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for UnknownElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::UnknownElement { .. }) {
            cx.suggest::<Self>(fault.place, fault.error.to_string(), fault.error.suggestion().map(str::to_owned));
        }
    }
}
