//! Reports a condition key that does not exist and is probably a typo.
//!
//! ## What it checks
//! No service has such a condition key, but there is one with nearly the same name.
//!
//! The rule `uncataloged-condition-key` reports a key that differs by more.
//!
//! ## Why it matters
//! No request has such a key, so the condition never holds. A condition with a negated operator always holds
//! instead: a `Deny` with `StringNotEquals` denies everyone.
//!
//! ## Example
//! A resource policy of a queue that a topic writes to:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "sns.amazonaws.com"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"StringEquals": {"aws:SourceAcount": "111122223333"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the key that the message suggests. If the key in the policy exists, declare it in `catalog.toml`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "sns.amazonaws.com"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If the key exists but AWS has not documented it yet, declare it instead, so that the rule still reports typos.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{KeyFault, UnknownKey},
};

rule! {
    UnknownConditionKey { severity: Error, group: NoEffect, since: "0.1.0" }
}

impl Check for UnknownConditionKey {
    fn unknown_key<'t, C: PolicyCatalog>(unknown: &UnknownKey<'t>, cx: &mut Context<'_, 't, C>) {
        if let KeyFault::Mistyped(near) = &unknown.fault {
            let message = format!("unknown condition key `{}`: did you mean `{near}`?", Shown(unknown.text.written()));
            cx.replace::<Self>(unknown.text, message, Some(near.clone())).about(unknown.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::testing::{deny_with, finds, finds_of_value, message_of_condition};

    #[test]
    fn a_typo_of_a_key_is_reported() {
        let expected = &["unknown-condition-key @ -> aws:SourceAccount"];
        finds_of_value("StringEquals", "aws:SourceAcount", r#""1""#, expected);
        let expected = &["unknown-condition-key @ -> aws:ResourceTag/team"];
        finds_of_value("StringEquals", "aws:ResorceTag/team", r#""1""#, expected);
    }

    #[test]
    fn known_keys_are_not_reported() {
        finds_of_value("StringEquals", "AWS:sourceaccount", r#""111122223333""#, &[]);
        finds_of_value("StringEquals", "aws:ResourceTag/team", r#""1""#, &[]);
    }

    #[test]
    fn a_key_that_a_page_uses_and_does_not_define_is_known_without_a_type() {
        let check = |operator: &str, key: &str, expected: &[&str]| {
            let condition = format!(r#""{operator}": {{"{key}": "1"}}"#);
            let place = format!("/Statement/Condition/{operator}/{}", key.replace('/', "~1"));
            let expected: Vec<_> = expected.iter().map(|id| format!("{id} {place}")).collect();
            let expected: Vec<_> = expected.iter().map(String::as_str).collect();
            finds(&deny_with(r#""s3:GetObjectAcl""#, &condition), &expected);
        };
        for key in ["s3:NotDefined", "S3:notdefined", "s3:Open/part", "aws:NotDefined"] {
            check("StringEquals", key, &[]);
            check("NumericEquals", key, &[]);
        }
        check("StringEquals", "s3:Open/${Part}", &["template-key"]);
        check("StringEquals", "s3:Open", &["template-key"]);
        check("StringEquals", "aws:NotDefinedEither", &["uncataloged-condition-key"]);
    }

    #[test]
    fn the_message_states_the_key_that_was_meant() {
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:SourceAcount": "1"}"#),
            "unknown condition key `aws:SourceAcount`: did you mean `aws:SourceAccount`?"
        );
    }
}
