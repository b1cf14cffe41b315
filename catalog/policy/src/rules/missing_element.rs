//! Reports a policy or a statement that lacks a required element.
//!
//! ## What it checks
//! The policy or a statement lacks an element that IAM requires, or the element is an empty list.
//!
//! The required elements depend on the kind of the policy. A trust policy names principals and no resources. An
//! identity policy names resources and no principals. In a resource policy, `Resource` is optional, because some
//! services know the resource already.
//!
//! An object with neither `Version` nor `Statement` is not a policy, and it gets only this finding. CloudFormation
//! templates and Terraform plans contain policies, which must be checked one by one.
//!
//! ## Why it matters
//! IAM refuses a policy without a required element. A service that does not know the resource, such as Amazon S3,
//! refuses a resource policy without `Resource`.
//!
//! ## Example
//! An identity policy without a resource:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add the element.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "arn:aws:ses:eu-west-1:111122223333:identity/example.com"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never for a complete policy: AWS refuses it. Allow the finding for a fragment that another tool completes.

use alloc::string::ToString as _;

use crate::{
    PolicyCatalog,
    context::Context,
    grammar::{Fault, FormError},
    rule::Check,
};

rule! {
    MissingElement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MissingElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::NotAPolicy | FormError::BareStatement | FormError::MissingElement { .. } | FormError::EmptyList { .. }) {
            cx.report::<Self>(fault.place, fault.error.to_string());
        }
    }
}
