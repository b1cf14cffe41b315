//! Reports a pattern that matches no action of its service.
//!
//! ## What it checks
//! The pattern matches no action of the service.
//!
//! The rule `unknown-action` reports a pattern whose beginning is a typo. The rule `retired-action` reports a pattern
//! that matches only actions that AWS has removed.
//!
//! ## Why it matters
//! The pattern has no effect, and AWS does not report that. A pattern for actions that do not exist yet is harmless.
//!
//! ## Example
//! An identity policy of a program that sends mail:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:Mail*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a pattern that matches an action, or remove the pattern.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:Send*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the pattern is intended for actions that AWS will add later. If the actions exist but are
//! not documented, declare the pattern in `catalog.toml` instead.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    NoMatch { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for NoMatch {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::NoMatch {
            cx.replace::<Self>(wrong.text, wrong.error.to_string(), wrong.suggestion.clone()).about(wrong.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn a_pattern_that_matches_nothing_is_reported() {
        finds_of_action(r#""ses:Mail*""#, &["no-match /Statement/Action"]);
        finds_of_action(r#"["ses:SendEmail", "ses:Frobnicate*"]"#, &["no-match /Statement/Action/1"]);
    }

    #[test]
    fn a_pattern_that_may_match_is_not_reported() {
        finds_of_action(r#"["ses:send*", "S3:?etObject"]"#, &[]);
        finds_of_action(r#""hidden:Any*""#, &[]);
    }

    #[test]
    fn the_message_states_the_service() {
        assert_eq!(message_of_action(r#""ses:Frobnicate*""#), "pattern `ses:Frobnicate*` matches no action of ses");
    }
}
