//! Reports a condition key that AWS lists for none of the statement's actions.
//!
//! ## What it checks
//! The condition key exists, but AWS does not list it for any of the statement's actions.
//!
//! The rule uses AWS's service authorization reference. Of the global keys, it checks only the keys about tags:
//! `aws:RequestTag/`, `aws:ResourceTag/` and `aws:TagKeys`. AWS does not list the other global keys by action. The rule
//! also skips a key that AWS lists for no action of any service. It skips the keys of identity providers, such as
//! `saml:sub`, except in trust policies, because all requests of a session carry these keys.
//!
//! The rule `tag-not-of-denied-action` reports a `Deny` statement whose condition on tags never holds.
//!
//! If the actions have a key with a similar name, or with the same name and another prefix, the message suggests that
//! key.
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

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    global_keys,
    rule::Check,
    shown::Shown,
    subject::{UncarriedKey, is_of_dynamodb, shared_checks::MISSING_ACTION},
};

rule! {
    KeyOfNoAction { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for KeyOfNoAction {
    fn uncarried_key<'t, C: PolicyCatalog>(uncarried: &UncarriedKey<'t>, cx: &mut Context<'_, 't, C>) {
        let UncarriedKey::ByNone { key, holds, suggestion, check, .. } = uncarried else { return };
        // The rule `dynamodb-key-of-other-action` reports these keys, unless there is a suggestion.
        if suggestion.is_none() && is_of_dynamodb(key.text) {
            return;
        }
        let result = match holds {
            Some(true) => ", so the condition always holds",
            Some(false) => ", so the condition never holds",
            None => "",
        };
        let fix = match suggestion {
            Some(suggestion) => format!("did you mean `{}`?", Shown(suggestion)),
            None => "use a key that AWS lists for the actions".into(),
        };
        let key_name = Shown(key.written());
        let message = format!("AWS does not list `{key_name}` for any of the statement's actions{result}: {fix}");
        // Access Analyzer has other checks of the keys about tags.
        let is_global = global_keys::find(key.text).is_some();
        let check = check.or((!is_global).then_some(MISSING_ACTION));
        cx.replace::<Self>(*key, message, suggestion.clone()).about(check);
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{ACCOUNT, SAML, deny_with, finds, finds_of_trust, finds_of_value, found, message, policy},
    };

    /// Checks the finding about a key in an `Allow` statement with one action. The suggestion may be empty.
    fn finds_of_key(action: &str, key: &str, suggestion: &str) {
        let statement = deny_with(&format!("\"{action}\""), &format!(r#""StringEquals": {{"{key}": "1"}}"#));
        let mut found = found(&policy(&statement.replace("Deny", "Allow")), PolicyKind::Identity);
        found.retain(|found| found.starts_with("key-of"));
        let pointer = key.replace('/', "~1");
        let expected = format!("key-of-no-action /Statement/Condition/StringEquals/{pointer}{suggestion}");
        assert_eq!(found, [expected], "{action} {key}");
    }

    #[test]
    fn a_key_that_no_action_has_is_reported() {
        let expected = &["key-of-no-action /Statement/Condition/StringLike/s3:delimiter"];
        finds(&deny_with(r#""s3:GetObject""#, r#""StringLike": {"s3:delimiter": "a"}"#), expected);
        finds_of_value("StringEquals", "s3:ExistingObjectTag/team", r#""1""#, &["key-of-no-action @"]);
        finds_of_key("s3:GetObject", "s3:delimiter", "");
        finds_of_key("s3:ListBucket", "s3:ExistingObjectTag/delimiter", "");
    }

    #[test]
    fn a_key_of_nearly_the_name_or_of_another_prefix_is_suggested() {
        finds_of_key("s3:ListBucket", "s3:maxkeys", " -> s3:max-keys");
        finds_of_key("s3:List*", "s3:maxkeys", " -> s3:max-keys");
        finds_of_key("s3:GetObject", "ses:ExistingObjectTag/team", " -> s3:ExistingObjectTag/team");
    }

    #[test]
    fn a_key_about_tags_that_no_action_has_is_reported() {
        finds_of_key("ses:GetSendQuota", "aws:RequestTag/team", "");
        finds_of_key("ses:GetSendQuota", "aws:TagKeys", "");
        finds_of_key("ses:Get*", "aws:ResourceTag/team", "");
        finds_of_key("ses:SendRawEmail", "AWS:requesttag/team", "");
        finds_of_key("ses:GetSendQuota", "ses:ResourceTag/team", "");
    }

    #[test]
    fn a_key_about_tags_that_some_action_has_is_not_reported() {
        for key in ["aws:RequestTag/team", "aws:ResourceTag/team"] {
            let condition = format!(r#""StringNotEquals": {{"{key}": "mail"}}"#);
            for actions in [r#""ses:SendEmail""#, r#""ses:Send*""#, r#"["ses:GetSendQuota", "ses:SendEmail"]"#] {
                finds(&deny_with(actions, &condition), &[]);
            }
        }
        // The page lists the key with the prefix of the service.
        finds(&deny_with(r#""ses:CreateTemplate""#, r#""StringEquals": {"aws:ResourceTag/team": "mail"}"#), &[]);
    }

    #[test]
    fn a_key_that_no_page_lists_for_an_action_is_not_reported() {
        finds(&deny_with(r#""ses:SendEmail""#, r#""StringNotLike": {"ses:UnlistedKey": "a"}"#), &[]);
        finds(&deny_with(r#""s3:GetObject""#, r#""StringNotLike": {"ses:UnlistedKey": "a"}"#), &[]);
    }

    #[test]
    fn a_key_of_the_session_is_reported_only_in_a_trust_policy() {
        let condition = r#""StringEquals": {"saml:sub_type": "persistent"}"#;
        finds(&deny_with(r#""s3:GetObject""#, condition), &[]);
        let actions = format!(r#""sts:AssumeRole", "Condition": {{{condition}}}"#);
        let expected = &["key-of-no-action /Statement/Condition/StringEquals/saml:sub_type"];
        finds_of_trust(ACCOUNT, &actions, expected);
        finds_of_trust(SAML, &actions.replace("Role", "RoleWithSAML"), &[]);
    }

    #[test]
    fn a_key_of_an_action_that_may_be_meant_is_not_reported() {
        finds(&deny_with(r#""s3:ListBucket""#, r#""StringLike": {"s3:delimiter": "a"}"#), &[]);
        finds(&deny_with(r#"["s3:GetObject", "hidden:*"]"#, r#""StringLike": {"s3:delimiter": "a"}"#), &[]);
        finds(&deny_with(r#""s3:GetObject""#, r#""StringLike": {"aws:username": "a"}"#), &[]);
    }

    #[test]
    fn the_message_states_the_result_and_the_key_that_was_meant() {
        let start = "AWS does not list `s3:delimiter` for any of the statement's actions, so the condition";
        for (operator, value, result) in [
            ("StringLike", "a", "never"),
            ("StringNotLike", "a", "always"),
            ("StringLikeIfExists", "a", "always"),
            ("Null", "true", "always"),
            ("Null", "false", "never"),
        ] {
            let condition = format!(r#""{operator}": {{"s3:delimiter": "{value}"}}"#);
            let expected = format!("{start} {result} holds: use a key that AWS lists for the actions");
            assert_eq!(message(&deny_with(r#""s3:GetObject""#, &condition)), expected);
        }
        assert_eq!(
            message(&deny_with(r#""s3:ListBucket""#, r#""NumericEquals": {"s3:maxkeys": "1"}"#)),
            "AWS does not list `s3:maxkeys` for any of the statement's actions, so the condition never holds: did you \
             mean `s3:max-keys`?"
        );
    }
}
