//! Reports principals that cannot use the actions of a policy, and actions that no principal can use.
//!
//! ## What it checks
//! A trust policy has an action that none of its principals can use, or a principal that can use none of its
//! actions.
//!
//! Accounts, users, roles and services assume a role with `sts:AssumeRole`. Users of a SAML provider need
//! `sts:AssumeRoleWithSAML`, and users of an OIDC provider need `sts:AssumeRoleWithWebIdentity`.
//!
//! In other resource policies, the rule reports identity providers. Their users act as the role that they assume, so
//! such a policy must name the role.
//!
//! Only Amazon Cognito, Google, Facebook and Login with Amazon are providers without an ARN. Only Amazon S3 knows
//! canonical user IDs.
//!
//! Of a `Deny`, the rule checks only identity providers in other resource policies. A pattern such as `sts:AssumeRole*` matches all three actions.
//!
//! ## Why it matters
//! The principal cannot assume the role, although the trust policy names it.
//!
//! ## Example
//! A trust policy for users who sign in through a SAML provider:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/office"},
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the action that fits the kind of principal.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/office"},
//!         "Action": "sts:AssumeRoleWithSAML",
//!         "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if another tool adds the matching principal or action before the policy reaches AWS.

use alloc::{borrow::ToOwned as _, format, vec::Vec};

use catalog_core::{ascii_case, nearest};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
    finding::AccessAnalyzerCheck,
    grammar::Effect,
    kind::PolicyKind,
    principal::PrincipalKind,
    rule::Check,
    shown::Shown,
    subject::{Caller, TrustStatement},
};

rule! {
    MismatchedPrincipal { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for MismatchedPrincipal {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        if statement.effect() == Some(Effect::Allow) {
            canonical_users(statement, cx);
        }
        if !cx.kind.is_resource_based() {
            return;
        }
        // The policy may be a trust policy whose kind is not stated.
        let is_trust =
            |node: Node<'_>| node.has_hole() || node.string().is_some_and(|text| text.text.starts_with("sts:"));
        if statement.members().have_hole() || statement.actions().into_iter().flat_map(Node::each).any(is_trust) {
            return;
        }
        let principals = statement.principal().into_iter().chain(statement.not_principal());
        let names = principals.filter_map(Node::members).filter_map(|kinds| kinds.get("Federated"));
        // Source: [IAM policy validation check reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
        for name in names.flat_map(Node::strings) {
            // Another string has the finding `malformed-principal`.
            let is_all = name.text == "*" && cx.kind == PolicyKind::Resource;
            if !is_all && PrincipalKind::Federated.check(name.text).is_err() {
                continue;
            }
            let message = format!(
                "`{}` is an identity provider, which only a trust policy can name: name the role that its users assume",
                Shown(name.written())
            );
            cx.report::<Self>(name.place, message).about(AccessAnalyzerCheck::FederatedPrincipalNotSupported);
        }
    }

    fn trust_statement<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        domains(trust, cx);
        // Suggest an action only if all principals use the same one and the statement does not allow it.
        let named: Vec<_> = Caller::ALL.into_iter().filter(|way| trust.may_name(*way)).collect();
        let suggestion = match named[..] {
            [only] if !trust.may_allow(only) => Some(only.action()),
            _ => None,
        };
        let mut has_unusable = false;
        for (text, way) in trust.unusable_actions() {
            has_unusable = true;
            let (action, callers) = (Shown(text.written()), described(way));
            let message = format!("`{action}` is for {callers}, but the statement names none");
            let message = match suggestion {
                Some(suggestion) => format!("{message}: did you mean `{suggestion}`?"),
                None => format!("{message}: name one, or remove the action"),
            };
            cx.replace::<Self>(text, message, suggestion.map(str::to_owned)).about(MISMATCHED);
        }
        // A statement may have no action that assumes the role, for example because it only sets session tags.
        if has_unusable || !Caller::ALL.into_iter().any(|way| trust.allows(way)) {
            return;
        }
        let is_allowed = Caller::ALL.map(|way| (way, trust.may_allow(way)));
        for (name, caller) in &trust.callers {
            if is_allowed.contains(&(*caller, false)) {
                let (principal, action) = (Shown(name.written()), caller.action());
                let message = format!(
                    "`{principal}` assumes a role with `{action}`, which the statement does not allow: add the action, or \
                     remove the principal"
                );
                cx.report::<Self>(name.place, message).about(MISMATCHED);
            }
        }
    }
}

/// The check of IAM Access Analyzer about an action and a principal that do not fit each other.
const MISMATCHED: AccessAnalyzerCheck = AccessAnalyzerCheck::MismatchedActionForPrincipal;

