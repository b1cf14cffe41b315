//! Reports a set operator on a claim of an OIDC provider.
//!
//! ## What it checks
//! In a trust policy, an operator with `ForAllValues:` compares a claim of an OIDC provider, or an operator with
//! `ForAnyValue:` compares its audience.
//!
//! The rule accepts `ForAllValues:` together with a `Null` condition that requires the claim. The finding
//! `set-operator-needless` is about the claims that AWS's service authorization reference lists as single-valued.
//!
//! ## Why it matters
//! A condition with `ForAllValues:` also holds if the token does not have the claim, or if the name of the claim is
//! misspelled. Then everyone passes the condition. The audience of a token is a single value, so `ForAnyValue:` only
//! makes the policy harder to read.
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
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {"ForAllValues:StringLike": {"gitlab.com:sub": "project_path:shop/web:*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the set operator. For the claim `amr`, which has several values, use `ForAnyValue:`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {"StringLike": {"gitlab.com:sub": "project_path:shop/web:*"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the provider documents that tokens have several values of the claim and always have the claim.

use alloc::format;

use catalog_core::{NameKind, ascii_case, resolve::ServiceNames as _};

use crate::{
    catalog::PolicyCatalog,
    condition_key,
    context::{Context, EXPLANATION},
    document::ComparisonNode,
    finding::AccessAnalyzerCheck,
    operator::{Comparator, Operator, SetOperator},
    rule::Check,
    shown::Shown,
    subject::{
        PresentKeys, TrustStatement,
        shared_checks::{AUDIENCE_TYPE, SINGLE_VALUED},
    },
};

rule! {
    SetOperatorOnClaim { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for SetOperatorOnClaim {
    fn trust_statement<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        let present = PresentKeys::new(trust.statement);
        for provider in trust.oidc_principals() {
            if !cx.report.spend(provider.work()) {
                return;
            }
            for (claim, comparison) in provider.claims() {
                if cx.report.is_full() {
                    return;
                }
                check(claim, &comparison, &present, cx);
            }
        }
    }
}

/// Checks the operator of a comparison.
fn check<'t, C: PolicyCatalog>(
    claim: &str,
    comparison: &ComparisonNode<'t>,
    present: &PresentKeys<'_>,
    cx: &mut Context<'_, 't, C>,
) {
    let Ok(Operator { set: Some(set), comparator, .. }) = comparison.operator.text.parse::<Operator>() else { return };
    let key = comparison.key;
    let (is_several, is_audience) = (ascii_case::eq(claim, "amr"), ascii_case::eq(claim, "aud"));
    if comparator == Comparator::Null || !is_several && !is_audience && is_listed(key.text, cx) {
        return;
    }
    let shown = Shown(key.written());
    let message = match set {
        SetOperator::ForAllValues if !present.contain(key.text) => {
            let instead = if is_several { "use `ForAnyValue:`" } else { "remove `ForAllValues:`" };
            format!("`ForAllValues:` also holds for a token without `{shown}`: {instead}")
        }
        SetOperator::ForAnyValue if is_audience => {
            format!("`{shown}` is a single-valued key: remove `ForAnyValue:`")
        }
        _ => return,
    };
    let check = match set {
        SetOperator::ForAnyValue => Some(AccessAnalyzerCheck::ForanyvalueWithAudienceClaimType),
        SetOperator::ForAllValues if is_audience => Some(AUDIENCE_TYPE),
        // OpenID Connect defines the subject as a single string.
        SetOperator::ForAllValues => ascii_case::eq(claim, "sub").then_some(SINGLE_VALUED),
    };
    cx.report::<SetOperatorOnClaim>(key.place, message).about(check);
}

/// Returns true if AWS's service authorization reference lists a claim. Then the type of the claim is known.
fn is_listed<C: PolicyCatalog>(key: &str, cx: &mut Context<'_, '_, C>) -> bool {
    cx.report.spend(EXPLANATION / 10);
    let Some(service) = cx.catalog.find_service("sts") else { return false };
    service.names(NameKind::ConditionKey).any(|known| condition_key::matches(known, key))
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        subject::shared_checks::SINGLE_VALUED,
        testing::{BY_OIDC, OIDC, findings, finds_of_trust, message_of, policy, trust_statement},
    };

    const SUB: &str = r#""StringEquals": {"gitlab.com:sub": "project_path:shop/web"}"#;

    /// Returns the action for OIDC users, with a condition on the subject and another condition.
    fn with(condition: &str) -> String {
        format!(r#"{BY_OIDC}, "Condition": {{{SUB}, {condition}}}"#)
    }

    #[test]
    fn a_set_operator_that_anyone_passes_is_reported() {
        let at = "set-operator-on-claim /Statement/Condition";
        let all = r#""ForAllValues:StringEquals": {"gitlab.com:aud": "https://gitlab.com"}"#;
        finds_of_trust(OIDC, &with(all), &[&format!("{at}/ForAllValues:StringEquals/gitlab.com:aud")]);
        let any = r#""ForAnyValue:StringEquals": {"gitlab.com:aud": "https://gitlab.com"}"#;
        finds_of_trust(OIDC, &with(any), &[&format!("{at}/ForAnyValue:StringEquals/gitlab.com:aud")]);
        let amr = r#""ForAllValues:StringLike": {"gitlab.com:amr": "mfa"}"#;
        finds_of_trust(OIDC, &with(amr), &[&format!("{at}/ForAllValues:StringLike/gitlab.com:amr")]);
        // The type of this claim is known, so it has another finding.
        let listed = r#""ForAllValues:StringEquals": {"gitlab.com:namespace_id": "42"}"#;
        let expected = "set-operator-needless /Statement/Condition/ForAllValues:StringEquals/gitlab.com:namespace_id";
        finds_of_trust(OIDC, &with(listed), &[expected]);
    }

    #[test]
    fn a_set_operator_on_the_subject_is_about_keys_of_one_value() {
        let condition = r#""Condition": {"ForAllValues:StringLike": {"gitlab.com:sub": "project_path:shop/web:*"}}"#;
        let statement = trust_statement(OIDC, &format!("{BY_OIDC}, {condition}"));
        let found = findings(&policy(&statement), PolicyKind::Trust);
        assert!(found.iter().any(|finding| finding.access_analyzer == Some(SINGLE_VALUED)), "{found:?}");
    }

    #[test]
    fn claims_with_several_values_and_required_claims_are_not_reported() {
        finds_of_trust(OIDC, &with(r#""ForAnyValue:StringLike": {"gitlab.com:amr": "mfa"}"#), &[]);
        let required = r#""ForAllValues:StringEquals": {"gitlab.com:aud": "a"}, "Null": {"gitlab.com:aud": "false"}"#;
        finds_of_trust(OIDC, &with(required), &[]);
    }

    #[test]
    fn the_message_states_the_claim() {
        let message = |condition: &str| message_of(PolicyKind::Trust, &trust_statement(OIDC, &with(condition)));
        assert_eq!(
            message(r#""ForAllValues:StringEquals": {"gitlab.com:aud": "a"}"#),
            "`ForAllValues:` also holds for a token without `gitlab.com:aud`: remove `ForAllValues:`"
        );
        assert_eq!(
            message(r#""ForAllValues:StringLike": {"gitlab.com:amr": "mfa"}"#),
            "`ForAllValues:` also holds for a token without `gitlab.com:amr`: use `ForAnyValue:`"
        );
        assert_eq!(
            message(r#""ForAnyValue:StringEquals": {"gitlab.com:aud": "a"}"#),
            "`gitlab.com:aud` is a single-valued key: remove `ForAnyValue:`"
        );
    }
}
