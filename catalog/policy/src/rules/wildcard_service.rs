//! Reports an action with a wildcard in its service prefix.
//!
//! ## What it checks
//! The service prefix of the action has a wildcard, but IAM requires the full prefix.
//!
//! ## Why it matters
//! IAM refuses the policy. Wildcards are allowed in the [action
//! name](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html), which follows
//! the prefix and a colon.
//!
//! ## Example
//! An identity policy that is intended for every service whose prefix begins with `s`:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s*:Get*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write one pattern per service, or only `*`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["s3:Get*", "sns:Get*", "sqs:Get*"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    WildcardService { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for WildcardService {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::WildcardService {
            cx.replace::<Self>(wrong.text, wrong.error.to_string(), wrong.suggestion.clone()).about(wrong.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn a_prefix_with_a_wildcard_is_reported() {
        finds_of_action(r#""s*:Get*""#, &["wildcard-service /Statement/Action"]);
    }

    #[test]
    fn wildcards_in_names_and_stars_are_not_reported() {
        finds_of_action(r#""s3:Get*""#, &[]);
        finds_of_action(r#""*:*""#, &[]);
        finds_of_action(r#""**""#, &[]);
    }

    #[test]
    fn the_message_states_the_fault() {
        assert_eq!(
            message_of_action(r#""s*:Get*""#),
            "`s*:Get*` has a wildcard in the service prefix: write the whole prefix"
        );
    }
}
