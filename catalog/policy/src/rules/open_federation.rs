//! Reports a role that every user of an OIDC provider may assume.
//!
//! ## What it checks
//! Every user of an OIDC provider may assume the role, because the statement has no condition that distinguishes
//! them.
//!
//! The rule accepts a condition on any key of the provider, if its value is not `*`. It does not accept a condition
//! on an audience that every token for AWS has, such as `sts.amazonaws.com` in tokens of GitHub.
//!
//! ## Why it matters
//! Anyone can become a user of a public provider. The documentation of the provider states which key distinguishes
//! your jobs from those of others. An audience such as `gitlab.com:aud` is not enough, because a job can request
//! any value.
//!
//! ## Example
//! A trust policy for the pipelines of a project:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add a condition on a key of the provider, such as `gitlab.com:sub`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {"StringEquals": {"gitlab.com:aud": "sts.amazonaws.com", "gitlab.com:sub": "project_path:shop/web:ref_type:branch:ref:main"}}
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
    document::{ComparisonNode, StatementNode, Text},
    principal::PrincipalKind,
    rule::Check,
    shown::Shown,
    subject::{Caller, TrustStatement},
};

rule! {
    OpenFederation { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for OpenFederation {
    fn trust_statement<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        if !trust.allows(Caller::Oidc) {
            return;
        }
        for (name, _) in trust.callers.iter().filter(|(_, caller)| *caller == Caller::Oidc) {
            if cx.report.is_full() {
                break;
            }
            if PrincipalKind::Federated.check(name.text).is_ok() {
                provider(trust.statement, *name, cx);
            }
        }
    }
}

/// Reports a provider if no condition distinguishes its users.
fn provider<'t, C: PolicyCatalog>(statement: StatementNode<'t>, name: Text<'t>, cx: &mut Context<'_, 't, C>) {
    let provider = name.text.split_once(":oidc-provider/").map_or(name.text, |(_, provider)| provider);
    let is_its_key = |key: &str| {
        let (head, rest) = key.split_at_checked(provider.len()).unwrap_or_default();
        ascii_case::eq(head, provider) && rest.starts_with(':')
    };
    let mut work = 0;
    let is_narrowed = statement.conditions().any(|comparison| {
        work += 1;
        is_its_key(comparison.key.text) && !holds_for_all(&comparison, provider)
    });
    cx.report.spend(work);
    if !is_narrowed {
        let provider = Shown(provider);
        let message = format!(
            "every user of `{provider}` may assume the role: add a condition on one of its keys, such as \
             `{provider}:sub`"
        );
        cx.report::<OpenFederation>(name.place, message);
    }
}

/// Returns true if a comparison of a provider's key holds for every user of the provider.
///
/// The value is then `*`, or an audience that all of the provider's tokens for AWS have.
///
/// Source: [GitHub](https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws) and
/// [HCP Terraform](https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration)
/// on the audience of a token.
fn holds_for_all(comparison: &ComparisonNode<'_>, provider: &str) -> bool {
    const AUDIENCES: &[&str] = &["sts.amazonaws.com", "aws.workload.identity"];
    let is_audience = comparison.key.text.get(provider.len()..).is_some_and(|claim| ascii_case::eq(claim, ":aud"));
    let is_anything = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte == b'*');
    comparison.values.strings().any(|value| is_anything(value.text) || is_audience && AUDIENCES.contains(&value.text))
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{BY_OIDC, BY_SAML, OIDC, SAML, finds_of_trust, message_of, trust_statement},
    };

    const OPEN: &[&str] = &["open-federation /Statement/Principal/Federated"];
    const COGNITO: &str = r#"{"Federated": "cognito-identity.amazonaws.com"}"#;

    /// Returns the action for OIDC users, with a condition on a key.
    fn with_key(key: &str, value: &str) -> String {
        format!(r#"{BY_OIDC}, "Condition": {{"StringLike": {{"{key}": {value}}}}}"#)
    }

    #[test]
    fn a_provider_without_a_condition_on_its_keys_is_reported() {
        finds_of_trust(OIDC, BY_OIDC, OPEN);
        finds_of_trust(OIDC, &with_key("aws:username", r#""a""#), OPEN);
        finds_of_trust(OIDC, &with_key("gitlab.com.example:sub", r#""a""#), OPEN);
        finds_of_trust(COGNITO, BY_OIDC, OPEN);
    }

    #[test]
    fn a_condition_on_a_key_of_the_provider_is_enough() {
        finds_of_trust(OIDC, &with_key("GitLab.com:sub", r#""a""#), &[]);
        finds_of_trust(COGNITO, &with_key("cognito-identity.amazonaws.com:aud", r#""a""#), &[]);
    }

    #[test]
    fn a_condition_that_every_token_meets_is_not_enough() {
        for (claim, value, is_open) in [
            ("aud", "sts.amazonaws.com", true),
            ("aud", "aws.workload.identity", true),
            ("aud", "an-audience-of-mine", false),
            ("sub", "sts.amazonaws.com", false),
            ("sub", "*", true),
            ("sub", "project_path:mail/*", false),
        ] {
            let actions = with_key(&format!("gitlab.com:{claim}"), &format!(r#"["{value}"]"#));
            finds_of_trust(OIDC, &actions, if is_open { OPEN } else { &[] });
        }
    }

    #[test]
    fn only_the_users_of_an_oidc_provider_are_meant() {
        finds_of_trust(SAML, BY_SAML, &[]);
        let expected = &["malformed-principal /Statement/Principal/Federated -> gitlab.com"];
        finds_of_trust(r#"{"Federated": "https://gitlab.com"}"#, BY_OIDC, expected);
    }

    #[test]
    fn the_message_states_a_key_of_the_provider() {
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(OIDC, BY_OIDC)),
            "every user of `gitlab.com` may assume the role: add a condition on one of its keys, such as \
             `gitlab.com:sub`"
        );
    }
}
