//! Reports a role that every user of an identity provider may assume.
//!
//! ## What it checks
//! Every user of an OIDC provider may assume the role, because the statement has no condition that distinguishes
//! them.
//!
//! The rule accepts a condition on any key of the provider, with these exceptions:
//!
//! * an operator that holds for a token without the claim: a negated one, one with `IfExists`, or one with
//!   `ForAllValues:`;
//! * a value that every user has, such as `*` or `system:serviceaccount:*`;
//! * an audience that every token for AWS has, such as `sts.amazonaws.com`.
//!
//! For providers that AWS customers share, such as GitHub, IAM requires a condition. The finding
//! `provider-claim-missing` reports these providers.
//!
//! A statement for users of a SAML provider needs a condition on a key such as `SAML:aud`. The key contains the address
//! that the provider's answer is intended for.
//!
//! ## Why it matters
//! The role may be intended for some users only, such as the pods of one service account. An audience such as
//! `login.example.com:aud` is often not enough, because a user can request any value.
//!
//! ## Example
//! A trust policy for a pod of a Kubernetes cluster:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {"StringEquals": {"oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:aud": "sts.amazonaws.com"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add a condition on a key of the provider, such as its `sub`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {
//!             "StringEquals": {
//!                 "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:aud": "sts.amazonaws.com",
//!                 "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub": "system:serviceaccount:shop:orders"
//!             }
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the provider is your own and all of its identities may assume the role.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::ComparisonNode,
    operator::Operator,
    principal::PrincipalKind,
    rule::Check,
    shown::Shown,
    subject::{Caller, PresentKeys, TrustStatement, shared_checks::UNCONDITIONAL_OIDC},
};

rule! {
    OpenFederation { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for OpenFederation {
    fn trust_statement<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        let present = PresentKeys::new(trust.statement);
        saml(trust, &present, cx);
        for provider in trust.oidc_principals() {
            if cx.report.is_full() || !cx.report.spend(provider.work()) {
                break;
            }
            if provider.has_unknown_comparisons() {
                continue;
            }
            // The finding `provider-claim-missing` is about providers for which IAM requires a condition.
            if provider.shared.is_some_and(|shared| shared.is_required) {
                continue;
            }
            // A comparison with the claim of another provider never holds, and `unknown-provider-claim` reports it.
            if provider.claims_of_others().any(|comparison| is_needed(&comparison, &present)) {
                continue;
            }
            if !provider.claims().any(|(claim, comparison)| distinguishes(claim, &comparison, &present)) {
                let url = Shown(provider.url);
                let key = provider.shared.map_or_else(|| format!("{url}:sub"), |shared| shared.key.into());
                let message = format!(
                    "every user of `{url}` may assume the role: add a condition on one of its keys, such as `{key}`"
                );
                cx.report::<Self>(provider.name.place, message).about(UNCONDITIONAL_OIDC);
            }
        }
    }
}

fn is_needed(comparison: &ComparisonNode<'_>, present: &PresentKeys<'_>) -> bool {
    let operator = comparison.operator.text.parse::<Operator>();
    operator.is_ok_and(|operator| present.are_needed(operator, comparison.key.text))
}

/// Reports the first SAML provider of a statement without a condition on the provider's answers.
///
/// Source: [Create a role for SAML 2.0 federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html).
fn saml<'t, C: PolicyCatalog>(
    trust: &TrustStatement<'_, 't, C::Service>,
    present: &PresentKeys<'_>,
    cx: &mut Context<'_, 't, C>,
) {
    let Some((name, _)) = trust.callers.iter().find(|(_, caller)| *caller == Caller::Saml) else { return };
    let is_valid = PrincipalKind::Federated.check(name.text).is_ok();
    if trust.statement.has_unknown_comparisons() {
        return;
    }
    if !is_valid || !trust.allows(Caller::Saml) || !cx.report.spend(trust.statement.conditions().count() as u64) {
        return;
    }
    let is_of_saml = |key: &str| key.get(..SAML.len()).is_some_and(|head| ascii_case::eq(head, SAML));
    let mut comparisons = trust.statement.conditions();
    if !comparisons.any(|comparison| is_of_saml(comparison.key.text) && is_needed(&comparison, present)) {
        let message = format!(
            "the statement accepts every answer of `{}`: compare `SAML:aud` with the sign-in address, such \
             as `https://signin.aws.amazon.com/saml`",
            Shown(name.written())
        );
        cx.report::<OpenFederation>(name.place, message);
    }
}

/// The beginning of the keys of SAML providers.
const SAML: &str = "saml:";

/// Returns true if a comparison of a provider's claim distinguishes the users of the provider.
///
/// It does not if it holds for a token without the claim. It also does not if the value matches every user, or is an
/// audience that all of the provider's tokens for AWS have.
///
/// Source: [GitHub](https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws) and
/// [HCP Terraform](https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration)
/// on the audience of a token.
fn distinguishes(claim: &str, comparison: &ComparisonNode<'_>, present: &PresentKeys<'_>) -> bool {
    const AUDIENCES: &[&str] = &["sts.amazonaws.com", "aws.workload.identity"];
    // An unknown operator has a finding of its own.
    let Ok(operator) = comparison.operator.text.parse::<Operator>() else { return true };
    let is_audience = ascii_case::eq(claim, "aud");
    let mut values = comparison.values.strings();
    present.are_needed(operator, comparison.key.text)
        && !values.any(|value| {
            operator.comparator.has_wildcards() && is_everyone(value.text)
                || is_audience && AUDIENCES.contains(&value.text)
        })
}

