//! Reports an action that an `Allow` statement never allows, because its requests lack the tags of the condition.
//!
//! ## What it checks
//! An `Allow` statement has a condition on tags: `aws:ResourceTag/`, `aws:RequestTag/` or `aws:TagKeys`. AWS lists the
//! key for some actions of the statement, and does not list it for another one.
//!
//! The rule uses AWS's service authorization reference. It also checks the actions that a pattern matches. It skips
//! conditions that hold for a request without the key, such as those with `StringNotEquals` or `...IfExists`. The rule
//! `key-of-no-action` reports a key that AWS lists for none of the statement's actions.
//!
//! ## Why it matters
//! Requests for this action do not have the key. The condition never holds, so the statement does not allow the action.
//!
//! ## Example
//! An identity policy for the instances of one team. Requests for `ec2:DescribeInstances` have no tags:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "*",
//!         "Action": ["ec2:DescribeInstances", "ec2:StartInstances"],
//!         "Condition": {"StringEquals": {"aws:ResourceTag/team": "mail"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Move the action to a statement without the condition.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {"Effect": "Allow", "Resource": "*", "Action": "ec2:DescribeInstances"},
//!         {
//!             "Effect": "Allow",
//!             "Resource": "*",
//!             "Action": "ec2:StartInstances",
//!             "Condition": {"StringEquals": {"aws:ResourceTag/team": "mail"}}
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a pattern that matches more actions than needed.

use alloc::format;

use crate::{catalog::PolicyCatalog, context::Context, grammar::Effect, rule::Check, subject::UncarriedTag};

rule! {
    TagNotOfAllowedAction { severity: Note, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for TagNotOfAllowedAction {
    fn uncarried_tag<'t, C: PolicyCatalog>(uncarried: &UncarriedTag<'t>, cx: &mut Context<'_, 't, C>) {
        let statement = uncarried.statement;
        if statement.effect == Effect::Allow && !statement.has_not_action {
            let message = format!(
                "{}, so the statement does not allow it: move it to a statement without the condition",
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
        testing::{deny_with, finds, finds_with_holes, message, policy},
    };

    const KEY: &str = r#""StringEquals": {"aws:ResourceTag/team": "mail"}"#;
    const EXPECTED: &[&str] = &["tag-not-of-allowed-action /Statement/Condition/StringEquals/aws:ResourceTag~1team"];

    fn allow(actions: &str, condition: &str) -> alloc::string::String {
        deny_with(actions, condition).replace("Deny", "Allow")
    }

    #[test]
    fn one_of_several_actions_without_the_tags_is_reported() {
        finds(&allow(r#"["ses:SendEmail", "ses:GetSendQuota"]"#, KEY), EXPECTED);
        finds(&allow(r#""ses:*""#, KEY), EXPECTED);
        finds(&allow(r#""*""#, KEY), EXPECTED);
    }

    #[test]
    fn an_action_by_itself_is_left_to_the_rule_about_such_keys() {
        let expected = &["key-of-no-action /Statement/Condition/StringEquals/aws:ResourceTag~1team"];
        finds(&allow(r#""ses:GetSendQuota""#, KEY), expected);
        finds(&allow(r#""ses:Get*""#, KEY), expected);
    }

    #[test]
    fn actions_with_the_tags_and_other_conditions_are_not_reported() {
        finds(&allow(r#""ses:Send*""#, KEY), &[]);
        for condition in [
            r#""StringNotEquals": {"aws:ResourceTag/team": "mail"}"#,
            r#""StringEqualsIfExists": {"aws:ResourceTag/team": "mail"}"#,
            r#""ForAllValues:StringEquals": {"aws:TagKeys": "team"}"#,
        ] {
            finds(&allow(r#"["ses:SendEmail", "ses:GetSendQuota"]"#, condition), &[]);
        }
    }

    #[test]
    fn a_statement_with_a_hole_as_its_effect_is_not_reported() {
        let statement = allow(r#"["ses:SendEmail", "ses:GetSendQuota"]"#, KEY).replace("Allow", "<<Effect>>");
        finds_with_holes(PolicyKind::Identity, &policy(&statement), &[]);
    }

    #[test]
    fn the_message_names_an_action() {
        assert_eq!(
            message(&allow(&format!(r#"["ses:SendEmail", {}]"#, r#""ses:GetSendQuota""#), KEY)),
            "AWS does not list `aws:ResourceTag/team` for `ses:GetSendQuota`, so the statement does not allow it: move \
             it to a statement without the condition"
        );
    }
}
