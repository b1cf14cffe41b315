//! Reports a resource control policy that denies a whole service to everyone.
//!
//! ## What it checks
//! A `Deny` of a resource control policy has no condition, and denies all actions of a service on all resources.
//!
//! ## Why it matters
//! No caller can use the service, including AWS services that use your resources. For example, AWS CloudTrail can no longer
//! write its logs to a bucket.
//!
//! ## Example
//! A resource control policy that is intended for buckets:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! The rule is off by default. A configuration turns it on:
//!
//! ```toml
//! warn = ["unconditional-denial"]
//! ```
//!
//! ## Fix
//! Add a condition that exempts the intended callers and AWS services.
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
//!             "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
//!             "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the organization does not use the service.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
    grammar::Effect,
    kind::PolicyKind,
    rule::Check,
    shown::Shown,
};

rule! {
    UnconditionalDenial { severity: Warning, group: Restriction, since: "0.1.0" }
}

impl Check for UnconditionalDenial {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let is_denied = cx.kind == PolicyKind::ResourceControl && statement.effect() == Some(Effect::Deny);
        if !is_denied || statement.may_be_conditional() || statement.has_unknown_principals() {
            return;
        }
        let is_all = |node: Node<'_>| node.strings().any(|text| text.text == "*");
        if !statement.resources().is_some_and(is_all) {
            return;
        }
        let is_service = |text: &str| text.strip_suffix(":*").is_some_and(|prefix| !prefix.is_empty());
        let mut actions = statement.actions().into_iter().flat_map(Node::strings);
        if let Some(action) = actions.find(|text| is_service(text.text)) {
            let message = format!(
                "the statement denies `{}` to everyone, including AWS services: add a condition with \
                 `aws:PrincipalIsAWSService`",
                Shown(action.written())
            );
            cx.report::<Self>(action.place, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, vec::Vec};

    use crate::{
        config::Config,
        finding::FindingId,
        kind::PolicyKind,
        testing::{FULL, policy},
        walk::check_text,
    };

    /// Checks the messages about a `Deny` of a resource control policy. The rule is off unless a configuration turns it
    /// on.
    fn finds(more: &str, expected: &[&str]) {
        let text = policy(&format!(r#""Effect": "Deny", "Principal": "*", {more}"#));
        let messages = |config: &Config| {
            let found = check_text(text.as_bytes(), PolicyKind::ResourceControl, FULL, config).findings;
            found.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
        };
        assert!(messages(&Config::new()).is_empty(), "{more}");
        assert_eq!(messages(&Config::new().warn(FindingId::UnconditionalDenial)), expected, "{more}");
    }

    #[test]
    fn a_whole_service_is_reported() {
        let message = "the statement denies `s3:*` to everyone, including AWS services: add a condition with \
                       `aws:PrincipalIsAWSService`";
        finds(r#""Action": "s3:*", "Resource": "*""#, &[message]);
        finds(r#""Action": ["s3:*"], "Resource": ["*"]"#, &[message]);
    }

    #[test]
    fn a_condition_or_some_actions_are_not_reported() {
        finds(r#""Action": "s3:GetObject", "Resource": "*""#, &[]);
        finds(r#""Action": "s3:*", "Resource": "arn:aws:s3:::shelf/*""#, &[]);
        let condition = r#""Condition": {"Bool": {"aws:SecureTransport": "false"}}"#;
        finds(&format!(r#""Action": "s3:*", "Resource": "*", {condition}"#), &[]);
    }
}
