//! Helpers for the tests of rules: policies around a statement, and a small catalog.

mod fake;
mod findings;
mod messages;
mod statements;
mod trust;

pub(crate) use fake::{FULL, NAMES, TYPED};
pub(crate) use findings::{findings, found};
pub(crate) use messages::{
    message, message_of, message_of_action, message_of_condition, message_of_resource, messages,
};
pub(crate) use statements::{
    allow_with, deny_with, long_statement, policy, policy_of, says, says_of, says_of_action, says_of_condition,
    says_of_resource, says_of_text, says_of_value,
};
pub(crate) use trust::{ACCOUNT, ASSUME, BY_OIDC, BY_SAML, OIDC, SAML, says_of_trust, trust_statement};
