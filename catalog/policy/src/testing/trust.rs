//! Trust policies with common principals and actions.

use alloc::{format, string::String};

use super::statements::finds_of;
use crate::kind::PolicyKind;

pub(crate) const ACCOUNT: &str = r#"{"AWS": "111122223333"}"#;
pub(crate) const SAML: &str = r#"{"Federated": "arn:aws:iam::111122223333:saml-provider/office"}"#;
pub(crate) const OIDC: &str = r#"{"Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com"}"#;

pub(crate) const ASSUME: &str = r#""sts:AssumeRole""#;
pub(crate) const BY_SAML: &str = r#""sts:AssumeRoleWithSAML""#;
pub(crate) const BY_OIDC: &str = r#""sts:AssumeRoleWithWebIdentity""#;

/// A condition on the audience of a SAML provider's answer.
pub(crate) const SAML_AUDIENCE: &str =
    r#""Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}"#;

/// Returns an `Allow` statement of a trust policy. More elements may follow.
pub(crate) fn trust_statement(principal: &str, actions: &str) -> String {
    format!(r#""Effect": "Allow", "Principal": {principal}, "Action": {actions}"#)
}

/// Checks the findings of a trust policy with one `Allow` statement.
pub(crate) fn finds_of_trust(principal: &str, actions: &str, expected: &[&str]) {
    finds_of(PolicyKind::Trust, &trust_statement(principal, actions), expected);
}
