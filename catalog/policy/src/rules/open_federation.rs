//! Reports a role that every user of an OIDC provider may assume.
//!
//! ## What it checks
//! Every user of an OIDC provider may assume the role, because the statement has no condition on a key of the
//! provider.
//!
//! The rule accepts any key of the provider that is compared with a value other than `*`. It does not accept an
//! audience that every token for AWS has, such as `sts.amazonaws.com` in tokens of GitHub.
//!
//! ## Why it matters
//! Anyone can become a user of some providers. The documentation of the provider states which key distinguishes
//! your jobs from those of others. An audience such as `gitlab.com:aud` does not, because a job can request any
//! value.
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
//! Allow the finding if the provider is your own and every identity that it issues may assume the role.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    PolicyCatalog,
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
    fn trust_statement<'t, C: PolicyCatalog>(
        trust: &TrustStatement<'_, 't, C::Service>,
        cx: &mut Context<'_, 't, C>,
    ) {
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

/// Reports a provider whose users no condition tells apart.
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
            "everybody whom `{provider}` vouches for may assume the role: add a condition on one of its keys, such as \
             `{provider}:sub`"
        );
        cx.report::<OpenFederation>(name.place, message);
    }
}

/// Returns true if a comparison of a provider's key holds for everybody whom the provider vouches for: it is to the
/// audience that all its tokens for AWS have, or to anything.
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
