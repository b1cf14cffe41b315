//! Reports a claim of an OIDC provider that AWS does not pass on as a condition key.
//!
//! ## What it checks
//! The trust policy compares a claim of an OIDC provider that is not a condition key. AWS passes on the claims `aud`,
//! `sub` and `amr` of every provider, except Facebook and Login with Amazon. For some providers, AWS's service
//! authorization reference lists more claims, such as `repository_id` for GitHub.
//!
//! If a statement names only one provider, the rule also reports the claims of other providers.
//!
//! ## Why it matters
//! Requests never have the key, although the token has the claim. So a comparison with `StringEquals` never holds, and
//! no user of the provider can assume the role. A comparison with `IfExists` or `ForAllValues:` always holds.
//!
//! ## Example
//! A trust policy for the workflows of an organization:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {
//!             "StringLike": {"token.actions.githubusercontent.com:sub": "repo:octo-org/web:ref:refs/heads/main"},
//!             "StringEquals": {"token.actions.githubusercontent.com:repository_owner": "octo-org"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Compare a claim that AWS passes on.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {
//!             "StringLike": {"token.actions.githubusercontent.com:sub": "repo:octo-org/web:ref:refs/heads/main"},
//!             "StringEquals": {"token.actions.githubusercontent.com:repository_owner_id": "123456"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS has begun to pass on the claim, and the catalog is older.

use alloc::format;

use catalog_core::{NameKind, ascii_case, nearest, resolve::ServiceNames as _};

use crate::{
    catalog::PolicyCatalog,
    condition_key,
    context::{Context, EXPLANATION},
    rule::Check,
    shown::Shown,
    subject::{OidcPrincipal, TrustStatement, shared_checks::UNCONDITIONAL_OIDC},
};

rule! {
    UnknownProviderClaim { severity: Warning, group: NoEffect, since: "0.1.0" }
}

/// The claims of every provider that are condition keys, and `oaud`, which is the original audience of a token.
///
/// Source: [Available keys for AWS OIDC federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif).
const CLAIMS: &[&str] = &["sub", "aud", "amr", "oaud"];

/// The providers that do not have these claims, because they follow OAuth 2.0.
///
/// Source: [Available keys for AWS OIDC federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif).
const WITHOUT_USUAL_CLAIMS: &[&str] = &["graph.facebook.com", "www.amazon.com"];

impl Check for UnknownProviderClaim {
    fn trust_statement<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        let Some(service) = cx.catalog.find_service("sts") else { return };
        let keys = || service.names(NameKind::ConditionKey).filter(|key| is_of_provider(key));
        // A catalog without any claim does not know which ones there are.
        if keys().next().is_none() {
            return;
        }
        let mut providers = trust.oidc_principals();
        // The finding `mismatched-principal` is about the domain of a provider that has an ARN.
        let is_known = |only: &OidcPrincipal<'_>| only.name.text != only.url || only.shared.is_some();
        if let (Some(only), None, 1) = (providers.next(), providers.next(), trust.callers.len())
            && !trust.has_unknown_callers
            && is_known(&only)
            && cx.report.spend(only.work())
        {
            keys_of_others(&only, cx);
        }
        for provider in trust.oidc_principals() {
            if !cx.report.spend(provider.work()) {
                return;
            }
            for (claim, comparison) in provider.claims() {
                if cx.report.is_full() || !cx.report.spend(EXPLANATION / 10) {
                    return;
                }
                let key = comparison.key;
                let has_usual = !WITHOUT_USUAL_CLAIMS.iter().any(|url| ascii_case::eq(url, provider.url));
                let is_known = has_usual && CLAIMS.iter().any(|known| ascii_case::eq(known, claim))
                    || keys().any(|known| condition_key::matches(known, key.text));
                if is_known || cx.report.declares_condition_key(key.text) {
                    continue;
                }
                let near = CLAIMS.iter().find(|known| has_usual && nearest::distance(claim, known) == Some(1));
                let url = provider.url;
                let own = provider.shared.map_or_else(|| format!("{}:sub", Shown(url)), |shared| shared.key.into());
                let (claim, shown) = (Shown(claim), Shown(url));
                let message = format!("AWS does not pass on the claim `{claim}` of `{shown}` as a condition key");
                let message = match near {
                    Some(near) => format!("{message}: did you mean `{shown}:{near}`?"),
                    None => format!("{message}: compare another claim, such as `{own}`"),
                };
                cx.replace::<Self>(key, message, near.map(|near| format!("{url}:{near}")));
            }
        }
    }
}

