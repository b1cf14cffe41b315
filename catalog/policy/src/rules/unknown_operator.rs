//! Reports a condition operator that IAM does not have.
//!
//! ## What it checks
//! IAM has no such condition operator, or the operator cannot have this set operator or suffix.
//!
//! ## Why it matters
//! IAM refuses a policy with a condition operator that is not in [AWS's
//! list](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
//! The suffix `IfExists` fits every operator except `Null`.
//!
//! ## Example
//! An identity policy for one user:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"StringEqual": {"aws:username": "ann"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the operator that the message suggests.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"StringEquals": {"aws:username": "ann"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::{format, string::ToString as _};

use crate::{PolicyCatalog, context::Context, rule::Check, shown::Shown, subject::NamedOperator};

rule! {
    UnknownOperator { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for UnknownOperator {
    fn operator<'t, C: PolicyCatalog>(operator: &NamedOperator<'t>, cx: &mut Context<'_, 't, C>) {
        if let Err(error) = operator.operator {
            let message = format!("`{}`: {error}", Shown(operator.text.text));
            let suggestion = error.suggestion().map(|operator| operator.to_string());
            cx.suggest::<Self>(operator.text.place, message, suggestion);
        }
    }
}
