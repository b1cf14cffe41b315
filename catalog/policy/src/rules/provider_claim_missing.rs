//! Reports a shared OIDC provider without the condition that IAM requires.
//!
//! ## What it checks
//! AWS customers share the OIDC provider, and the statement does not compare the claim that distinguishes them. For most
//! providers, such as GitHub, GitLab and HCP Terraform, this claim is `sub`. For Amazon Cognito, it is `aud`.
//!
//! The rule accepts `StringEquals`, `StringEqualsIgnoreCase` and `StringLike`, with or without a set operator. An
//! operator with `IfExists`, a negated operator and `Null` are not enough. Neither is a value of only wildcards.
//!
//! ## Why it matters
//! IAM [refuses the trust policy](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html).
//! Otherwise, every customer of the provider could assume the role. Other claims do not replace the required one.
//!
//! ## Example
//! A trust policy for the workflows of a repository:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Compare the claim that the message states with values of your own.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {
//!             "StringEquals": {
//!                 "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
//!                 "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main"
//!             }
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for an existing role whose trust policy does not change. IAM checks a policy only when it is saved.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{
        OidcPrincipal, TrustStatement,
        shared_checks::{MISSING_GITHUB_SUBJECT, UNCONDITIONAL_OIDC, WIDE_GITHUB_SUBJECT},
    },
};

rule! {
    ProviderClaimMissing { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ProviderClaimMissing {
    fn trust_statement<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        for provider in trust.oidc_principals() {
            if cx.report.is_full() || !cx.report.spend(provider.work()) {
                break;
            }
            let Some(shared) = provider.shared.filter(|shared| shared.is_required) else { continue };
            if provider.required_comparisons(shared.key).next().is_none() && !provider.has_unknown_comparisons() {
                let (url, key) = (Shown(provider.url), shared.key);
                let message = format!(
                    "IAM refuses a trust policy for `{url}` that does not compare `{key}` with values of your own: add \
                     such a condition"
                );
                cx.report::<Self>(provider.name.place, message).about(check(&provider, shared.key));
            }
        }
    }
}

/// Returns the check of IAM Access Analyzer that is about a provider without the required claim.
fn check(provider: &OidcPrincipal<'_>, key: &str) -> AccessAnalyzerCheck {
    if !provider.is_github() {
        return UNCONDITIONAL_OIDC;
    }
    let is_subject = provider.claims().any(|(_, comparison)| ascii_case::eq(comparison.key.text, key));
    if is_subject { WIDE_GITHUB_SUBJECT } else { MISSING_GITHUB_SUBJECT }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{BY_OIDC, OIDC, finds_of_trust, message_of, trust_statement},
    };

    const MISSING: &[&str] = &["provider-claim-missing /Statement/Principal/Federated"];
    const COGNITO: &str = r#"{"Federated": "cognito-identity.amazonaws.com"}"#;

    /// Checks the findings for a provider and a condition.
    fn finds(principal: &str, condition: &str, expected: &[&str]) {
        finds_of_trust(principal, &format!(r#"{BY_OIDC}, "Condition": {{{condition}}}"#), expected);
    }

    #[test]
    fn a_shared_provider_without_its_claim_is_reported() {
        finds_of_trust(OIDC, BY_OIDC, MISSING);
        finds(OIDC, r#""StringEquals": {"gitlab.com:aud": "https://gitlab.com"}"#, MISSING);
        finds(COGNITO, r#""ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"}"#, MISSING);
        finds(COGNITO, r#""StringEquals": {"cognito-identity.amazonaws.com:sub": "eu-west-1:a1"}"#, MISSING);
    }

    #[test]
    fn a_comparison_that_anyone_passes_is_not_enough() {
        for condition in [
            r#""StringEqualsIfExists": {"gitlab.com:sub": "project_path:shop/web"}"#,
            r#""StringNotLike": {"gitlab.com:sub": "project_path:shop/*"}"#,
            r#""Null": {"gitlab.com:sub": "false"}"#,
        ] {
            finds(OIDC, condition, MISSING);
        }
        let wide =
            ["0", "1"].map(|nth| alloc::format!("wide-wildcard /Statement/Condition/StringLike/gitlab.com:sub/{nth}"));
        finds(OIDC, r#""StringLike": {"gitlab.com:sub": ["*"]}"#, &[MISSING[0], &wide[0]]);
        finds(OIDC, r#""StringLike": {"gitlab.com:sub": ["*", "?*"]}"#, &[MISSING[0], &wide[0], &wide[1]]);
    }

    #[test]
    fn the_required_claim_and_private_providers_are_not_reported() {
        finds(OIDC, r#""StringLike": {"GitLab.com:SUB": "project_path:shop/*"}"#, &[]);
        finds(OIDC, r#""ForAnyValue:StringLike": {"gitlab.com:sub": "project_path:shop/*"}"#, &[]);
        finds(COGNITO, r#""StringEquals": {"cognito-identity.amazonaws.com:aud": "eu-west-1:a1"}"#, &[]);
        let sentinel = r#"{"Federated": "arn:aws:iam::111122223333:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d"}"#;
        finds(sentinel, r#""StringEquals": {"sts:RoleSessionName": "MicrosoftSentinel_a1"}"#, &[]);
        let own = r#"{"Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com"}"#;
        finds(own, r#""StringEquals": {"login.example.com:aud": "shop"}"#, &[]);
    }

    #[test]
    fn the_message_states_the_claim() {
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(OIDC, BY_OIDC)),
            "IAM refuses a trust policy for `gitlab.com` that does not compare `gitlab.com:sub` with values of your \
             own: add such a condition"
        );
    }
}
