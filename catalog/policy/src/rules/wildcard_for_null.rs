//! Reports a comparison with `*` that only checks whether the request has the key.
//!
//! ## What it checks
//! A value of the condition is `*`, which matches every value of the key.
//!
//! With an operator such as `StringLike`, the condition holds for all requests that have the key. With a negated
//! operator such as `StringNotLike`, it holds for all requests that do not have the key.
//!
//! ## Why it matters
//! The operator `Null` states the same in a way that readers recognize at once. A reader of the comparison may believe
//! that it restricts the values.
//!
//! ## Example
//! An identity policy for principals with a tag:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::reports",
//!         "Condition": {"StringLike": {"aws:PrincipalTag/team": "*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `Null` with the value `false` for requests that must have the key, or `true` for requests that must not.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::reports",
//!         "Condition": {"Null": {"aws:PrincipalTag/team": "false"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool writes the policy and replaces the `*` for some users.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    condition_key,
    context::Context,
    finding::AccessAnalyzerCheck,
    kind::PolicyKind,
    rule::Check,
    shown::Shown,
    subject::{Holds, WildcardComparison},
};

rule! {
    WildcardForNull { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for WildcardForNull {
    fn wildcard_comparison<'t, C: PolicyCatalog>(comparison: &WildcardComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let WildcardComparison { operator, key, holds } = comparison;
        let prefix = key.text.split(':').next().unwrap_or_default();
        // The rules about identity providers report a claim that may have any value.
        if cx.kind == PolicyKind::Trust && condition_key::is_of_provider(prefix) {
            return;
        }
        let shown = Shown(key.written());
        let message = |requests: &str, value: &str| {
            format!(
                "`{operator}` with `*` holds for all requests {requests} `{shown}`: write `\"Null\": {{\"{shown}\": \
                 \"{value}\"}}`"
            )
        };
        match holds {
            Holds::IfPresent => {
                let message = message("with", "false");
                cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::EquivalentToNullFalse);
            }
            Holds::IfMissing => {
                let message = message("without", "true");
                cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::EquivalentToNullTrue);
            }
            Holds::Always | Holds::Never => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{BY_OIDC, OIDC, finds_of_trust, finds_of_value, finds_with_holes, message_of_condition, policy},
    };

    const TAG: &str = "aws:PrincipalTag/team";

    #[test]
    fn a_comparison_that_only_checks_the_presence_is_reported() {
        for operator in ["StringLike", "StringNotLike", "StringNotLikeIfExists"] {
            finds_of_value(operator, TAG, r#""*""#, &["wildcard-for-null @"]);
            finds_of_value(operator, TAG, r#"["shop", "**"]"#, &["wildcard-for-null @"]);
        }
        finds_of_value("ForAnyValue:StringLike", "aws:TagKeys", r#""*""#, &["wildcard-for-null @"]);
        finds_of_value("ForAllValues:StringNotLike", "aws:TagKeys", r#""*""#, &["wildcard-for-null @"]);
    }

    #[test]
    fn comparisons_that_restrict_the_values_are_not_reported() {
        finds_of_value("StringLike", TAG, r#"["shop*", "mail*"]"#, &[]);
        finds_of_value("StringLike", TAG, r#""${*}""#, &[]);
        finds_of_value("Null", TAG, r#""false""#, &[]);
        let statement = r#""Effect": "Deny", "Action": "ses:SendEmail", "Resource": "*""#;
        let condition = format!(r#""Condition": {{"StringLike": {{"{TAG}": "<<Team>>"}}}}"#);
        finds_with_holes(PolicyKind::Identity, &policy(&format!("{statement}, {condition}")), &[]);
    }

    #[test]
    fn a_claim_of_an_identity_provider_has_other_findings() {
        let actions = format!(r#"{BY_OIDC}, "Condition": {{"StringLike": {{"gitlab.com:sub": "*"}}}}"#);
        let wide = "wide-wildcard /Statement/Condition/StringLike/gitlab.com:sub";
        finds_of_trust(OIDC, &actions, &["provider-claim-missing /Statement/Principal/Federated", wide]);
    }

    #[test]
    fn the_message_states_the_requests_and_the_condition() {
        for (operator, requests, value) in [("StringLike", "with", "false"), ("StringNotLike", "without", "true")] {
            assert_eq!(
                message_of_condition(&format!(r#""{operator}": {{"{TAG}": "*"}}"#)),
                format!(
                    "`{operator}` with `*` holds for all requests {requests} `{TAG}`: write `\"Null\": {{\"{TAG}\": \
                     \"{value}\"}}`"
                )
            );
        }
    }
}
