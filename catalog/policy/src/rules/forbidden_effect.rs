//! Reports the effect `Allow` in a resource control policy.
//!
//! ## What it checks
//! A resource control policy has the effect `Allow`, but policies of this kind can only deny.
//!
//! The statement of `RCPFullAWSAccess`, AWS's own policy, is not reported.
//!
//! ## Why it matters
//! A resource control policy never grants anything. It only removes permissions. The one policy of this kind that
//! allows everything, `RCPFullAWSAccess`, belongs to AWS and cannot be changed.
//!
//! ## Example
//! A resource control policy that is intended to admit its own organization:
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
//! Write a `Deny` for the requests that must not succeed, or check the policy as the kind that it is.
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
//! Never: a resource control policy of your own can only deny. If the policy is of another kind, check it as that
//! kind.

use alloc::format;

use crate::{
    PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
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
            cx.report::<Self>(effect.place(), format!("{} can only deny", cx.kind.described()));
        }
    }
}

/// Returns true for the statement of `RCPFullAWSAccess`, which every organization has.
fn is_full_access(statement: StatementNode<'_>) -> bool {
    let all = |node: Option<Node<'_>>| node.is_some_and(|node| node.strings().any(|text| is_everything(text.text)));
    !statement.is_conditional() && all(statement.principal()) && all(statement.actions()) && all(statement.resources())
}
