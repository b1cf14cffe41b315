//! Reports a trust policy that does not allow a service to set its session tags or source identity.
//!
//! ## What it checks
//! A service in the trust policy sets session tags or a source identity, but the policy does not allow this.
//!
//! The rule checks EKS Pod Identity and IAM Roles Anywhere. Any statement of the policy can allow the actions.
//!
//! ## Why it matters
//! The service sets session tags or a source identity when it assumes a role. If the trust policy does not allow
//! this, the service cannot assume the role.
//!
//! ## Example
//! A trust policy for the pods of an EKS cluster:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "pods.eks.amazonaws.com"},
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Allow the actions that the message names.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "pods.eks.amazonaws.com"},
//!         "Action": ["sts:AssumeRole", "sts:TagSession"]
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding only as long as the service does not use the role.

use alloc::{format, string::String, vec::Vec};

use catalog_core::{ascii_case, wildcard};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Document, Members, Node, Text},
    facts::session_actions::SESSION_ACTIONS,
    finding::AccessAnalyzerCheck,
    grammar::Effect,
    kind::PolicyKind,
    rule::Check,
};

rule! {
    SessionActionMissing { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for SessionActionMissing {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        if cx.kind != PolicyKind::Trust {
            return;
        }
        for (service, needed) in SESSION_ACTIONS {
            if let Some((named, missing)) = missing(policy, service, needed) {
                let missing: Vec<String> = missing.iter().map(|action| format!("`{action}`")).collect();
                let missing = missing.join(" and ");
                let message = format!("`{service}` also requires {missing}, which the policy does not allow");
                let is_roles_anywhere = service.starts_with("rolesanywhere.");
                let check = is_roles_anywhere.then_some(AccessAnalyzerCheck::MissingActionForRolesAnywhereTrustPolicy);
                cx.report::<Self>(named.place, message).about(check);
            }
        }
    }
}

/// Returns the first principal that names the service, and the needed actions that no statement allows.
///
/// Returns `None` if the policy does not name the service, or if no action is missing.
fn missing<'t>(
    policy: Document<'t>,
    service: &str,
    needed: &'static [&'static str],
) -> Option<(Text<'t>, Vec<&'static str>)> {
    // A hole may be a statement that allows the actions.
    if policy.has_unknown_statements() {
        return None;
    }
    let mut first = None;
    let mut missing = needed.to_vec();
    for statement in policy.statements().filter(|statement| statement.may_have_effect(Effect::Allow)) {
        let named = find(statement.principal().and_then(Node::members), service);
        if named.is_none() && !statement.has_unknown_principals() {
            continue;
        }
        first = first.or(named.filter(|_| statement.effect() == Some(Effect::Allow)));
        if statement.not_actions().is_some()
            || statement.members().have_hole()
            || statement.actions().is_some_and(Node::has_total_hole)
        {
            missing.clear();
        }
        for text in statement.actions().into_iter().flat_map(Node::partial_strings) {
            missing.retain(|action| !wildcard::matches(text.text, action));
        }
    }
    first.filter(|_| !missing.is_empty()).map(|first| (first, missing))
}

fn find<'t>(principals: Option<Members<'t>>, service: &str) -> Option<Text<'t>> {
    principals?.get("Service")?.strings().find(|name| ascii_case::eq(name.text, service))
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{ASSUME, finds_of, finds_of_text, finds_of_trust, message_of, policy_of, trust_statement},
    };

    const PODS: &str = r#"{"Service": "pods.eks.amazonaws.com"}"#;
    const ANYWHERE: &str = r#"{"Service": "rolesanywhere.amazonaws.com"}"#;
    const MISSING: &[&str] = &["session-action-missing /Statement/Principal/Service"];

    #[test]
    fn a_service_without_all_its_actions_is_reported() {
        finds_of_trust(PODS, ASSUME, MISSING);
        finds_of_trust(ANYWHERE, r#"["sts:AssumeRole", "sts:TagSession"]"#, MISSING);
    }

    #[test]
    fn a_service_with_all_its_actions_is_not_reported() {
        finds_of_trust(PODS, r#"["sts:AssumeRole", "sts:TagSession"]"#, &[]);
        finds_of_trust(r#"{"Service": "ec2.amazonaws.com"}"#, ASSUME, &[]);
        let denial = trust_statement(PODS, ASSUME).replace("Allow", "Deny");
        finds_of(PolicyKind::Trust, &denial, &[]);
        let others = trust_statement(PODS, ASSUME).replace("Action", "NotAction");
        finds_of(PolicyKind::Trust, &others, &["allow-not-action /Statement/NotAction"]);
        let (first, second) = (trust_statement(PODS, ASSUME), trust_statement(PODS, r#""sts:TagSession""#));
        finds_of_text(PolicyKind::Trust, &policy_of(&[&first, &second]), &[]);
    }

    #[test]
    fn the_message_states_the_missing_actions() {
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(PODS, ASSUME)),
            "`pods.eks.amazonaws.com` also requires `sts:TagSession`, which the policy does not allow"
        );
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(ANYWHERE, ASSUME)),
            "`rolesanywhere.amazonaws.com` also requires `sts:SetSourceIdentity` and `sts:TagSession`, which the \
             policy does not allow"
        );
    }
}
