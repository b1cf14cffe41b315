//! Reports a global condition key that AWS does not support.
//!
//! ## What it checks
//! The condition compares `aws:ARN`.
//!
//! ## Why it matters
//! AWS [does not
//! support](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html) this key. So
//! the condition never holds, or always holds if its operator is negated.
//!
//! ## Example
//! An identity policy for the sessions of one role:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::reports",
//!         "Condition": {"ArnLike": {"aws:ARN": "arn:aws:iam::111122223333:role/reader"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use `aws:PrincipalArn` for the ARN of the caller, or `aws:SourceArn` for the resource for which a service calls.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::reports",
//!         "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/reader"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: requests do not have the key.

use alloc::{format, string::String, vec::Vec};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{KeyFault, UnknownKey},
};

rule! {
    UnsupportedKey { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for UnsupportedKey {
    fn unknown_key<'t, C: PolicyCatalog>(unknown: &UnknownKey<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyFault::Unsupported(others) = unknown.fault else { return };
        let listed: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
        let message = format!("AWS does not support `{}`: use {}", Shown(unknown.text.written()), listed.join(" or "));
        let suggestion = others.first().copied().map(String::from);
        cx.replace::<Self>(unknown.text, message, suggestion).about(AccessAnalyzerCheck::UnsupportedGlobalConditionKey);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    const ROLE: &str = r#""arn:aws:iam::111122223333:role/reader""#;

    #[test]
    fn a_key_that_aws_does_not_support_is_reported() {
        for key in ["aws:ARN", "aws:arn", "AWS:Arn"] {
            finds_of_value("ArnLike", key, ROLE, &["unsupported-key @ -> aws:PrincipalArn"]);
        }
    }

    #[test]
    fn supported_keys_are_not_reported() {
        finds_of_value("ArnLike", "aws:PrincipalArn", ROLE, &[]);
    }

    #[test]
    fn the_message_states_the_keys_that_may_be_intended() {
        assert_eq!(
            message_of_condition(r#""ArnLike": {"aws:ARN": "arn:aws:iam::111122223333:role/reader"}"#),
            "AWS does not support `aws:ARN`: use `aws:PrincipalArn` or `aws:SourceArn`"
        );
    }
}
