//! Reports an `Allow` statement with `NotAction` that depends on tags.
//!
//! ## What it checks
//! An `Allow` statement has `NotAction` and a condition on tags: `aws:ResourceTag/`, `aws:RequestTag/` or `aws:TagKeys`.
//! AWS does not list the key for all of the other actions.
//!
//! The rule uses AWS's service authorization reference. It skips conditions that hold for a request without the key, such
//! as those with `StringNotEquals` or `...IfExists`.
//!
//! ## Why it matters
//! The requests for many actions do not have the key, so the statement does not allow these actions.
//!
//! ## Example
//! An identity policy for the resources of one team:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "*",
//!         "NotAction": ["iam:*", "organizations:*"],
//!         "Condition": {"StringEquals": {"aws:ResourceTag/team": "mail"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! In `Action`, list the actions to allow. Requests for each of them must have the tags.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "*",
//!         "Action": ["ec2:StartInstances", "ec2:StopInstances"],
//!         "Condition": {"StringEquals": {"aws:ResourceTag/team": "mail"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if only the actions with tags are intended, including those that AWS adds later.

use alloc::format;

use crate::{catalog::PolicyCatalog, context::Context, grammar::Effect, rule::Check, subject::UncarriedTag};

rule! {
    AllowNotActionByTag { severity: Note, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for AllowNotActionByTag {
    fn uncarried_tag<'t, C: PolicyCatalog>(uncarried: &UncarriedTag<'t>, cx: &mut Context<'_, 't, C>) {
        let statement = uncarried.statement;
        if statement.effect == Effect::Allow && statement.has_not_action {
            let message = format!(
                "{}, so the statement does not allow all other actions: list the actions in `Action`",
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
        testing::{finds, found, message_of, policy},
    };

    const KEY: &str = r#""StringEquals": {"aws:ResourceTag/team": "mail"}"#;

    fn allow(not_actions: &str, condition: &str) -> alloc::string::String {
        format!(r#""Effect": "Allow", "NotAction": {not_actions}, "Resource": "*", "Condition": {{{condition}}}"#)
    }

    #[test]
    fn an_allow_of_other_actions_by_tag_is_reported() {
        finds(
            &allow(r#""iam:*""#, KEY),
            &[
                "allow-not-action /Statement/NotAction",
                "allow-not-action-by-tag /Statement/Condition/StringEquals/aws:ResourceTag~1team",
            ],
        );
    }

    #[test]
    fn other_conditions_are_not_reported() {
        for condition in [
            r#""StringNotEquals": {"aws:ResourceTag/team": "mail"}"#,
            r#""StringEqualsIfExists": {"aws:ResourceTag/team": "mail"}"#,
            r#""StringEquals": {"aws:PrincipalTag/team": "mail"}"#,
        ] {
            let found = found(&policy(&allow(r#""iam:*""#, condition)), PolicyKind::Identity);
            assert_eq!(found, ["allow-not-action /Statement/NotAction"], "{condition}");
        }
    }

    #[test]
    fn the_message_names_an_action() {
        assert_eq!(
            message_of(PolicyKind::ServiceControl, &allow(r#""iam:*""#, KEY)),
            "AWS does not list `aws:ResourceTag/team` for `account:ListRegions`, so the statement does not allow all \
             other actions: list the actions in `Action`"
        );
    }
}
