//! Reports an action whose callers need another action that the policy does not allow.
//!
//! ## What it checks
//! The action requires another action, which the policy does not allow.
//!
//! The rule uses the dependent actions in AWS's service authorization reference. It checks only actions that are
//! named in full. It skips patterns, because an author rarely needs every action that a pattern matches.
//!
//! ## Why it matters
//! A call can fail although the policy allows its action. The finding is only a note, because a user or role
//! usually has several policies. Also, not every call needs every dependent action.
//!
//! ## Example
//! An identity policy of a scheduler that runs tasks:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ecs:RunTask",
//!         "Resource": "arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Allow the other action too, unless another policy allows it.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "ecs:RunTask",
//!             "Resource": "arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:*"
//!         },
//!         {
//!             "Effect": "Allow",
//!             "Action": "iam:PassRole",
//!             "Resource": "arn:aws:iam::111122223333:role/shop-*"
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if another policy of the same user or role allows the required action, or if your calls do not
//! need it.

use alloc::{format, string::String};

use catalog_core::resolve::Pattern;

use crate::{
    catalog::PolicyCatalog, context::Context, grammar::Effect, kind::PolicyKind, rule::Check, subject::Actions,
};

rule! {
    DependentActionMissing { severity: Note, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for DependentActionMissing {
    fn actions<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
        if cx.kind != PolicyKind::Identity || actions.statement.effect() != Some(Effect::Allow) {
            return;
        }
        for (text, pattern) in &actions.named {
            // Skip patterns: an author rarely needs every action that a pattern matches.
            let Pattern::One(service, position) = *pattern else { continue };
            let Some(needed) = cx.catalog.needs(service, position) else { continue };
            let mut missing = String::new();
            for needed in needed {
                if !cx.allows(&needed) {
                    missing += if missing.is_empty() { "`" } else { ", `" };
                    missing += &needed;
                    missing += "`";
                }
            }
            if !missing.is_empty() {
                let message = format!("`{}` also requires {missing}, which the policy does not allow", text.text);
                cx.report::<Self>(text.place, message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, finds_of_text, message, policy_of},
    };

    #[test]
    fn a_needed_action_that_nothing_allows_is_reported() {
        let expected = &["dependent-action-missing /Statement/Action"];
        finds(r#""Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*""#, expected);
    }

    #[test]
    fn a_needed_action_may_be_allowed_anywhere() {
        let only_functions = r#""Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}"#;
        let pattern = r#""Effect": "Allow", "Action": "iam:Pass*", "Resource": "*""#;
        let create = r#""Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*""#;
        let pass = r#""Effect": "Allow", "Action": "iam:passrole", "Resource": "*""#;
        for allow in [pattern, pass] {
            let allow = format!("{allow}, {only_functions}");
            finds_of_text(PolicyKind::Identity, &policy_of(&[create, &allow]), &[]);
        }
    }

    #[test]
    fn patterns_and_policies_that_grant_nothing_are_not_reported() {
        finds(r#""Effect": "Allow", "Action": "lambda:Create*", "Resource": "*""#, &[]);
        finds(r#""Effect": "Deny", "Action": "lambda:CreateFunction", "Resource": "*""#, &[]);
        let allow = r#""Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*""#;
        finds_of(PolicyKind::PermissionBoundary, allow, &[]);
    }

    #[test]
    fn the_message_states_what_is_needed() {
        assert_eq!(
            message(r#""Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*""#),
            "`lambda:CreateFunction` also requires `iam:PassRole`, which the policy does not allow"
        );
    }
}
