//! Reports a statement that allows every action on every resource.
//!
//! ## What it checks
//! The statement allows every action on every resource, without a condition.
//!
//! Control policies of AWS Organizations, endpoint policies and session policies are not checked, because they grant
//! nothing. The rule also accepts a permissions boundary that denies something in another statement.
//!
//! ## Why it matters
//! The caller may use every service, including IAM, unless another policy denies it. Administrators need such a
//! policy, and a permissions boundary can start with this statement and deny the exceptions.
//!
//! ## Example
//! An identity policy from the first day of a project:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Allow only the actions that are needed.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["s3:*", "sqs:*"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for the policy of an administrator.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
    grammar::Effect,
    kind::PolicyKind,
    rule::Check,
    subject::is_everything,
};

rule! {
    AllowEverything { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for AllowEverything {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let allows = statement.effect() == Some(Effect::Allow) && cx.kind.grants();
        let everything = |node: Option<Node<'_>>| node.is_some_and(|node| node.plain_strings().any(is_everything));
        if allows
            && !statement.may_be_conditional()
            && everything(statement.actions())
            && everything(statement.resources())
            && !(cx.kind == PolicyKind::PermissionBoundary && cx.denies_something())
        {
            let message = "the statement allows every action on every resource: list only those that are needed";
            cx.report::<Self>(statement.members().place, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, finds_of_text, messages, policy_of},
    };

    /// A statement without which other rules report that the policy gives roles to services.
    const WITHOUT_ROLES: &str = r#""Effect": "Deny", "Action": "iam:*", "Resource": "*""#;

    #[test]
    fn every_action_on_every_resource_is_reported() {
        for allow in [
            r#""Effect": "Allow", "Action": "*", "Resource": "*""#,
            r#""Effect": "Allow", "Action": "*:*", "Resource": ["*"]"#,
        ] {
            finds_of_text(
                PolicyKind::Identity,
                &policy_of(&[allow, WITHOUT_ROLES]),
                &["allow-everything /Statement/0"],
            );
        }
    }

    #[test]
    fn a_limit_of_any_kind_is_enough() {
        let everything = r#""Effect": "Allow", "Action": "*", "Resource": "*""#;
        let limited = format!(r#"{everything}, "Condition": {{"Bool": {{"aws:SecureTransport": "true"}}}}"#);
        finds_of_text(PolicyKind::Identity, &policy_of(&[&limited, WITHOUT_ROLES]), &[]);
        finds(r#""Effect": "Allow", "Action": "s3:*", "Resource": "*""#, &[]);
        finds(r#""Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::*""#, &[]);
        finds(r#""Effect": "Deny", "Action": "*", "Resource": "*""#, &[]);
        finds_of(PolicyKind::ServiceControl, everything, &[]);
    }

    #[test]
    fn a_boundary_with_a_denial_is_not_reported() {
        let everything = r#""Effect": "Allow", "Action": "*", "Resource": "*""#;
        let boundary = PolicyKind::PermissionBoundary;
        finds_of_text(boundary, &policy_of(&[everything, WITHOUT_ROLES]), &[]);
        finds_of_text(boundary, &policy_of(&[everything]), &["allow-everything /Statement/0"]);
    }

    #[test]
    fn the_message_states_what_is_allowed() {
        let allow = r#""Effect": "Allow", "Action": "*", "Resource": "*""#;
        assert_eq!(
            messages(PolicyKind::Identity, &policy_of(&[allow, WITHOUT_ROLES])),
            ["the statement allows every action on every resource: list only those that are needed"]
        );
    }
}