/// Reports the claims of other providers in a statement with only one provider.
fn keys_of_others<'t, C: PolicyCatalog>(only: &OidcPrincipal<'t>, cx: &mut Context<'_, 't, C>) {
    for comparison in only.claims_of_others() {
        let key = comparison.key;
        if cx.report.is_full() {
            return;
        }
        if cx.report.declares_condition_key(key.text) {
            continue;
        }
        let claim = key.text.rsplit_once(':').map_or("", |(_, claim)| claim);
        let near = format!("{}:{claim}", only.url);
        let message = format!(
            "`{}` is a key of another provider, and the tokens of `{}` do not have it: did you mean `{}`?",
            Shown(key.written()),
            Shown(only.url),
            Shown(&near)
        );
        cx.replace::<UnknownProviderClaim>(key, message, Some(near)).about(UNCONDITIONAL_OIDC);
    }
}

/// Returns true if a condition key is a claim of an identity provider, such as `gitlab.com:namespace_id`.
fn is_of_provider(key: &str) -> bool {
    key.split(':').next().is_some_and(condition_key::is_of_provider)
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{BY_OIDC, OIDC, finds_of_trust, message_of, trust_statement},
    };

    /// Returns the action for OIDC users, with conditions on the subject and on another claim.
    fn with_claim(claim: &str) -> String {
        let keys = format!(r#""gitlab.com:sub": "project_path:shop/web", "gitlab.com:{claim}": "shop""#);
        format!(r#"{BY_OIDC}, "Condition": {{"StringEquals": {{{keys}}}}}"#)
    }

    #[test]
    fn a_claim_that_is_not_a_condition_key_is_reported() {
        let at = "unknown-provider-claim /Statement/Condition/StringEquals/gitlab.com:";
        finds_of_trust(OIDC, &with_claim("namespace_path"), &[&format!("{at}namespace_path")]);
        finds_of_trust(OIDC, &with_claim("subs"), &[&format!("{at}subs -> gitlab.com:sub")]);
    }

    #[test]
    fn a_claim_of_another_provider_is_reported() {
        let keys =
            r#""gitlab.com:sub": "project_path:shop/web:*", "gitlab.example.com:sub": "project_path:shop/web:*""#;
        let actions = format!(r#"{BY_OIDC}, "Condition": {{"StringLike": {{{keys}}}}}"#);
        let at = "unknown-provider-claim /Statement/Condition/StringLike/gitlab.example.com:sub -> gitlab.com:sub";
        finds_of_trust(OIDC, &actions, &[at]);
        // Some users may come from the other provider.
        let two = r#"{"Federated": ["arn:aws:iam::111122223333:oidc-provider/gitlab.com",
            "arn:aws:iam::111122223333:oidc-provider/gitlab.example.com"]}"#;
        finds_of_trust(two, &actions, &[]);
    }

    #[test]
    fn claims_of_facebook_are_those_that_the_reference_lists() {
        let facebook = r#"{"Federated": "graph.facebook.com"}"#;
        let actions = format!(r#"{BY_OIDC}, "Condition": {{"StringEquals": {{"graph.facebook.com:aud": "1"}}}}"#);
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(facebook, &actions)),
            "AWS does not pass on the claim `aud` of `graph.facebook.com` as a condition key: compare another claim, such \
             as `graph.facebook.com:app_id`"
        );
    }

    #[test]
    fn claims_of_every_provider_and_listed_claims_are_not_reported() {
        for claim in ["aud", "AMR", "namespace_id", "Namespace_ID"] {
            finds_of_trust(OIDC, &with_claim(claim), &[]);
        }
    }

    #[test]
    fn the_message_states_the_claim() {
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(OIDC, &with_claim("namespace_path"))),
            "AWS does not pass on the claim `namespace_path` of `gitlab.com` as a condition key: compare another claim, \
             such as `gitlab.com:sub`"
        );
    }
}
