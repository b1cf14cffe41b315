//! Reports the name of an API operation that is used as an action.
//!
//! ## What it checks
//! The name belongs to an API operation, not to an action. Other actions authorize the operation, so this name
//! grants nothing.
//!
//! AWS uses a few operations as actions in policies of its own, such as `s3:ListObjectsV2`. The rule
//! `uncataloged-action` reports them as warnings.
//!
//! ## Why it matters
//! Most API operations have the same name as their action, so it is easy to mistake the other operations for
//! actions. AWS saves the policy without an error.
//!
//! ## Example
//! An identity policy that is intended to allow listing a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:HeadBucket",
//!         "Resource": "arn:aws:s3:::reports"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the actions that the message names.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::reports"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If an action with the name of the operation exists, declare it in `catalog.toml` instead. The rule then still
//! reports other operations.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    OperationNotAction { severity: Error, group: NoEffect, since: "0.1.0" }
}

impl Check for OperationNotAction {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::Operation {
            cx.replace::<Self>(wrong.text, wrong.error.to_string(), wrong.suggestion.clone()).about(wrong.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn an_operation_that_is_not_an_action_is_reported() {
        finds_of_action(r#""s3:CopyObject""#, &["operation-not-action /Statement/Action -> s3:GetObject"]);
    }

    #[test]
    fn an_action_and_an_operation_of_another_service_are_not_reported() {
        finds_of_action(r#""s3:GetObject""#, &[]);
        finds_of_action(r#""ses:CopyObject""#, &["uncataloged-action /Statement/Action"]);
    }

    #[test]
    fn the_message_states_the_action() {
        assert_eq!(
            message_of_action(r#""s3:CopyObject""#),
            "`s3:CopyObject` is an API operation, not an action: use `s3:GetObject`"
        );
    }
}
