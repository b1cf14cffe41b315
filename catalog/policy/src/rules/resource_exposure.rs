//! Reports actions that manage the permissions of resources, if they are allowed on every resource.
//!
//! ## What it checks
//! The statement allows an action with the access level *Permissions management*, such as `s3:PutBucketPolicy`. It allows
//! the action on every resource, without a condition. A pattern counts if it matches such an action.
//!
//! The rule checks identity policies. It skips patterns such as `s3:Get*`, `s3:List*` and `ec2:Describe*`. It also skips
//! actions of IAM, because `privilege-escalation` is about them.
//!
//! ## Why it matters
//! The principal can share all resources of this kind with other accounts, or with everyone.
//!
//! ## Example
//! An identity policy of a deployment:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["s3:CreateBucket", "s3:PutBucketPolicy"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! The rule is off by default. A configuration turns it on:
//!
//! ```toml
//! warn = ["resource-exposure"]
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
//!         "Action": ["s3:CreateBucket", "s3:PutBucketPolicy"],
//!         "Resource": "arn:aws:s3:::shop-*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for an administrator of the service.

use alloc::format;

use catalog_core::{
    AccessLevel, NameKind,
    resolve::{Pattern, ServiceNames as _},
};

use crate::{
    catalog::PolicyCatalog, context::Context, finding::Rule as _, grammar::Effect, kind::PolicyKind, rule::Check,
    subject::Actions,
};

rule! {
    ResourceExposure { severity: Warning, group: Restriction, since: "0.1.0", needs: facts }
}

impl Check for ResourceExposure {
    fn actions<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
        if !cx.report.may_add(Self::ID) {
            return;
        }
        let statement = actions.statement;
        let applies = cx.kind == PolicyKind::Identity && statement.effect() == Some(Effect::Allow);
        if !applies || !statement.is_on_everything() || statement.may_be_conditional() {
            return;
        }
        for (text, pattern) in &actions.named {
            let Some((service, position)) = managing(*pattern, cx) else { continue };
            let name = service.name_at(NameKind::Action, position).unwrap_or_default();
            let prefix = service.prefix();
            let message = if matches!(pattern, Pattern::One(..)) {
                format!("`{prefix}:{name}` manages the permissions of every resource: name the resources in `Resource`")
            } else {
                format!(
                    "`{}` allows `{prefix}:{name}`, which manages the permissions of every resource: name the resources \
                     in `Resource`",
                    text.text
                )
            };
            cx.report::<Self>(text.place, message);
        }
    }
}

/// Returns the first action that manages permissions among those that a pattern matches.
fn managing<C: PolicyCatalog>(
    pattern: Pattern<'_, C::Service>,
    cx: &mut Context<'_, '_, C>,
) -> Option<(C::Service, usize)> {
    let (service, name) = match pattern {
        Pattern::Everything => return None,
        Pattern::One(service, position) => {
            let is_of_iam = service.prefix() == "iam";
            return (!is_of_iam && manages(service, position, cx)).then_some((service, position));
        }
        Pattern::Matching(service, name) => (service, name),
    };
    if service.prefix() == "iam" || reads(name) {
        return None;
    }
    let mut count = 0;
    let position = cx.catalog.matching(service, name).find(|position| {
        count += 1;
        manages(service, *position, cx)
    });
    cx.report.spend(count);
    Some((service, position?))
}

/// Returns true if a pattern matches only actions whose names begin as if they only read.
fn reads(pattern: &str) -> bool {
    ["Describe", "Get", "List"].iter().any(|verb| pattern.starts_with(verb))
}

fn manages<C: PolicyCatalog>(service: C::Service, action: usize, cx: &Context<'_, '_, C>) -> bool {
    let levels = cx.catalog.access_levels(service, action);
    levels.is_some_and(|levels| levels.contains(AccessLevel::PermissionsManagement))
}

#[cfg(test)]
mod tests {
    use crate::{finding::FindingId, testing::finds_restricted};

    fn finds(statement: &str, expected: &[&str]) {
        finds_restricted(FindingId::ResourceExposure, statement, expected);
    }

    #[test]
    fn names_and_patterns_on_every_resource_are_reported() {
        let expected = &["resource-exposure /Statement/Action/0", "resource-exposure /Statement/Action/1"];
        finds(
            r#""Effect": "Allow", "Action": ["ses:PutIdentityPolicy", "ses:*", "ses:Get*"], "Resource": "*""#,
            expected,
        );
    }

    #[test]
    fn other_actions_and_named_resources_are_not_reported() {
        finds(r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*""#, &[]);
        let resource = r#""arn:aws:ses:eu-west-1:111122223333:identity/a""#;
        finds(&alloc::format!(r#""Effect": "Allow", "Action": "ses:PutIdentityPolicy", "Resource": {resource}"#), &[]);
        finds(r#""Effect": "Deny", "Action": "ses:PutIdentityPolicy", "Resource": "*""#, &[]);
    }
}
