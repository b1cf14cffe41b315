//! Reports a string that is not a condition key.
//!
//! ## What it checks
//! The string is not a condition key.
//!
//! A condition key has the form `service:Name`, or `aws:Name` for a global key.
//!
//! ## Why it matters
//! No request has a key without a prefix, so the condition cannot work as intended. IAM Access Analyzer [reports
//! the same mistake](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html)
//! as an error.
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
//! Never: no request has such a key.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    subject::{KeyFault, UnknownKey},
};

rule! {
    MalformedConditionKey { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedConditionKey {
    fn unknown_key<'t, C: PolicyCatalog>(unknown: &UnknownKey<'t>, cx: &mut Context<'_, 't, C>) {
        if let KeyFault::Malformed(message) = &unknown.fault {
            cx.report::<Self>(unknown.text.place, message.as_str())
                .about(AccessAnalyzerCheck::InvalidConditionKeyFormat);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_string_without_the_form_of_a_key_is_reported() {
        finds_of_value("StringEquals", "username", r#""1""#, &["malformed-condition-key @"]);
        finds_of_value("StringEquals", "", r#""1""#, &["malformed-condition-key @"]);
        finds_of_value("StringEquals", "aws:user name", r#""1""#, &["malformed-condition-key @"]);
    }

    #[test]
    fn keys_of_providers_and_of_tags_are_not_reported() {
        finds_of_value("StringEquals", "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub", r#""1""#, &[]);
        finds_of_value("StringEquals", "aws:RequestTag/cost center", r#""1""#, &[]);
    }

    #[test]
    fn the_message_states_the_fault() {
        for (key, expected) in [
            ("username", "`username` has no colon: expected a condition key such as `ses:FromAddress`"),
            ("", "expected a condition key such as `ses:FromAddress`, found an empty string"),
            ("aws:", "`aws:` has no condition key name after the colon"),
            ("aws:user name", "`aws:user name` has a space at byte 8, which IAM does not allow in a condition key"),
        ] {
            assert_eq!(message_of_condition(&format!(r#""StringEquals": {{"{key}": "1"}}"#)), expected);
        }
    }
}
