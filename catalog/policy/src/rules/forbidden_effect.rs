//! Reports the effect `Allow` in a resource control policy.
//!
//! ## What it checks
//! A resource control policy has the effect `Allow`, but policies of this kind can only deny.
//!
//! The rule does not report the statement of `RCPFullAWSAccess`, AWS's own policy.
//!
//! ## Why it matters
//! A resource control policy never grants permissions. It only restricts them. The one policy of this kind that
//! allows everything, `RCPFullAWSAccess`, belongs to AWS and cannot be changed.
//!
//! ## Example
//! A resource control policy that is intended to allow requests only from its own organization:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": "*",
//!         "Action": "s3:*",
//!         "Resource": "*",
//!         "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-exampleorgid"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a `Deny` for the requests that must not succeed. If the policy is not a resource control policy, check it
//! as its actual kind, for example with `catalog lint --kind resource`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:*",
//!         "Resource": "*",
//!         "Condition": {
//!             "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-exampleorgid"},
//!             "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: a resource control policy that you write can only deny.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
    finding::AccessAnalyzerCheck,
    grammar::{Effect, StatementElement},
    rule::Check,
    subject::is_everything,
};

rule! {
    ForbiddenEffect { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ForbiddenEffect {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(effect) = statement.get(StatementElement::Effect) else { return };
        if statement.effect() == Some(Effect::Allow) && !cx.kind.allow() && !is_full_access(statement) {
            let message = format!("{} cannot have the effect `Allow`: it can only deny", cx.kind.described());
            cx.report::<Self>(effect.place(), message).about(AccessAnalyzerCheck::RcpSyntaxErrorAllow);
        }
    }
}

/// Returns true if a statement allows everything, as the statement of `RCPFullAWSAccess` does.
///
/// Such a statement is not reported, because AWS itself attaches that policy in every organization.
fn is_full_access(statement: StatementNode<'_>) -> bool {
    let is_all = |node: Node<'_>| node.has_hole() || node.string().is_some_and(|text| is_everything(text.text));
    let all = |node: Option<Node<'_>>| node.is_some_and(|node| node.each().any(is_all));
    let everyone = all(statement.principal()) || statement.has_unknown_principals();
    !statement.is_conditional() && everyone && all(statement.actions()) && all(statement.resources())
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, message_of},
    };

    /// A statement that allows one action for everyone.
    const ALLOW: &str = r#""Effect": "Allow", "Principal": "*", "Action": "ses:SendEmail", "Resource": "*""#;

    #[test]
    fn a_resource_control_policy_cannot_allow() {
        let expected = &["forbidden-effect /Statement/Effect"];
        finds_of(PolicyKind::ResourceControl, ALLOW, expected);
        let condition = r#""Condition": {"Bool": {"aws:SecureTransport": false}}"#;
        finds_of(PolicyKind::ResourceControl, &format!("{ALLOW}, {condition}"), expected);
    }

    #[test]
    fn the_policy_that_aws_attaches_to_every_organization_is_not_reported() {
        let full_access = r#""Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*""#;
        finds_of(PolicyKind::ResourceControl, full_access, &[]);
        finds_of(PolicyKind::ServiceControl, r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*""#, &[]);
    }

    #[test]
    fn the_message_states_the_kind_of_policy() {
        assert_eq!(
            message_of(PolicyKind::ResourceControl, ALLOW),
            "a resource control policy cannot have the effect `Allow`: it can only deny"
        );
    }
}
