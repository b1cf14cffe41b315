//! Reports a claim of a shared OIDC provider whose value matches other customers too.
//!
//! ## What it checks
//! AWS customers share the OIDC provider, and a value matches tokens of other customers. Examples for GitHub are
//! `repo:*`, `repo:*/web:*` and `repo:octo-*`.
//!
//! The rule accepts a wide value if another claim identifies the customer, such as `repository_owner_id`.
//!
//! ## Why it matters
//! Anyone can become a customer of the provider, and use a name that the pattern matches. Then they can assume the
//! role.
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
//!         "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the full name of your organization, and the separator after it.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:octo-org/web:ref:refs/heads/main"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if everyone may assume the role, or if other statements deny all other customers.

use alloc::{format, vec::Vec};

use catalog_core::{ascii_case, wildcard};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{ComparisonNode, Text},
    known_principals::{Customers, SharedProvider},
    operator::Operator,
    rule::Check,
    shown::Shown,
    subject::{OidcPrincipal, PresentKeys, TrustStatement, shared_checks::WIDE_GITHUB_SUBJECT},
};

rule! {
    WideProviderClaim { severity: Warning, group: Security, since: "0.1.0" }
}

/// Claims that identify a customer of a provider, in lower case.
const OF_CUSTOMERS: &[&str] = &[
    "actor_id",
    "cluster_id",
    "enterprise_id",
    "job_workflow_ref",
    "namespace_id",
    "organization_id",
    "organization_slug",
    "pipeline_id",
    "project_id",
    "repository",
    "repository_id",
    "repository_owner_id",
    "user_id",
];

impl Check for WideProviderClaim {
    fn trust_statement<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        let present = PresentKeys::new(trust.statement);
        for provider in trust.oidc_principals() {
            if cx.report.is_full() || !cx.report.spend(provider.work()) {
                break;
            }
            let Some(shared) = provider.shared else { continue };
            if provider.has_unknown_comparisons() || has_customer(&provider, &present) {
                continue;
            }
            let found: Vec<_> =
                provider.required_comparisons(shared.key).map(|comparison| wide_values(shared, &comparison)).collect();
            // All comparisons of a condition must hold, so one that is not wide is enough.
            if found.iter().any(Vec::is_empty) {
                continue;
            }
            for (value, customers) in found.into_iter().flatten() {
                let (given, url) = (Shown(value.written()), Shown(shared.name));
                let message = match customers {
                    Customers::All => {
                        let own = if shared.form.is_some_and(|form| form.has_names) {
                            "write the name of your own organization"
                        } else {
                            "write your own value in full"
                        };
                        format!("`{given}` matches every customer of `{url}`: {own}")
                    }
                    Customers::Beginning(name) => format!(
                        "`{given}` matches every customer of `{url}` whose name begins with `{}`: write the full name \
                         and the separator after it",
                        Shown(name)
                    ),
                };
                let check = provider.is_github().then_some(WIDE_GITHUB_SUBJECT);
                cx.report::<Self>(value.place, message).about(check);
            }
        }
    }
}

/// Returns the values of a comparison that match several customers.
fn wide_values<'t>(shared: &SharedProvider, comparison: &ComparisonNode<'t>) -> Vec<(Text<'t>, Customers<'t>)> {
    let operator = comparison.operator.text.parse::<Operator>();
    let has_wildcards = operator.is_ok_and(|operator| operator.comparator.has_wildcards());
    let values = comparison.values.strings().filter(|_| has_wildcards);
    values.filter_map(|value| Some((value, shared.customers(value.text)?))).collect()
}

/// Returns true if another claim of the provider identifies the customer.
fn has_customer(provider: &OidcPrincipal<'_>, present: &PresentKeys<'_>) -> bool {
    provider.claims().any(|(claim, comparison)| {
        let is_of_customer = OF_CUSTOMERS.iter().any(|known| ascii_case::eq(known, claim));
        let operator = comparison.operator.text.parse::<Operator>();
        let is_needed = operator.is_ok_and(|operator| present.are_needed(operator, comparison.key.text));
        is_of_customer && is_needed && !comparison.values.strings().any(|value| wildcard::has_wildcard(value.text))
    })
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::{
        kind::PolicyKind,
        testing::{BY_OIDC, OIDC, finds_of_trust, message_of, trust_statement},
    };

    const SUB: &str = "/Statement/Condition/StringLike/gitlab.com:sub";

    /// Checks the findings for values of `gitlab.com:sub`.
    fn finds(values: &str, expected: &[&str]) {
        let expected: Vec<_> = expected.iter().map(|text| text.replace('@', SUB)).collect();
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        let condition = format!(r#""Condition": {{"StringLike": {{"gitlab.com:sub": {values}}}}}"#);
        finds_of_trust(OIDC, &format!("{BY_OIDC}, {condition}"), &expected);
    }

    #[test]
    fn a_value_that_other_customers_have_is_reported() {
        finds(r#""project_path:*""#, &["wide-provider-claim @"]);
        finds(r#""project_path:*/web:ref_type:branch:ref:main""#, &["wide-provider-claim @"]);
        finds(r#"["project_path:market/*", "project_path:shop*"]"#, &["wide-provider-claim @/1"]);
        finds(r#"["project_path:shop/*", "*"]"#, &["wide-provider-claim @/1", "wide-wildcard @/1"]);
    }

    #[test]
    fn a_value_of_one_customer_is_not_reported() {
        finds(r#"["project_path:shop/*", "project_path:market/web:*"]"#, &[]);
        let and = r#""Condition": {"StringLike": {"gitlab.com:sub": "project_path:*"}, "StringEquals": {"gitlab.com:sub": "a"}}"#;
        finds_of_trust(OIDC, &format!("{BY_OIDC}, {and}"), &[]);
        // Without wildcards, the operator compares the string as it is.
        let literal = r#""Condition": {"StringEquals": {"gitlab.com:sub": "project_path:shop/web"}}"#;
        finds_of_trust(OIDC, &format!("{BY_OIDC}, {literal}"), &[]);
    }

    #[test]
    fn another_claim_of_the_customer_is_enough() {
        let with = |claim: &str| {
            let like = r#""StringLike": {"gitlab.com:sub": "project_path:*"}"#;
            format!(r#"{BY_OIDC}, "Condition": {{{like}, "StringEquals": {{"gitlab.com:{claim}": "42"}}}}"#)
        };
        finds_of_trust(OIDC, &with("namespace_id"), &[]);
        finds_of_trust(OIDC, &with("pipeline_source"), &[&format!("wide-provider-claim {SUB}")]);
    }

    #[test]
    fn the_message_states_the_customers() {
        let message = |value: &str| {
            let condition = format!(r#""Condition": {{"StringLike": {{"gitlab.com:sub": "{value}"}}}}"#);
            message_of(PolicyKind::Trust, &trust_statement(OIDC, &format!("{BY_OIDC}, {condition}")))
        };
        assert_eq!(
            message("project_path:*"),
            "`project_path:*` matches every customer of `gitlab.com`: write the name of your own organization"
        );
        assert_eq!(
            message("project_path:shop*"),
            "`project_path:shop*` matches every customer of `gitlab.com` whose name begins with `shop`: write the full \
             name and the separator after it"
        );
    }
}
