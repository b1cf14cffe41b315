//! Reports an action that no service has and that is nearly the name of a known one.
//!
//! ## What it checks
//! The service has no such action, but it has one with nearly the same name.
//!
//! Two names are nearly the same if a letter or two differ and no whole word does. An action that differs by more
//! is reported as `uncataloged-action`.
//!
//! ## Why it matters
//! The action grants nothing. AWS saves the policy without an error, and the mistake is noticed only when a request
//! is denied. In a `Deny`, it is not noticed at all.
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
//! Write the action that the message suggests. If the action exists as it is written, declare it.
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
//! If AWS has not documented the action yet, declare it instead, so mistakes in other names are still reported.

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
    use crate::testing::{message_of_action, says_of_action};

    #[test]
    fn a_typo_of_an_action_is_reported() {
        says_of_action(r#""ses:SendEmial""#, &["unknown-action /Statement/Action -> ses:SendEmail"]);
    }

    #[test]
    fn actions_in_other_case_are_not_reported() {
        says_of_action(r#""SES:sendemail""#, &[]);
        // A name that is not near a known one is not a typo.
        says_of_action(r#""ses:SendFax""#, &["uncataloged-action /Statement/Action"]);
    }

    #[test]
    fn the_message_states_the_action_that_was_meant() {
        assert_eq!(
            message_of_action(r#""ses:SendEmial""#),
            "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?"
        );
    }
}