/// Returns true if a pattern matches every subject of a provider, because it has only the label of its first part.
///
/// Kubernetes clusters, GitHub Enterprise and self-managed GitLab instances have such subjects.
fn is_everyone(pattern: &str) -> bool {
    const LABELS: &[&str] = &["", "system:serviceaccount:", "repo:", "project_path:"];
    let rest = LABELS.iter().filter_map(|label| pattern.strip_prefix(label));
    let is_open = |rest: &str| rest.contains('*') && rest.bytes().all(|byte| b"*?:/".contains(&byte));
    rest.into_iter().any(is_open)
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{BY_OIDC, BY_SAML, SAML, SAML_AUDIENCE, finds_of_trust, message_of, trust_statement},
    };

    const OPEN: &[&str] = &["open-federation /Statement/Principal/Federated"];
    const OWN: &str = r#"{"Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com"}"#;

    /// Returns the action for OIDC users, with a condition on a key.
    fn with_key(operator: &str, key: &str, value: &str) -> String {
        format!(r#"{BY_OIDC}, "Condition": {{"{operator}": {{"{key}": {value}}}}}"#)
    }

    #[test]
    fn a_provider_without_a_condition_on_its_keys_is_reported() {
        finds_of_trust(OWN, BY_OIDC, OPEN);
        finds_of_trust(OWN, &with_key("StringLike", "aws:username", r#""a""#), OPEN);
        let other = with_key("StringLike", "login.example.com.example:sub", r#""a""#);
        finds_of_trust(
            OWN,
            &other,
            &[
                "unknown-provider-claim /Statement/Condition/StringLike/login.example.com.example:sub -> login.example.com:sub",
            ],
        );
        finds_of_trust(r#"{"Federated": "accounts.google.com"}"#, BY_OIDC, OPEN);
    }

    #[test]
    fn a_condition_on_a_key_of_the_provider_is_enough() {
        finds_of_trust(OWN, &with_key("StringLike", "Login.Example.com:sub", r#""a""#), &[]);
        let google = r#"{"Federated": "accounts.google.com"}"#;
        finds_of_trust(google, &with_key("StringEquals", "accounts.google.com:aud", r#""a""#), &[]);
    }

    #[test]
    fn a_condition_that_every_token_meets_is_not_enough() {
        for (claim, value, is_open) in [
            ("aud", "sts.amazonaws.com", true),
            ("aud", "aws.workload.identity", true),
            ("aud", "an-audience-of-mine", false),
            ("sub", "sts.amazonaws.com", false),
            ("sub", "*", true),
            ("sub", "repo:*/*", true),
            ("sub", "system:serviceaccount:*:*", true),
            ("sub", "system:serviceaccount:shop:*", false),
            ("sub", "repo:octo-org/*", false),
        ] {
            let actions = with_key("StringLike", &format!("login.example.com:{claim}"), &format!(r#"["{value}"]"#));
            // Values with fewer than six characters before a wildcard have another finding too.
            let wide = "wide-wildcard /Statement/Condition/StringLike/login.example.com:sub/0";
            let both = &[OPEN[0], wide];
            let expected = if matches!(value, "*" | "repo:*/*") { both } else { OPEN };
            finds_of_trust(OWN, &actions, if is_open { expected } else { &[] });
        }
    }

    #[test]
    fn an_operator_that_accepts_tokens_without_the_claim_is_not_enough() {
        for operator in ["StringNotEquals", "StringEqualsIfExists", "StringNotLike"] {
            finds_of_trust(OWN, &with_key(operator, "login.example.com:sub", r#""a""#), OPEN);
        }
        finds_of_trust(OWN, &with_key("Null", "login.example.com:sub", r#""false""#), OPEN);
    }

    #[test]
    fn a_saml_provider_needs_a_condition_on_its_answers() {
        finds_of_trust(SAML, BY_SAML, OPEN);
        for (condition, is_open) in [
            (r#""StringEqualsIfExists": {"SAML:aud": "https://signin.aws.amazon.com/saml"}"#, true),
            (r#""StringEquals": {"aws:SourceVpc": "vpc-1a2b3c4d"}"#, true),
            (r#""StringEquals": {"saml:iss": "https://login.example.com"}"#, false),
        ] {
            let actions = format!(r#"{BY_SAML}, "Condition": {{{condition}}}"#);
            finds_of_trust(SAML, &actions, if is_open { OPEN } else { &[] });
        }
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(SAML, BY_SAML)),
            "the statement accepts every answer of `arn:aws:iam::111122223333:saml-provider/office`: compare `SAML:aud` \
             with the sign-in address, such as `https://signin.aws.amazon.com/saml`"
        );
        // The user cannot assume the role with only this statement.
        finds_of_trust(SAML, r#""sts:TagSession""#, &[]);
    }

    #[test]
    fn a_malformed_provider_has_a_finding_of_its_own() {
        finds_of_trust(SAML, &format!("{BY_SAML}, {SAML_AUDIENCE}"), &[]);
        let expected = &["malformed-principal /Statement/Principal/Federated -> gitlab.com"];
        finds_of_trust(r#"{"Federated": "https://gitlab.com"}"#, BY_OIDC, expected);
    }

    #[test]
    fn the_message_states_a_key_of_the_provider() {
        for (principal, url, key) in [
            (OWN, "login.example.com", "login.example.com:sub"),
            (r#"{"Federated": "www.amazon.com"}"#, "www.amazon.com", "www.amazon.com:app_id"),
        ] {
            assert_eq!(
                message_of(PolicyKind::Trust, &trust_statement(principal, BY_OIDC)),
                format!(
                    "every user of `{url}` may assume the role: add a condition on one of its keys, such as `{key}`"
                )
            );
        }
    }
}
