//! Reports an action that does not exist and is certainly a mistake.
//!
//! ## What it checks
//! The service has no such action, but it has one that is clearly meant.
//!
//! The mistakes are:
//!
//! * a few letters that are missing, added, changed or swapped (`ses:SendEmial`);
//! * a plural for a singular, or the reverse (`iam:PassRoles`, `ec2:DescribeInstance`);
//! * a version (`lambda:InvokeFunctionV2`);
//! * a verb with a similar meaning (`dynamodb:CreateItem` for `dynamodb:PutItem`);
//! * a prefix that belongs to a related service (`cloudwatch:PutLogEvents` for `logs:PutLogEvents`).
//!
//! The rule also reports a pattern that matches no action, if its beginning is such a typo (`ses:Sned*`).
//!
//! The rule `uncataloged-action` reports an action that is not similar to a known one. It also reports an action that
//! AWS uses in its own policies.
//!
//! ## Why it matters
//! The action grants nothing. AWS saves the policy without an error, so you notice the mistake only when a request
//! is denied. In a `Deny`, you may never notice it.
//!
//! ## Example
//! An identity policy of a program that sends mail:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmial",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the action that the message suggests. If the action in the policy exists, declare it in `catalog.toml`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If the action exists but AWS has not documented it yet, declare it instead, so that the rule still reports
//! typos.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    UnknownAction { severity: Error, group: NoEffect, since: "0.1.0" }
}

impl Check for UnknownAction {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(wrong.fault, ActionFault::MistypedName | ActionFault::MistypedPattern) {
            cx.replace::<Self>(wrong.text, wrong.error.to_string(), wrong.suggestion.clone()).about(wrong.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn a_typo_of_an_action_is_reported() {
        for action in ["ses:SendEmial", "ses:SendEmails", "ses:SendEmailV2", "ses:PublishEmail"] {
            let expected = "unknown-action /Statement/Action -> ses:SendEmail";
            finds_of_action(&format!("\"{action}\""), &[expected]);
        }
    }

    #[test]
    fn a_typo_at_the_beginning_of_a_pattern_is_reported() {
        finds_of_action(r#""ses:Sned*""#, &["unknown-action /Statement/Action -> ses:Send*"]);
        finds_of_action(r#""ses:SendEmial*""#, &["unknown-action /Statement/Action -> ses:SendEmail*"]);
        finds_of_action(r#""ses:Sned*Email""#, &["unknown-action /Statement/Action"]);
    }

    #[test]
    fn actions_in_other_case_are_not_reported() {
        finds_of_action(r#""SES:sendemail""#, &[]);
        // `SendFax` is not similar to a known action, so another rule reports it.
        finds_of_action(r#""ses:SendFax""#, &["uncataloged-action /Statement/Action"]);
    }

    #[test]
    fn the_message_states_the_action_that_was_meant() {
        assert_eq!(
            message_of_action(r#""ses:SendEmial""#),
            "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?"
        );
    }
}
