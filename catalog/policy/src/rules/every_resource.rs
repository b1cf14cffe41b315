//! Reports `"Resource": "*"` in a statement whose actions all support resource-level permissions.
//!
//! ## What it checks
//! The statement allows actions on every resource, although each of the actions supports resources. The statement has no
//! condition. The rule checks identity policies.
//!
//! The rule does not report a statement with an action that needs `*`, such as `s3:ListAllMyBuckets`. A pattern counts as
//! all actions that it matches.
//!
//! ## Why it matters
//! The principal can use all resources of the account, including those that are created later.
//!
//! ## Example
//! An identity policy of a function that sends orders:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:SendMessage",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! The rule is off by default. A configuration turns it on:
//!
//! ```toml
//! warn = ["every-resource"]
//! ```
//!
//! ## Fix
//! Name the resources.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the principal needs all resources of the account.

use catalog_core::resolve::Pattern;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::Rule as _,
    grammar::Effect,
    kind::PolicyKind,
    rule::Check,
    subject::{Actions, is_everything},
};

rule! {
    EveryResource { severity: Warning, group: Restriction, since: "0.1.0", needs: facts }
}

impl Check for EveryResource {
    fn actions<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
        if !cx.report.may_add(Self::ID) {
            return;
        }
        let statement = actions.statement;
        let applies = cx.kind == PolicyKind::Identity && statement.effect() == Some(Effect::Allow);
        if !applies || !actions.is_complete || actions.named.is_empty() || statement.may_be_conditional() {
            return;
        }
        let everything = statement.resources().and_then(|list| list.strings().find(|text| is_everything(text.text)));
        let Some(everything) = everything else { return };
        if actions.named.iter().all(|(_, pattern)| all_take_resources(*pattern, cx)) {
            let message = "every action of the statement supports resource-level permissions: name the resources \
                           instead of `*`";
            cx.report::<Self>(everything.place, message);
        }
    }
}

/// Returns true if all actions that a pattern matches accept resources.
fn all_take_resources<C: PolicyCatalog>(pattern: Pattern<'_, C::Service>, cx: &mut Context<'_, '_, C>) -> bool {
    let takes = |service, position| {
        cx.catalog.resource_types(service, position).is_some_and(|mut types| types.next().is_some())
    };
    match pattern {
        Pattern::Everything => false,
        Pattern::One(service, position) => takes(service, position),
        Pattern::Matching(service, name) => {
            let mut count = 0;
            let all = cx.catalog.matching(service, name).all(|position| {
                count += 1;
                takes(service, position)
            });
            cx.report.spend(count);
            all
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{finding::FindingId, testing::finds_restricted};

    fn finds(statement: &str, expected: &[&str]) {
        finds_restricted(FindingId::EveryResource, statement, expected);
    }

    #[test]
    fn a_star_for_actions_that_take_resources_is_reported() {
        finds(
            r#""Effect": "Allow", "Action": ["s3:GetObject*", "ses:SendEmail"], "Resource": ["*"]"#,
            &["every-resource /Statement/Resource/0"],
        );
    }

    #[test]
    fn an_action_that_needs_a_star_is_not_reported() {
        finds(r#""Effect": "Allow", "Action": ["s3:GetObject", "s3:ListAllMyBuckets"], "Resource": "*""#, &[]);
        finds(r#""Effect": "Allow", "Action": "s3:*", "Resource": "*""#, &[]);
        finds(r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shelf/*""#, &[]);
        finds(r#""Effect": "Deny", "Action": "s3:GetObject", "Resource": "*""#, &[]);
        let condition = r#""Condition": {"StringEquals": {"aws:ResourceTag/team": "shop"}}"#;
        finds(&alloc::format!(r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", {condition}"#), &[]);
    }
}
