//! Helpers for the tests of rules: policies around a statement, and a small catalog.

mod fake;
mod findings;
mod holes;
mod messages;
mod statements;
mod trust;

pub(crate) use fake::{FULL, NAMES, TYPED};
pub(crate) use findings::{findings, finds_restricted, found, found_of_group};
pub(crate) use holes::{finds_of_resource_with_holes, finds_with_holes, message_with_holes};
pub(crate) use messages::{
    message, message_of, message_of_action, message_of_condition, message_of_resource, messages,
};
pub(crate) use statements::{
    allow_with, deny_with, finds, finds_of, finds_of_action, finds_of_condition, finds_of_resource, finds_of_text,
    finds_of_value, long_statement, policy, policy_of,
};
pub(crate) use trust::{ACCOUNT, ASSUME, BY_OIDC, BY_SAML, OIDC, SAML, SAML_AUDIENCE, finds_of_trust, trust_statement};
