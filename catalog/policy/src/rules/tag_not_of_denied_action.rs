//! Reports an action that a `Deny` statement never denies, because its requests lack the tags of the condition.
//!
//! ## What it checks
//! A `Deny` statement has a condition on tags: `aws:ResourceTag/`, `aws:RequestTag/` or `aws:TagKeys`. AWS does not list
//! the key for an action of the statement.
//!
//! The rule uses AWS's service authorization reference. It also checks the actions that a pattern matches. It skips
//! conditions that hold for a request without the key, such as those with `StringNotEquals` or `...IfExists`.
//!
//! ## Why it matters
//! Requests for this action do not have the key, even if the resource has the tag. The condition never holds, so the
//! statement [never denies the
//! action](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_iam-tags.html).
//!
//! ## Example
//! A service control policy that protects confidential resources. AWS lists `aws:ResourceTag/` for the first action only:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Resource": "*",
//!         "Action": ["backup:DeleteBackupPlan", "ses:GetSendQuota"],
//!         "Condition": {"StringEquals": {"aws:ResourceTag/status": "confidential"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Deny the action in another statement, for example by the names of its resources.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Deny",
//!             "Resource": "*",
//!             "Action": "backup:DeleteBackupPlan",
//!             "Condition": {"StringEquals": {"aws:ResourceTag/status": "confidential"}}
//!         },
//!         {"Effect": "Deny", "Resource": "*", "Action": "ses:GetSendQuota"}
//!     ]
//! }
//! ```
//!
//! An operator with `IfExists` is not a fix, because the statement then denies all requests for the action.
//!
//! ## When to allow it
//! Allow the finding if the action needs no tag, for example because a pattern matches more actions than intended.

use alloc::format;

use crate::{catalog::PolicyCatalog, context::Context, grammar::Effect, rule::Check, subject::UncarriedTag};

rule! {
    TagNotOfDeniedAction { severity: Warning, group: Security, since: "0.1.0", needs: facts }
}

impl Check for TagNotOfDeniedAction {
    fn uncarried_tag<'t, C: PolicyCatalog>(uncarried: &UncarriedTag<'t>, cx: &mut Context<'_, 't, C>) {
        let statement = uncarried.statement;
        if statement.effect == Effect::Deny && !statement.has_not_action {
            let message =
                format!("{}, so the statement does not deny it: deny it in another statement", uncarried.cause());
            cx.report::<Self>(uncarried.key.place, message).about(statement.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{
            ACCOUNT, allow_with, deny_with, finds, finds_of, finds_of_trust, finds_with_holes, found, message, policy,
        },
    };

    const KEY: &str = r#""StringEquals": {"aws:ResourceTag/team": "mail"}"#;
    const EXPECTED: &[&str] = &["tag-not-of-denied-action /Statement/Condition/StringEquals/aws:ResourceTag~1team"];

    #[test]
    fn an_action_without_the_tags_is_reported() {
        for actions in [
            r#""ses:GetSendQuota""#,
            r#"["ses:SendEmail", "ses:GetSendQuota"]"#,
            r#""ses:Get*""#,
            r#"["ses:SendEmail", "ses:*"]"#,
            r#""*""#,
        ] {
            let mut found = found(&policy(&deny_with(actions, KEY)), PolicyKind::Identity);
            found.retain(|found| !found.starts_with("shadowed"));
            assert_eq!(found, EXPECTED, "{actions}");
        }
        finds_of(PolicyKind::ServiceControl, &deny_with(r#""ses:GetSendQuota""#, KEY), EXPECTED);
    }

    #[test]
    fn each_key_about_tags_is_checked() {
        for (operator, key, value) in [
            ("ForAnyValue:StringLike", "aws:TagKeys", "team"),
            ("StringLike", "AWS:requesttag/team", "a*"),
            ("Null", "aws:ResourceTag/team", "false"),
        ] {
            let condition = format!(r#""{operator}": {{"{key}": "{value}"}}"#);
            let pointer = key.replace('/', "~1");
            let expected = format!("tag-not-of-denied-action /Statement/Condition/{operator}/{pointer}");
            finds(&deny_with(r#"["ses:SendEmail", "ses:GetSendQuota"]"#, &condition), &[&expected]);
        }
    }

    #[test]
    fn actions_with_the_tags_are_not_reported() {
        finds(&deny_with(r#"["ses:SendEmail", "ses:Send*"]"#, KEY), &["shadowed-action /Statement/Action/0"]);
        finds(&deny_with(r#""ses:CreateTemplate""#, KEY), &[]);
        finds(&deny_with(r#""hidden:*""#, KEY), &[]);
    }

    #[test]
    fn a_condition_that_holds_without_the_tag_is_not_reported() {
        for condition in [
            r#""StringNotEquals": {"aws:ResourceTag/team": "mail"}"#,
            r#""StringEqualsIfExists": {"aws:ResourceTag/team": "mail"}"#,
            r#""Null": {"aws:ResourceTag/team": "true"}"#,
            r#""ForAllValues:StringEquals": {"aws:TagKeys": "team"}"#,
        ] {
            finds(&deny_with(r#"["ses:SendEmail", "ses:GetSendQuota"]"#, condition), &[]);
        }
    }

    #[test]
    fn only_the_first_of_several_keys_is_reported() {
        let two = r#""StringEquals": {"aws:ResourceTag/team": "mail", "aws:ResourceTag/project": "shop"}"#;
        finds(&deny_with(r#"["ses:SendEmail", "ses:GetSendQuota"]"#, two), EXPECTED);
    }

    #[test]
    fn other_statements_are_left_to_other_rules() {
        let allow = allow_with(&format!(r#", "Condition": {{{KEY}}}"#));
        finds(&allow, &[]);
        let actions = format!(r#"["sts:AssumeRole", "sts:TagSession"], "Condition": {{{KEY}}}"#);
        finds_of_trust(
            ACCOUNT,
            &actions,
            &["key-of-no-action /Statement/Condition/StringEquals/aws:ResourceTag~1team"],
        );
    }

    #[test]
    fn an_action_that_a_hole_may_be_is_not_reported() {
        let actions = r#"["ses:SendEmail", "ses:GetSendQuota", "<<Action>>"]"#;
        finds_with_holes(PolicyKind::Identity, &policy(&deny_with(actions, KEY)), &[]);
    }

    #[test]
    fn the_message_names_an_action() {
        assert_eq!(
            message(&deny_with(r#"["ses:SendEmail", "ses:GetSendQuota"]"#, KEY)),
            "AWS does not list `aws:ResourceTag/team` for `ses:GetSendQuota`, so the statement does not deny it: \
             deny it in another statement"
        );
        assert_eq!(
            message(&deny_with(r#"["ses:Get*", "s3:GetObject"]"#, KEY)),
            "AWS does not list `aws:ResourceTag/team` for `ses:GetSendQuota` of `ses:Get*` and 1 other entry of `Action`, \
             so the statement does not deny it: deny it in another statement"
        );
    }
}
