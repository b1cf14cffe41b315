//! Reports a string that is not a condition key.
//!
//! ## What it checks
//! The string is not a condition key.
//!
//! A condition key has the form `service:Name`, or `aws:Name` for a global key.
//!
//! ## Why it matters
//! No request carries a key without a prefix, so the condition cannot work as intended. IAM Access Analyzer
//! [reports the same
//! mistake](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html) as an
//! error.
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
//!         "Condition": {"StringEquals": {"username": "ann"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the key with its prefix.
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
//! Never: no request carries such a key.

use crate::{
    PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{KeyFault, UnknownKey},
};

rule! {
    MalformedConditionKey { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedConditionKey {
    fn unknown_key<'t, C: PolicyCatalog>(unknown: &UnknownKey<'t>, cx: &mut Context<'_, 't, C>) {
        if let KeyFault::Malformed(message) = &unknown.fault {
            cx.report::<Self>(unknown.text.place, message.as_str());
        }
    }
}
