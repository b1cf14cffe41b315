//! Reports a service prefix that does not exist and is certainly a mistake.
//!
//! ## What it checks
//! No service has this prefix, and it is clear which service is intended.
//!
//! The mistakes are:
//!
//! * a typo (`sess:SendEmail`);
//! * another name of a service, such as its name in the AWS CLI: `stepfunctions` for `states`, `elb` for
//!   `elasticloadbalancing`, `efs` for `elasticfilesystem`.
//!
//! The rule `uncataloged-service` reports other unknown prefixes.
//!
//! ## Why it matters
//! The entry grants nothing. The prefix is not always the name of the service: it is `logs` for CloudWatch Logs,
//! and `elasticfilesystem` for EFS.
//!
//! ## Example
//! An identity policy with one letter too many:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sess:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the prefix that the message suggests. If the service in the policy exists, declare its actions in
//! `catalog.toml`.
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
//! If the service exists but AWS has not documented it yet, declare its actions instead, so that the rule still
//! reports typos.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    UnknownService { severity: Error, group: NoEffect, since: "0.1.0" }
}

impl Check for UnknownService {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::MistypedService {
            cx.replace::<Self>(wrong.text, wrong.error.to_string(), wrong.suggestion.clone()).about(wrong.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn a_typo_of_a_service_is_reported() {
        finds_of_action(r#""sess:SendEmail""#, &["unknown-service /Statement/Action -> ses:SendEmail"]);
    }

    #[test]
    fn known_services_and_patterns_are_not_reported() {
        finds_of_action(r#""ses:SendEmail""#, &[]);
        // A pattern is weak evidence for a typo, because it names no action.
        finds_of_action(r#""sess:Send*""#, &["uncataloged-service /Statement/Action -> ses:Send*"]);
    }

    #[test]
    fn the_message_states_the_action_that_was_meant() {
        assert_eq!(
            message_of_action(r#""sess:SendEmail""#),
            "unknown service prefix in `sess:SendEmail`: did you mean `ses:SendEmail`?"
        );
    }
}
