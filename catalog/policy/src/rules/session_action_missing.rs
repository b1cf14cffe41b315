//! Reports a trust policy that does not allow a service to set its session tags or source identity.
//!
//! ## What it checks
//! A service in the trust policy sets session tags or a source identity, but the policy does not allow this. The rule
//! checks EKS Pod Identity and IAM Roles Anywhere.
//!
//! It also checks conditions on session tags and the source identity: `aws:RequestTag/`, `aws:TagKeys`,
//! `sts:TransitiveTagKeys` and `sts:SourceIdentity`. A caller can set them only if the policy allows `sts:TagSession`
//! or `sts:SetSourceIdentity`.
//!
//! Any statement of the policy can allow the actions.
//!
//! ## Why it matters
//! The service sets session tags or a source identity when it assumes a role. If the trust policy does not allow
//! this, the service cannot assume the role. A condition on a source identity that no caller can set never holds.
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
    document::{ComparisonNode, Document, Members, Node, Text},
    facts::session_actions::SESSION_ACTIONS,
    finding::AccessAnalyzerCheck,
    grammar::Effect,
    kind::PolicyKind,
    operator::{Comparator, Operator, SetOperator},
    rule::Check,
    shown::Shown,
    subject::shared_checks::MISSING_ACTION,
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
        for action in ["sts:SetSourceIdentity", "sts:TagSession"] {
            let mut allowing = policy.statements().filter(|statement| statement.effect() == Some(Effect::Allow));
            let mut needing = |comparison: &ComparisonNode<'t>| {
                action_of(comparison.key) == Some(action) && needs_key(comparison) && cx.report.spend(1)
            };
            // One finding is enough for all conditions that need the action.
            let first = allowing.find_map(|statement| statement.conditions().find(&mut needing));
            if let Some(ComparisonNode { key, .. }) = first.filter(|_| !may_allow(policy, action)) {
                let name = Shown(key.written());
                let message =
                    format!("callers cannot set `{name}`, because the policy does not allow `{action}`: allow it");
                cx.report::<Self>(key.place, message).about(MISSING_ACTION);
            }
        }
    }
}

/// The condition keys that a caller can set only with an action of its own, by the beginning of the key.
///
/// Sources: [IAM and AWS STS condition context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html)
/// and [Pass session tags in AWS STS](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html).
const KEYS: [(&str, &str); 4] = [
    ("aws:RequestTag/", "sts:TagSession"),
    ("aws:TagKeys", "sts:TagSession"),
    ("sts:SourceIdentity", "sts:SetSourceIdentity"),
    ("sts:TransitiveTagKeys", "sts:TagSession"),
];

/// Returns the action without which a caller cannot set a condition key, if there is one.
fn action_of(key: Text<'_>) -> Option<&'static str> {
    let is_of = |known: &str| {
        let start = key.text.get(..known.len());
        start.is_some_and(|start| ascii_case::eq(start, known))
            && (known.ends_with('/') || key.text.len() == known.len())
    };
    KEYS.iter().find(|(known, _)| key.hole.is_none() && is_of(known)).map(|(_, action)| *action)
}

/// Returns true if a comparison is false for a request without the key.
fn needs_key(comparison: &ComparisonNode<'_>) -> bool {
    use Comparator as C;
    let operator = comparison.operator.text.parse::<Operator>();
    comparison.operator.hole.is_none()
        && operator.is_ok_and(|Operator { set, comparator, if_exists }| {
            !if_exists
                && set != Some(SetOperator::ForAllValues)
                && matches!(comparator, C::StringEquals | C::StringEqualsIgnoreCase | C::StringLike)
        })
}

/// Returns true if a statement of the policy can allow an action.
fn may_allow(policy: Document<'_>, action: &str) -> bool {
    policy.has_unknown_statements()
        || policy.statements().filter(|statement| statement.may_have_effect(Effect::Allow)).any(|statement| {
            let actions = statement.actions();
            statement.not_actions().is_some()
                || statement.members().have_hole()
                || actions.is_some_and(Node::has_total_hole)
                || actions.into_iter().flat_map(Node::partial_strings).any(|text| wildcard::matches(text.text, action))
        })
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
        testing::{
            ACCOUNT, ASSUME, finds_of, finds_of_text, finds_of_trust, found, message_of, policy, policy_of,
            trust_statement,
        },
    };
    use alloc::{format, string::String};

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

    /// Returns a trust policy of an account with actions and a condition.
    fn with(actions: &str, condition: &str) -> String {
        trust_statement(ACCOUNT, &format!(r#"{actions}, "Condition": {{{condition}}}"#))
    }

    #[test]
    fn a_condition_on_a_key_that_no_caller_can_set_is_reported() {
        for (operator, key) in [
            ("StringEquals", "aws:requesttag/team"),
            ("ForAnyValue:StringEquals", "aws:TagKeys"),
            ("StringLike", "sts:SourceIdentity"),
        ] {
            let found = found(&policy(&with(ASSUME, &format!(r#""{operator}": {{"{key}": "a"}}"#))), PolicyKind::Trust);
            assert!(
                found.iter().any(|found| found.starts_with("session-action-missing /Statement/Condition")),
                "{key}"
            );
        }
    }

    #[test]
    fn a_condition_that_the_policy_lets_callers_meet_is_not_reported() {
        let identity = r#""StringLike": {"sts:SourceIdentity": "a"}"#;
        let is_found = |policy: &str| {
            found(policy, PolicyKind::Trust).iter().any(|found| found.starts_with("session-action-missing"))
        };
        assert!(is_found(&policy(&with(ASSUME, identity))));
        for actions in [r#"["sts:AssumeRole", "sts:setsourceidentity"]"#, r#""sts:*""#] {
            assert!(!is_found(&policy(&with(actions, identity))), "{actions}");
        }
        let other = trust_statement(ACCOUNT, r#""sts:SetSourceIdentity""#);
        assert!(!is_found(&policy_of(&[&with(ASSUME, identity), &other])));
        let optional = identity.replace("StringLike", "StringLikeIfExists");
        assert!(!is_found(&policy(&with(ASSUME, &optional))));
        assert!(!is_found(&policy(&with(ASSUME, identity).replace("Allow", "Deny"))));
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
