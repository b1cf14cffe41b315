//! Reports a `Deny` statement with `NotAction` that depends on tags.
//!
//! ## What it checks
//! A `Deny` statement has `NotAction` and a condition on tags: `aws:ResourceTag/`, `aws:RequestTag/` or `aws:TagKeys`. AWS
//! does not list the key for all of the other actions.
//!
//! The rule uses AWS's service authorization reference. It skips conditions that hold for a request without the key, such
//! as those with `StringNotEquals` or `...IfExists`.
//!
//! ## Why it matters
//! The requests for many actions do not have the key. The statement never denies these actions, and it does not deny
//! actions that AWS adds later without the key.
//!
//! ## Example
//! A service control policy that protects confidential resources from everything except reading:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Resource": "*",
//!         "NotAction": ["ec2:Describe*", "ec2:Get*"],
//!         "Condition": {"StringEquals": {"aws:ResourceTag/status": "confidential"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! In `Action`, list the actions to deny. Requests for each of them must have the tags.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Resource": "*",
//!         "Action": ["ec2:StopInstances", "ec2:TerminateInstances"],
//!         "Condition": {"StringEquals": {"aws:ResourceTag/status": "confidential"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the statement only adds to other protections, and actions without tags need none.

use alloc::format;

use crate::{catalog::PolicyCatalog, context::Context, grammar::Effect, rule::Check, subject::UncarriedTag};

rule! {
    DenyNotActionByTag { severity: Warning, group: Security, since: "0.1.0", needs: facts }
}

impl Check for DenyNotActionByTag {
    fn uncarried_tag<'t, C: PolicyCatalog>(uncarried: &UncarriedTag<'t>, cx: &mut Context<'_, 't, C>) {
        let statement = uncarried.statement;
        if statement.effect == Effect::Deny && statement.has_not_action {
            let message = format!(
                "{}, so the statement does not deny all other actions: list the actions in `Action`",
                uncarried.cause()
            );
            cx.report::<Self>(uncarried.key.place, message).about(statement.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_with_holes, message, policy},
    };

    const KEY: &str = r#""StringEquals": {"aws:ResourceTag/team": "mail"}"#;

    fn deny(not_actions: &str, condition: &str) -> alloc::string::String {
        format!(r#""Effect": "Deny", "NotAction": {not_actions}, "Resource": "*", "Condition": {{{condition}}}"#)
    }

    #[test]
    fn a_deny_of_other_actions_by_tag_is_reported() {
        let expected = &["deny-not-action-by-tag /Statement/Condition/StringEquals/aws:ResourceTag~1team"];
        finds(&deny(r#""ses:*""#, KEY), expected);
        finds(&deny(r#"["s3:GetObject", "iam:*"]"#, KEY), expected);
    }

    #[test]
    fn other_conditions_are_not_reported() {
        for condition in [
            r#""StringNotEquals": {"aws:ResourceTag/team": "mail"}"#,
            r#""StringEqualsIfExists": {"aws:ResourceTag/team": "mail"}"#,
            r#""Null": {"aws:RequestTag/team": "true"}"#,
            r#""StringEquals": {"aws:PrincipalTag/team": "mail"}"#,
        ] {
            finds(&deny(r#""ses:*""#, condition), &[]);
        }
    }

    #[test]
    fn a_list_that_may_contain_the_other_actions_is_not_reported() {
        finds(&deny(r#""*""#, KEY), &[]);
        finds_with_holes(PolicyKind::Identity, &policy(&deny(r#"["ses:*", "<<Action>>"]"#, KEY)), &[]);
    }

    #[test]
    fn the_message_names_an_action() {
        assert_eq!(
            message(&deny(r#""ses:*""#, KEY)),
            "AWS does not list `aws:ResourceTag/team` for `account:ListRegions`, so the statement does not deny all \
             other actions: list the actions in `Action`"
        );
    }
}
