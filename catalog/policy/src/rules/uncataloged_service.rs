//! Reports a service prefix that AWS's reference does not list.
//!
//! ## What it checks
//! AWS's reference does not list a service with this prefix, and the prefix is not certainly a mistake.
//!
//! The prefix may be wrong, or the service may be undocumented or retired before October 2024. The rule
//! `retired-action` reports a service that AWS retired later. The rule `unknown-service` reports a typo and another
//! name of a service.
//!
//! ## Why it matters
//! The entry has no effect if the service does not exist. The finding is only a warning, because AWS's own policies
//! also name services that are not in the reference. Some of these services no longer exist, and others are
//! undocumented.
//!
//! ## Example
//! An identity policy with a service that was retired long ago:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["sumerian:ViewRelease", "s3:ListAllMyBuckets"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Look up the service in AWS's documentation. If it exists, declare its actions in `catalog.toml`. Otherwise
//! remove or replace them.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListAllMyBuckets",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If the service exists, declare its actions instead, so that the rule still reports other names. Allow the
//! finding in a copy of an AWS managed policy with a service that was retired long ago.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    UncatalogedService { severity: Warning, group: NoEffect, since: "0.1.0", was: ["uncatalogued-service"] }
}

impl Check for UncatalogedService {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::UnknownService {
            let message = wrong.used_by.map_or_else(|| wrong.error.to_string(), |_| wrong.message_of_doubt());
            cx.replace::<Self>(wrong.text, message, wrong.suggestion.clone()).about(wrong.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn a_service_that_is_not_known_is_reported() {
        finds_of_action(r#""frobnicate:Get*""#, &["uncataloged-service /Statement/Action"]);
        // A pattern is weak evidence for a typo, because it names no action.
        finds_of_action(r#""zes:Get*""#, &["uncataloged-service /Statement/Action -> ses:Get*"]);
    }

    #[test]
    fn known_services_are_not_reported() {
        finds_of_action(r#"["hidden:Anything", "SES:SendEmail"]"#, &[]);
    }

    #[test]
    fn the_message_states_the_service_that_was_meant() {
        assert_eq!(
            message_of_action(r#""frobnicate:Get*""#),
            "unknown service prefix in `frobnicate:Get*`: the catalog has no service with this prefix"
        );
        assert_eq!(message_of_action(r#""zes:Get*""#), "unknown service prefix in `zes:Get*`: did you mean `ses:…`?");
    }
}
