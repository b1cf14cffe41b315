//! Reports a condition key that requests of service principals do not have.
//!
//! ## What it checks
//! The statement names a service principal, and its condition compares the identity of an IAM principal. Examples are
//! `aws:PrincipalOrgID`, `aws:PrincipalArn` and `aws:PrincipalTag/team`.
//!
//! If the statement also names other principals, the rule reports only an `Allow` whose comparison is false for
//! requests without the key. It does not report `Null`, or tags of the certificate in a trust policy for IAM Roles
//! Anywhere, such as `aws:PrincipalTag/x509Subject/CN`.
//!
//! ## Why it matters
//! A service principal [does not belong to an account or an
//! organization](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties).
//! So a comparison such as `StringEquals` is never true for the service, and a negated one is always true. IAM Access
//! Analyzer reports such a key as an error.
//!
//! ## Example
//! A bucket policy for a distribution of the same organization:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "cloudfront.amazonaws.com"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::handbook/*",
//!         "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Compare the source of the request: the resource, account or organization for which the service makes it.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "cloudfront.amazonaws.com"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::handbook/*",
//!         "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the statement also lists other principals, and only these must pass the comparison.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::StatementNode,
    finding::AccessAnalyzerCheck,
    grammar::Effect,
    kind::PolicyKind,
    known_principals::KeyProperty,
    operator::{Comparator, Operator},
    rule::Check,
    shown::Shown,
    subject::{PresentKeys, has_only_services, services},
};

rule! {
    KeyNotOfServicePrincipal { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for KeyNotOfServicePrincipal {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        if !cx.kind.is_resource_based() && cx.kind != PolicyKind::Trust {
            return;
        }
        let Some(service) = services(statement).and_then(|names| names.strings().next()) else { return };
        let is_only = has_only_services(statement);
        let present = PresentKeys::new(statement);
        for comparison in statement.conditions() {
            if cx.report.is_full() || !cx.report.spend(1) {
                return;
            }
            let (key, operator) = (comparison.key, comparison.operator.text.parse::<Operator>());
            // An unknown operator has a finding of its own.
            let Ok(operator) = operator.as_ref().copied() else { continue };
            if key.hole.is_some() || KeyProperty::from_key(key.text) != Some(KeyProperty::Identity) {
                continue;
            }
            let excludes_service = statement.effect() == Some(Effect::Allow) && present.are_needed(operator, key.text);
            if operator.comparator == Comparator::Null || !is_only && !excludes_service {
                continue;
            }
            if is_certificate_tag(service.text, key.text) {
                continue;
            }
            let (shown, service) = (Shown(key.written()), Shown(service.written()));
            let fix = match instead(key.text) {
                Some(source) => format!("compare `{source}`"),
                None => "remove the comparison".into(),
            };
            let message = format!("requests of `{service}` do not have the key `{shown}`: {fix}");
            cx.report::<Self>(key.place, message)
                .about(AccessAnalyzerCheck::UnsupportedConditionKeyForServicePrincipal);
        }
    }
}

/// Returns the key that compares the source of a service's request in the same way.
fn instead(key: &str) -> Option<&'static str> {
    const KEYS: [(&str, &str); 4] = [
        ("aws:PrincipalAccount", "aws:SourceAccount"),
        ("aws:PrincipalArn", "aws:SourceArn"),
        ("aws:PrincipalOrgID", "aws:SourceOrgID"),
        ("aws:PrincipalOrgPaths", "aws:SourceOrgPaths"),
    ];
    KEYS.iter().find(|(known, _)| ascii_case::eq(known, key)).map(|(_, source)| *source)
}

/// Returns true if a service assumes a role for a certificate, and a key is a tag with a field of the certificate.
///
/// <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/attribute-mapping-and-trust-policy.html>, 2026-11.
fn is_certificate_tag(service: &str, key: &str) -> bool {
    const TAG: &str = "aws:PrincipalTag/";
    service == "rolesanywhere.amazonaws.com" && key.get(..TAG.len()).is_some_and(|head| ascii_case::eq(head, TAG))
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{found, message_of, policy},
    };

    const SERVICE: &str = r#"{"Service": "ses.amazonaws.com"}"#;
    const BOTH: &str = r#"{"Service": "ses.amazonaws.com", "AWS": "111122223333"}"#;

    /// Returns a statement about a principal with a condition on its organization.
    fn statement(effect: &str, principal: &str, operator: &str, key: &str) -> String {
        let source = r#""ArnLike": {"aws:SourceArn": "arn:aws:ses:*:111122223333:*"}"#;
        format!(
            r#""Effect": "{effect}", "Principal": {principal}, "Action": "ses:SendEmail",
               "Condition": {{{source}, "{operator}": {{"{key}": "o-a1b2c3d4e5"}}}}"#
        )
    }

    /// Checks whether a statement is reported.
    fn finds(effect: &str, principal: &str, operator: &str, key: &str, is_found: bool) {
        let expected = format!("key-not-of-service-principal /Statement/Condition/{operator}/{key}");
        let found = found(&policy(&statement(effect, principal, operator, key)), PolicyKind::Resource);
        assert_eq!(found.contains(&expected), is_found, "{found:?}");
    }

    #[test]
    fn the_identity_of_a_service_is_reported() {
        finds("Allow", SERVICE, "StringEquals", "aws:PrincipalOrgID", true);
        finds("Allow", SERVICE, "StringEqualsIfExists", "aws:principalorgid", true);
        finds("Deny", SERVICE, "StringNotEquals", "aws:PrincipalOrgID", true);
        finds("Allow", BOTH, "StringEquals", "aws:PrincipalOrgID", true);
    }

    #[test]
    fn other_keys_and_other_principals_are_not_reported() {
        finds("Allow", SERVICE, "StringEquals", "aws:SourceOrgID", false);
        finds("Allow", r#"{"AWS": "111122223333"}"#, "StringEquals", "aws:PrincipalOrgID", false);
        // The comparison is intended for the other principal.
        finds("Allow", BOTH, "StringEqualsIfExists", "aws:PrincipalOrgID", false);
        finds("Deny", BOTH, "StringNotEquals", "aws:PrincipalOrgID", false);
        // IAM Roles Anywhere states the fields of the certificate as tags.
        let anywhere = r#"{"Service": "rolesanywhere.amazonaws.com"}"#;
        finds("Allow", anywhere, "StringEquals", "aws:PrincipalTag/x509Subject/CN", false);
        finds("Allow", anywhere, "StringEquals", "aws:PrincipalOrgID", true);
    }

    #[test]
    fn the_message_states_the_key_of_the_source() {
        assert_eq!(
            message_of(PolicyKind::Resource, &statement("Allow", SERVICE, "StringEquals", "aws:PrincipalOrgID")),
            "requests of `ses.amazonaws.com` do not have the key `aws:PrincipalOrgID`: compare `aws:SourceOrgID`"
        );
    }
}
