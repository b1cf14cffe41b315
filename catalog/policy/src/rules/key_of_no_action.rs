//! Reports a condition key that AWS lists for none of the statement's actions.
//!
//! ## What it checks
//! The condition key exists, but AWS does not list it for any of the statement's actions.
//!
//! The rule uses AWS's service authorization reference. It does not check global keys, because AWS does not list
//! them by action. If the actions have a key with a similar name, or with the same name and another prefix, the
//! message suggests that key.
//!
//! ## Why it matters
//! Requests for these actions do not have the key. The condition therefore never holds, or always holds if its
//! operator is negated.
//!
//! ## Example
//! An identity policy of a program that sends mail:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "*",
//!         "Action": "ses:GetSendQuota",
//!         "Condition": {"StringEquals": {"ses:FromAddress": "a@example.com"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use a key that AWS lists for the actions, or a global key. If the action is wrong, as in the example, use the
//! action that you intended.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "*",
//!         "Action": "ses:SendEmail",
//!         "Condition": {"StringEquals": {"ses:FromAddress": "a@example.com"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if requests have the key, although the reference does not list it.

use alloc::format;

use crate::{catalog::PolicyCatalog, context::Context, rule::Check, shown::Shown, subject::UncarriedKey};

rule! {
    KeyOfNoAction { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for KeyOfNoAction {
    fn uncarried_key<'t, C: PolicyCatalog>(uncarried: &UncarriedKey<'t>, cx: &mut Context<'_, 't, C>) {
        let UncarriedKey::ByNone { key, suggestion } = uncarried else { return };
        let mut message = format!("AWS does not list `{}` for any of the statement's actions", Shown(key.text));
        if let Some(suggestion) = suggestion {
            message = format!("{message}: did you mean `{}`?", Shown(suggestion));
        }
        cx.suggest::<Self>(key.place, message, suggestion.clone());
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{deny_with, finds, finds_of_value, found, message, policy},
    };

    /// Checks the finding about a key in a statement with one action. The suggestion may be empty.
    fn finds_of_key(action: &str, key: &str, suggestion: &str) {
        let statement = deny_with(&format!("\"{action}\""), &format!(r#""StringEquals": {{"{key}": "1"}}"#));
        let mut found = found(&policy(&statement), PolicyKind::Identity);
        found.retain(|found| found.starts_with("key-of"));
        let pointer = key.replace('/', "~1");
        let expected = format!("key-of-no-action /Statement/Condition/StringEquals/{pointer}{suggestion}");
        assert_eq!(found, [expected], "{action} {key}");
    }

    #[test]
    fn a_key_that_no_action_has_is_reported() {
        let expected = &["key-of-no-action /Statement/Condition/StringLike/s3:prefix"];
        finds(&deny_with(r#""s3:GetObject""#, r#""StringLike": {"s3:prefix": "a"}"#), expected);
        finds_of_value("StringEquals", "s3:ExistingObjectTag/team", r#""1""#, &["key-of-no-action @"]);
        finds_of_key("s3:GetObject", "s3:prefix", "");
        finds_of_key("s3:ListBucket", "s3:ExistingObjectTag/prefix", "");
    }

    #[test]
    fn a_key_of_nearly_the_name_or_of_another_prefix_is_suggested() {
        finds_of_key("s3:ListBucket", "s3:maxkeys", " -> s3:max-keys");
        finds_of_key("s3:List*", "s3:maxkeys", " -> s3:max-keys");
        finds_of_key("s3:GetObject", "ses:ExistingObjectTag/team", " -> s3:ExistingObjectTag/team");
    }

    #[test]
    fn a_key_of_an_action_that_may_be_meant_is_not_reported() {
        finds(&deny_with(r#""s3:ListBucket""#, r#""StringLike": {"s3:prefix": "a"}"#), &[]);
        finds(&deny_with(r#"["s3:GetObject", "hidden:*"]"#, r#""StringLike": {"s3:prefix": "a"}"#), &[]);
        finds(&deny_with(r#""s3:GetObject""#, r#""StringLike": {"aws:username": "a"}"#), &[]);
    }

    #[test]
    fn the_message_states_the_key_that_was_meant() {
        assert_eq!(
            message(&deny_with(r#""s3:GetObject""#, r#""StringLike": {"s3:prefix": "a"}"#)),
            "AWS does not list `s3:prefix` for any of the statement's actions"
        );
        assert_eq!(
            message(&deny_with(r#""s3:ListBucket""#, r#""NumericEquals": {"s3:maxkeys": "1"}"#)),
            "AWS does not list `s3:maxkeys` for any of the statement's actions: did you mean `s3:max-keys`?"
        );
    }
}
