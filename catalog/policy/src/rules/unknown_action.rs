//! Reports an action that does not exist and is probably a typo.
//!
//! ## What it checks
//! The service has no such action, but it has one with nearly the same name.
//!
//! Two names are nearly the same if they differ in one or two letters, but not in a whole word. The rule
//! `uncataloged-action` reports an action that differs by more.
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
        if wrong.fault == ActionFault::MistypedName {
            cx.suggest::<Self>(wrong.text.place, wrong.error.to_string(), wrong.suggestion.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn a_typo_of_an_action_is_reported() {
        finds_of_action(r#""ses:SendEmial""#, &["unknown-action /Statement/Action -> ses:SendEmail"]);
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
