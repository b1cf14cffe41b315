//! Reports an element whose value has a JSON type that IAM does not accept.
//!
//! ## What it checks
//! An element has a value of a type that IAM does not accept there, such as a number instead of a string.
//!
//! If a list is allowed, each of its entries is checked, and the finding points to the entry. Numbers and booleans
//! are accepted only as values of a condition.
//!
//! ## Why it matters
//! IAM's [grammar](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html) defines the
//! type of each value. IAM refuses a policy in which a value has another type.
//!
//! ## Example
//! An identity policy with an account ID that is written as a number:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "organizations:DescribeAccount",
//!         "Resource": 444455556666
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a value of the type that the message names.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "organizations:DescribeAccount",
//!         "Resource": "arn:aws:organizations::111122223333:account/o-exampleorgid/444455556666"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::string::ToString as _;

use crate::{
    PolicyCatalog,
    context::Context,
    grammar::{Fault, FormError},
    rule::Check,
};

rule! {
    WrongType { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for WrongType {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::WrongType { .. } | FormError::KeyOutsideOperator { .. }) {
            cx.report::<Self>(fault.place, fault.error.to_string());
        }
    }
}
