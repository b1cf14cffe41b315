//! Reports an `Allow` statement with `NotPrincipal`.
//!
//! ## What it checks
//! `Allow` with `NotPrincipal` allows every principal that is not listed, including anonymous callers.
//!
//! ## Why it matters
//! The statement can make the resource public, although it looks like a restriction. AWS documents that
//! `NotPrincipal` with `Allow` is [not
//! supported](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html).
//!
//! ## Example
//! A resource policy of a queue that all accounts except one may use:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "NotPrincipal": {"AWS": "111122223333"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## Fix
//! In `Principal`, list the principals that need access, or use `NotPrincipal` with `Deny`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": ["444455556666", "777788889999"]},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding only for an existing policy of a resource that is public on purpose. Use `Principal` in new
//! policies, because AWS does not support this combination.

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, finding::AccessAnalyzerCheck, grammar::Effect,
    rule::Check,
};

rule! {
    AllowNotPrincipal { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for AllowNotPrincipal {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let allows = statement.effect() == Some(Effect::Allow) && cx.kind.grants() && cx.kind.not_principal();
        // A statement that also has `Principal` is reported as `conflicting-elements`.
        let node = statement.not_principal().filter(|_| allows && statement.principal().is_none());
        if let Some(node) = node {
            let message = "`Allow` with `NotPrincipal` allows everyone who is not listed, including anonymous callers: \
                           list principals in `Principal`";
            cx.report::<Self>(node.place(), message).about(AccessAnalyzerCheck::AllowWithNotPrincipal);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, message_of},
    };

    const OTHERS: &str = r#""NotPrincipal": {"AWS": "111122223333"}, "Action": "ses:SendEmail""#;

    #[test]
    fn an_allow_for_all_other_principals_is_reported() {
        let expected = &["allow-not-principal /Statement/NotPrincipal"];
        finds_of(PolicyKind::Resource, &format!(r#""Effect": "Allow", {OTHERS}"#), expected);
    }

    #[test]
    fn a_deny_and_a_forbidden_element_are_not_reported() {
        finds_of(PolicyKind::Resource, &format!(r#""Effect": "Deny", {OTHERS}"#), &[]);
        let assume = r#""Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole""#;
        finds_of(PolicyKind::Trust, assume, &["forbidden-element /Statement/NotPrincipal"]);
    }

    #[test]
    fn the_message_states_who_is_allowed() {
        assert_eq!(
            message_of(PolicyKind::Resource, &format!(r#""Effect": "Allow", {OTHERS}"#)),
            "`Allow` with `NotPrincipal` allows everyone who is not listed, including anonymous callers: list \
             principals in `Principal`"
        );
    }
}
