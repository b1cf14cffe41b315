//! Reports an `Allow` statement with `NotAction`.
//!
//! ## What it checks
//! `Allow` with `NotAction` allows every action that is not listed, including actions that AWS adds later.
//!
//! Control policies of AWS Organizations, endpoint policies and session policies are not checked, because they grant
//! nothing.
//!
//! ## Why it matters
//! The policy can grant [more permissions than
//! intended](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html), and it
//! grants more with every service that AWS adds. AWS's own `PowerUserAccess` uses `NotAction`, so the statement may
//! be intended.
//!
//! ## Example
//! An identity policy for developers, who may do everything except manage access:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "NotAction": "iam:*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! In `Action`, list the actions that are needed, or use `NotAction` with `Deny`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["dynamodb:*", "lambda:*", "s3:*", "sqs:*"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a policy that must cover new services without a change, such as a variant of
//! `PowerUserAccess`.

use crate::{catalog::PolicyCatalog, context::Context, document::StatementNode, grammar::Effect, rule::Check};

rule! {
    AllowNotAction { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for AllowNotAction {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let allows = statement.effect() == Some(Effect::Allow) && cx.kind.grants();
        // A statement that also has `Action` is reported as `conflicting-elements`.
        let node = statement.not_actions().filter(|_| allows && statement.actions().is_none());
        if let Some(node) = node {
            let message = "`Allow` with `NotAction` allows every other action, including ones added later: list \
                           actions in `Action`";
            cx.report::<Self>(node.place(), message);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, message},
    };

    #[test]
    fn an_allow_of_all_other_actions_is_reported() {
        finds(
            r#""Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::a""#,
            &["allow-not-action /Statement/NotAction", "allow-not-resource /Statement/NotResource"],
        );
    }

    #[test]
    fn a_deny_and_a_service_control_policy_are_not_reported() {
        finds(r#""Effect": "Deny", "NotAction": "iam:*", "Resource": "*""#, &[]);
        finds_of(PolicyKind::ServiceControl, r#""Effect": "Allow", "NotAction": "s3:*", "Resource": "*""#, &[]);
    }

    #[test]
    fn the_message_states_what_is_allowed() {
        assert_eq!(
            message(r#""Effect": "Allow", "NotAction": "iam:*", "Resource": "*""#),
            "`Allow` with `NotAction` allows every other action, including ones added later: list actions in `Action`"
        );
    }
}
