//! Reports a set operator on the audience of an OIDC provider whose tokens may have only one audience.
//!
//! ## What it checks
//! In a trust policy, an operator with `ForAnyValue:` compares the claim `aud` of an OIDC provider of your own.
//!
//! The tokens of providers that AWS customers share, such as GitHub, have one audience. The finding
//! `set-operator-on-claim` is about them, and about `ForAllValues:`.
//!
//! ## Why it matters
//! The audience of most tokens is a single value, and the condition must not have a set operator then. Only the
//! documentation of the provider states whether its tokens have several audiences.
//!
//! ## Example
//! A trust policy for the users of a login service:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {"ForAnyValue:StringEquals": {"login.example.com:aud": "orders"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the set operator.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {"StringEquals": {"login.example.com:aud": "orders"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the tokens of the provider have several audiences.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    operator::{Comparator, Operator, SetOperator},
    rule::Check,
    shown::Shown,
    subject::{TrustStatement, shared_checks::AUDIENCE_TYPE},
};

rule! {
    AudienceSetOperator { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for AudienceSetOperator {
    fn trust_statement<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        for provider in trust.oidc_principals().filter(|provider| provider.shared.is_none()) {
            if cx.report.is_full() || !cx.report.spend(provider.work()) {
                return;
            }
            for (_, comparison) in provider.claims().filter(|(claim, _)| ascii_case::eq(claim, "aud")) {
                let Ok(Operator { set, comparator, .. }) = comparison.operator.text.parse() else { continue };
                if set != Some(SetOperator::ForAnyValue) || comparator == Comparator::Null {
                    continue;
                }
                let message = format!(
                    "`{}` has several values only for some providers: remove `ForAnyValue:`, unless the tokens have \
                     several audiences",
                    Shown(comparison.key.written())
                );
                cx.report::<Self>(comparison.key.place, message).about(AUDIENCE_TYPE);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::{
        kind::PolicyKind,
        testing::{BY_OIDC, OIDC, found, policy, trust_statement},
    };

    const OWN: &str = r#"{"Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com"}"#;

    /// Returns true if an operator on the audience of a provider is reported.
    fn is_found(principal: &str, url: &str, operator: &str) -> bool {
        let condition = format!(r#""StringEquals": {{"{url}:sub": "a"}}, "{operator}": {{"{url}:aud": "orders"}}"#);
        let statement = trust_statement(principal, &format!(r#"{BY_OIDC}, "Condition": {{{condition}}}"#));
        let found: Vec<String> = found(&policy(&statement), PolicyKind::Trust);
        found.iter().any(|finding| finding.starts_with("audience-set-operator "))
    }

    #[test]
    fn only_a_provider_of_your_own_is_reported() {
        for operator in ["ForAnyValue:StringEquals", "ForAnyValue:StringLike"] {
            assert!(is_found(OWN, "login.example.com", operator), "{operator}");
            assert!(!is_found(OIDC, "gitlab.com", operator), "{operator}");
        }
        for operator in ["StringEquals", "ForAllValues:StringEquals", "ForAnyValue:Null"] {
            assert!(!is_found(OWN, "login.example.com", operator), "{operator}");
        }
    }
}
