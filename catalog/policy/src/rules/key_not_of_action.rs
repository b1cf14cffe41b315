//! Reports an action whose statement has a condition key that AWS does not list for the action.
//!
//! ## What it checks
//! AWS lists the condition key for other actions of the statement, but not for this one.
//!
//! The rule uses AWS's service authorization reference. It skips operators that take a missing key into account:
//! `Null`, `...IfExists` and `ForAllValues:`. It also skips actions that are matched by a pattern. The rule
//! `key-of-no-action` reports a key that AWS lists for none of the statement's actions.
//!
//! ## Why it matters
//! Requests for this action do not have the key. The condition therefore never holds for the action, or always
//! holds if its operator is negated.
//!
//! ## Example
//! An identity policy for the home directories in a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": ["arn:aws:s3:::mybucket", "arn:aws:s3:::mybucket/home/*"],
//!         "Action": ["s3:ListBucket", "s3:GetObject"],
//!         "Condition": {"StringLike": {"s3:prefix": "home/*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Move the action to a statement without the condition, or with another condition.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "s3:ListBucket",
//!             "Resource": "arn:aws:s3:::mybucket",
//!             "Condition": {"StringLike": {"s3:prefix": "home/*"}}
//!         },
//!         {
//!             "Effect": "Allow",
//!             "Action": "s3:GetObject",
//!             "Resource": "arn:aws:s3:::mybucket/home/*"
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if requests for the action have the key, although the reference does not list it.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{UncarriedKey, is_of_dynamodb},
};

rule! {
    KeyNotOfAction { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for KeyNotOfAction {
    fn uncarried_key<'t, C: PolicyCatalog>(uncarried: &UncarriedKey<'t>, cx: &mut Context<'_, 't, C>) {
        let UncarriedKey::ByOne { key, action, holds } = uncarried else { return };
        // The rule `dynamodb-key-of-other-action` reports these keys.
        if is_of_dynamodb(key.text) {
            return;
        }
        let holds = if *holds { "always" } else { "never" };
        let message = format!(
            "AWS does not list `{}` for `{}`, so the condition {holds} holds: move the action to another statement",
            Shown(key.written()),
            Shown(action.written())
        );
        cx.report::<Self>(action.place, message).about(AccessAnalyzerCheck::UnsupportedActionForConditionKey);
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{ACCOUNT, deny_with, finds, finds_of_trust, message};

    const BOTH: &str = r#"["s3:ListBucket", "s3:GetObject"]"#;
    const PREFIX: &str = r#""StringLike": {"s3:delimiter": "a"}"#;

    #[test]
    fn an_action_whose_requests_lack_the_key_is_reported() {
        let expected = &["key-not-of-action /Statement/Action/1"];
        finds(&deny_with(BOTH, PREFIX), expected);
        finds(&deny_with(r#"["s3:List*", "s3:GetObject"]"#, PREFIX), expected);
        finds(&deny_with(BOTH, r#""StringNotEquals": {"s3:delimiter": "a"}"#), expected);
    }

    #[test]
    fn a_key_that_is_not_defined_is_that_of_the_actions_that_list_it() {
        for key in ["s3:NotDefined", "s3:Open/part", "aws:NotDefined"] {
            let condition = format!(r#""StringLike": {{"{key}": "a"}}"#);
            finds(&deny_with(r#""s3:GetObjectAcl""#, &condition), &[]);
            let both = r#"["s3:GetObjectAcl", "s3:GetObject"]"#;
            finds(&deny_with(both, &condition), &["key-not-of-action /Statement/Action/1"]);
        }
    }

    #[test]
    fn patterns_are_not_reported() {
        finds(&deny_with(r#"["s3:ListBucket", "s3:Get*"]"#, PREFIX), &[]);
        finds(&deny_with(r#"["s3:ListBucket", "*"]"#, PREFIX), &["shadowed-action /Statement/Action/0"]);
    }

    #[test]
    fn a_comparison_that_is_written_for_a_missing_key_is_not_reported() {
        finds(&deny_with(BOTH, r#""StringLikeIfExists": {"s3:delimiter": "a"}"#), &[]);
        finds(&deny_with(BOTH, r#""Null": {"s3:delimiter": "false"}"#), &[]);
        finds(&deny_with(BOTH, r#""Bool": {"aws:SecureTransport": "true"}"#), &[]);
    }

    #[test]
    fn the_actions_of_a_trust_policy_share_their_keys() {
        let actions = format!(r#"["sts:AssumeRole", "s3:ListBucket"], "Condition": {{{PREFIX}}}"#);
        finds_of_trust(ACCOUNT, &actions, &["forbidden-action /Statement/Action/1"]);
    }

    #[test]
    fn the_message_states_the_result_for_such_requests() {
        assert_eq!(
            message(&deny_with(BOTH, PREFIX)),
            "AWS does not list `s3:delimiter` for `s3:GetObject`, so the condition never holds: move the action to \
             another statement"
        );
        assert_eq!(
            message(&deny_with(BOTH, r#""StringNotEquals": {"s3:delimiter": "a"}"#)),
            "AWS does not list `s3:delimiter` for `s3:GetObject`, so the condition always holds: move the action to \
             another statement"
        );
    }
}