/// Reports canonical user IDs in the policies of services that do not know them.
///
/// Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html) on
/// the principals of an account.
fn canonical_users<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
    let is_of_other_service = cx.kind == PolicyKind::Trust || cx.kind.service().is_some();
    if !is_of_other_service || cx.kind == PolicyKind::Bucket {
        return;
    }
    let names = statement.principal().and_then(Node::members).and_then(|kinds| kinds.get("CanonicalUser"));
    for name in names.into_iter().flat_map(Node::strings) {
        // Another string has the finding `malformed-principal`.
        if PrincipalKind::CanonicalUser.check(name.text).is_err() {
            continue;
        }
        let message = format!(
            "`{}` is a canonical user ID, which only the policies of Amazon S3 can name: name the account under `AWS`",
            Shown(name.written())
        );
        cx.report::<MismatchedPrincipal>(name.place, message);
    }
}

/// The names of the OIDC providers that have no ARN.
///
/// Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html) on
/// OIDC federated principals.
const WITHOUT_ARN: &[&str] =
    &["cognito-identity.amazonaws.com", "accounts.google.com", "graph.facebook.com", "www.amazon.com"];

/// Reports the domains of OIDC providers that have an ARN.
fn domains<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
    for (name, caller) in &trust.callers {
        if cx.report.is_full() {
            return;
        }
        if *caller != Caller::Oidc || PrincipalKind::Federated.check(name.text).is_err() {
            continue;
        }
        if !cx.report.spend(WITHOUT_ARN.len() as u64) {
            return;
        }
        // Other partitions have names of their own for Amazon Cognito, such as `cognito-identity-us-gov.amazonaws.com`.
        let is_cognito = name.text.starts_with("cognito-identity") && name.text.contains(".amazonaws.com");
        let is_known = is_cognito || WITHOUT_ARN.iter().any(|known| ascii_case::eq(known, name.text));
        if name.text.contains(':') || is_known {
            continue;
        }
        let given = Shown(name.written());
        let near = |known: &&&str| nearest::distance(name.text, known).is_some_and(|mistakes| mistakes <= 3);
        let known = WITHOUT_ARN.iter().find(near);
        let message = match known {
            Some(known) => format!("unknown identity provider `{given}`: did you mean `{known}`?"),
            None => format!(
                "`{given}` is not one of the providers without an ARN: write its ARN, such as \
                 `arn:aws:iam::111122223333:oidc-provider/{given}`"
            ),
        };
        let suggestion = known.map(|known| (*known).to_owned());
        cx.replace::<MismatchedPrincipal>(*name, message, suggestion);
    }
}

