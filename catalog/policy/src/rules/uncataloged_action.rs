//! Reports an action that AWS's reference does not list.
//!
//! ## What it checks
//! AWS's reference does not list the action, and the name is not an obvious typo.
//!
//! The action may be undocumented, wrong, or retired before October 2024. The rule `unknown-action` reports an
//! obvious typo, and `retired-action` reports an action that AWS retired later.
//!
//! ## Why it matters
//! The entry has no effect if the action does not exist. The finding is only a warning, because AWS's own policies
//! name actions that the reference does not list. The catalog describes AWS's reference of one month, so actions that
//! AWS has added since then are missing.
//!
//! ## Example
//! An identity policy with an action whose name was guessed:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["sqs:BrowseQueue", "sqs:ReceiveMessage"],
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Look up the action in AWS's documentation. If it exists, declare it in `catalog.toml`. Otherwise remove or
//! replace it.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:ReceiveMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If the action exists, declare it instead, so that the rule still reports other names. Allow the finding in a
//! copy of an AWS managed policy with an action that was retired long ago.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    UncatalogedAction { severity: Warning, group: NoEffect, since: "0.1.0", was: ["uncatalogued-action"] }
}

impl Check for UncatalogedAction {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::UnknownName {
            let mut message = wrong.error.to_string();
            message += if message.ends_with('?') { " If" } else { "; if" };
            message += " it exists, declare it in `catalog.toml`";
            cx.suggest::<Self>(wrong.text.place, message, wrong.suggestion.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn an_action_that_is_not_known_is_reported() {
        finds_of_action(r#""ses:Frobnicate""#, &["uncataloged-action /Statement/Action"]);
    }

    #[test]
    fn a_plural_and_a_version_are_not_typos() {
        let expected = &["uncataloged-action /Statement/Action -> ses:SendEmail"];
        finds_of_action(r#""ses:SendEmails""#, expected);
        finds_of_action(r#""ses:SendEmailV2""#, expected);
    }

    #[test]
    fn a_service_whose_page_leaves_its_actions_out_is_not_reported() {
        finds_of_action(r#"["hidden:Anything", "hidden:Any*"]"#, &[]);
    }

    #[test]
    fn the_message_states_how_to_declare_the_action() {
        assert_eq!(
            message_of_action(r#""ses:Frobnicate""#),
            "unknown action `ses:Frobnicate`: ses has no action with this name; if it exists, declare it in \
             `catalog.toml`"
        );
        assert_eq!(
            message_of_action(r#""ses:SendEmailV2""#),
            "unknown action `ses:SendEmailV2`: did you mean `ses:SendEmail`? If it exists, declare it in `catalog.toml`"
        );
    }
}
