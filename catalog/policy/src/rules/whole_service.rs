//! Reports a pattern that allows every action of a service.
//!
//! ## What it checks
//! The statement allows `s3:*` or the same for another service. The rule checks the kinds of policies that grant
//! permissions, except permissions boundaries.
//!
//! ## Why it matters
//! The pattern allows actions that the principal does not need. It also allows every action that AWS adds later.
//!
//! ## Example
//! An identity policy of a function that stores orders:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:*",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! The rule is off by default. A configuration turns it on:
//!
//! ```toml
//! warn = ["whole-service"]
//! ```
//!
//! ## Fix
//! List the actions that are needed.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["sqs:SendMessage", "sqs:ReceiveMessage"],
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for an administrator of the service.

use alloc::format;

use catalog_core::{
    resolve::{Pattern, ServiceNames as _},
    wildcard::is_everything,
};

use crate::{
    catalog::PolicyCatalog, context::Context, finding::Rule as _, grammar::Effect, kind::PolicyKind, rule::Check,
    subject::Actions,
};

rule! {
    WholeService { severity: Warning, group: Restriction, since: "0.1.0" }
}

impl Check for WholeService {
    fn actions<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
        if !cx.report.may_add(Self::ID) {
            return;
        }
        let grants = cx.kind.grants() && cx.kind != PolicyKind::PermissionBoundary;
        if !grants || actions.statement.effect() != Some(Effect::Allow) {
            return;
        }
        for (text, pattern) in &actions.named {
            if let Pattern::Matching(service, name) = pattern
                && is_everything(name)
            {
                let prefix = service.prefix();
                let message = format!("`{}` allows every action of `{prefix}`: list those that are needed", text.text);
                cx.report::<Self>(text.place, message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        finding::Group,
        kind::PolicyKind,
        testing::{found_of_group, policy},
    };

    fn finds(kind: PolicyKind, statement: &str, expected: &[&str]) {
        let found = found_of_group(Group::Restriction, &policy(statement), kind).into_iter();
        let found: alloc::vec::Vec<_> = found.filter(|text| text.starts_with("whole-service")).collect();
        assert_eq!(found, expected, "{statement}");
    }

    #[test]
    fn every_action_of_a_service_is_reported() {
        let allow = r#""Effect": "Allow", "Action": ["s3:*", "ses:**"], "Resource": "arn:aws:s3:::shelf""#;
        finds(PolicyKind::Identity, allow, &["whole-service /Statement/Action/0", "whole-service /Statement/Action/1"]);
    }

    #[test]
    fn narrower_patterns_and_limits_are_not_reported() {
        finds(PolicyKind::Identity, r#""Effect": "Allow", "Action": ["s3:Get*", "*"], "Resource": "*""#, &[]);
        finds(PolicyKind::Identity, r#""Effect": "Deny", "Action": "s3:*", "Resource": "*""#, &[]);
        finds(PolicyKind::PermissionBoundary, r#""Effect": "Allow", "Action": "s3:*", "Resource": "*""#, &[]);
        finds(PolicyKind::ServiceControl, r#""Effect": "Allow", "Action": "s3:*", "Resource": "*""#, &[]);
    }
}