/// Returns the plural name of the principals of a kind, for messages.
const fn described(caller: Caller) -> &'static str {
    match caller {
        Caller::Signed => "accounts, users, roles and services",
        Caller::Saml => "SAML providers",
        Caller::Oidc => "OIDC providers",
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{
            ACCOUNT, ASSUME, BY_OIDC, BY_SAML, SAML, SAML_AUDIENCE, finds_of, finds_of_trust, message_of, messages,
            policy, trust_statement,
        },
    };

    /// Two principals of different kinds.
    const TWO: &str = r#"{"AWS": "111122223333", "Federated": "arn:aws:iam::111122223333:saml-provider/office"}"#;

    #[test]
    fn an_action_that_no_principal_can_use_is_reported() {
        let by_saml = &["mismatched-principal /Statement/Action -> sts:AssumeRoleWithSAML"];
        finds_of_trust(SAML, ASSUME, by_saml);
        finds_of_trust(SAML, BY_OIDC, by_saml);
        let signed = &["mismatched-principal /Statement/Action -> sts:AssumeRole"];
        finds_of_trust(ACCOUNT, BY_SAML, signed);
        // The condition key has no finding of its own, because the intended action is not known.
        let condition = r#""Condition": {"StringEquals": {"s3:prefix": "a"}}"#;
        finds_of_trust(ACCOUNT, &format!("{BY_SAML}, {condition}"), signed);
        finds_of_trust(ACCOUNT, &format!("[{ASSUME}, {BY_SAML}]"), &["mismatched-principal /Statement/Action/1"]);
    }

    #[test]
    fn a_principal_that_can_use_no_action_is_reported() {
        finds_of_trust(TWO, ASSUME, &["mismatched-principal /Statement/Principal/Federated"]);
    }

    #[test]
    fn principals_and_actions_that_match_are_not_reported() {
        finds_of_trust(SAML, &format!("{BY_SAML}, {SAML_AUDIENCE}"), &[]);
        finds_of_trust(ACCOUNT, r#""sts:TagSession""#, &[]);
        finds_of_trust(SAML, &format!(r#""sts:AssumeRole*", {SAML_AUDIENCE}"#), &[]);
        finds_of_trust(TWO, &format!("[{ASSUME}, {BY_SAML}], {SAML_AUDIENCE}"), &[]);
    }

    #[test]
    fn an_identity_provider_of_another_resource_policy_is_reported() {
        let allow = trust_statement(SAML, r#""ses:SendEmail""#);
        finds_of(PolicyKind::Resource, &allow, &["mismatched-principal /Statement/Principal/Federated"]);
        let deny = allow.replace("Allow", "Deny");
        finds_of(PolicyKind::Resource, &deny, &["mismatched-principal /Statement/Principal/Federated"]);
        finds_of(PolicyKind::Resource, &trust_statement(SAML, BY_SAML), &[]);
        assert_eq!(
            message_of(PolicyKind::Resource, &allow),
            "`arn:aws:iam::111122223333:saml-provider/office` is an identity provider, which only a trust policy can \
             name: name the role that its users assume"
        );
    }

    #[test]
    fn an_identity_provider_of_the_policy_of_one_service_is_reported() {
        let allow = trust_statement(SAML, r#""sqs:SendMessage""#);
        for kind in [PolicyKind::Bucket, PolicyKind::Queue, PolicyKind::Key] {
            let text = format!(r#"{allow}, "Resource": "arn:aws:sqs:eu-west-1:111122223333:mail""#);
            assert!(messages(kind, &policy(&text)).iter().any(|message| message.contains("is an identity provider")));
        }
    }

    #[test]
    fn a_canonical_user_of_another_service_is_reported() {
        let canonical = r#"{"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"}"#;
        finds_of_trust(canonical, ASSUME, &["mismatched-principal /Statement/Principal/CanonicalUser"]);
        let is_reported = |kind| {
            let text = format!(r#"{}, "Resource": "*""#, trust_statement(canonical, r#""ses:SendEmail""#));
            messages(kind, &policy(&text)).iter().any(|message| message.contains("is a canonical user ID"))
        };
        assert!(is_reported(PolicyKind::Queue) && is_reported(PolicyKind::Key));
        assert!(!is_reported(PolicyKind::Bucket) && !is_reported(PolicyKind::Resource));
    }

    #[test]
    fn a_domain_of_a_provider_with_an_arn_is_reported() {
        let found = |domain: &str| {
            let principal = format!(r#"{{"Federated": "{domain}"}}"#);
            messages(PolicyKind::Trust, &policy(&trust_statement(&principal, BY_OIDC)))
        };
        let has = |domain: &str, part: &str| found(domain).iter().any(|message| message.contains(part));
        assert!(has(
            "login.example.com",
            "write its ARN, such as `arn:aws:iam::111122223333:oidc-provider/login.example.com`"
        ));
        assert!(has("cognito-identity.amazon.com", "did you mean `cognito-identity.amazonaws.com`?"));
        for known in ["accounts.google.com", "www.amazon.com", "cognito-identity.cn-north-1.amazonaws.com.cn"] {
            assert!(!has(known, "without an ARN") && !has(known, "did you mean"), "{known}");
        }
    }

    #[test]
    fn a_deny_is_not_reported() {
        let denial = |principal: &str| trust_statement(principal, BY_SAML).replace("Allow", "Deny");
        finds_of(PolicyKind::Trust, &denial(ACCOUNT), &[]);
        finds_of(PolicyKind::Trust, &denial(r#"{"AWS": "*"}"#), &[]);
    }

    #[test]
    fn the_message_states_who_uses_the_action() {
        for (principal, actions, expected) in [
            (
                SAML,
                ASSUME,
                "`sts:AssumeRole` is for accounts, users, roles and services, but the statement names none: did you \
                 mean `sts:AssumeRoleWithSAML`?",
            ),
            (
                ACCOUNT,
                &format!("[{ASSUME}, {BY_SAML}]"),
                "`sts:AssumeRoleWithSAML` is for SAML providers, but the statement names none: name one, or remove the \
                 action",
            ),
            (
                ACCOUNT,
                &format!("[{ASSUME}, {BY_OIDC}]"),
                "`sts:AssumeRoleWithWebIdentity` is for OIDC providers, but the statement names none: name one, or remove \
                 the action",
            ),
            (
                TWO,
                ASSUME,
                "`arn:aws:iam::111122223333:saml-provider/office` assumes a role with `sts:AssumeRoleWithSAML`, which \
                 the statement does not allow: add the action, or remove the principal",
            ),
        ] {
            assert_eq!(message_of(PolicyKind::Trust, &trust_statement(principal, actions)), expected);
        }
    }
}
