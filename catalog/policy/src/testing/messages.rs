//! The messages of findings, for tests that compare the exact words.

use alloc::{format, string::String, vec::Vec};

use super::{
    findings::findings,
    statements::{allow_with, policy},
};
use crate::kind::PolicyKind;

/// Returns the messages of the findings of a policy.
pub(crate) fn messages(kind: PolicyKind, text: &str) -> Vec<String> {
    findings(text, kind).into_iter().map(|finding| finding.message).collect()
}

/// Returns the message of the only finding of a policy with one statement.
pub(crate) fn message_of(kind: PolicyKind, statement: &str) -> String {
    match &mut messages(kind, &policy(statement))[..] {
        [message] => core::mem::take(message),
        messages => panic!("expected one finding, found {messages:?}"),
    }
}

/// Returns the message of the only finding of an identity policy with one statement.
pub(crate) fn message(statement: &str) -> String {
    message_of(PolicyKind::Identity, statement)
}

/// Returns the message of the only finding of an identity policy with a condition.
pub(crate) fn message_of_condition(condition: &str) -> String {
    message(&allow_with(&format!(r#", "Condition": {{{condition}}}"#)))
}

/// Returns the message of the only finding of an identity policy that denies actions.
pub(crate) fn message_of_action(actions: &str) -> String {
    message_of_resource(actions, r#""*""#)
}

/// Returns the message of the only finding of an identity policy that denies actions on resources.
pub(crate) fn message_of_resource(actions: &str, resources: &str) -> String {
    message(&format!(r#""Effect": "Deny", "Action": {actions}, "Resource": {resources}"#))
}
