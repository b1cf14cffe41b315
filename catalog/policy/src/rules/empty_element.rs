//! Reports an empty list or object that names no principal or sets no condition.
//!
//! ## What it checks
//! A list or an object is empty, so it names no principal or sets no condition.
//!
//! AWS accepts the policy, but the author probably intended an entry.
//!
//! ## Why it matters
//! A template produces an empty element if the list that it inserts has no entries. An empty `Condition` is more
//! dangerous than an empty list of principals, because the statement then applies without a condition.
//!
//! ## Example
//! An identity policy with a condition that was never filled in:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::uploads/*",
//!         "Condition": {}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add the missing entries, or remove the empty element.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::uploads/*",
//!         "Condition": {"StringEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool generates the empty element and you have checked that no principal or condition is
//! missing.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    form::{Fault, FormError},
    rule::Check,
    subject::check_of_fault,
};

rule! {
    EmptyElement { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for EmptyElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(
            fault.error,
            FormError::EmptyCondition { .. }
                | FormError::EmptyValues { .. }
                | FormError::NoPrincipal
                | FormError::EmptyPrincipals { .. }
        ) {
            cx.report::<Self>(fault.place, fault.error.to_string()).about(check_of_fault(&fault.error));
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{allow_with, finds, finds_of, finds_of_condition, finds_of_value, message_of, message_of_condition},
    };

    fn resource_policy(principal: &str) -> String {
        format!(r#""Effect": "Allow", "Principal": {principal}, "Action": "ses:SendEmail""#)
    }

    #[test]
    fn elements_that_hold_nothing_are_reported() {
        finds_of_condition("", &["empty-element /Statement/Condition"]);
        finds_of_condition(r#""Bool": {}"#, &["empty-element /Statement/Condition/Bool"]);
        finds_of_value("StringEquals", "aws:username", "[]", &["empty-element @"]);
        finds_of(PolicyKind::Resource, &resource_policy("{}"), &["empty-element /Statement/Principal"]);
        finds_of(PolicyKind::Resource, &resource_policy(r#"{"AWS": []}"#), &["empty-element /Statement/Principal/AWS"]);
    }

    #[test]
    fn an_empty_list_of_actions_is_a_missing_element_instead() {
        finds(&allow_with(""), &[]);
        finds(r#""Effect": "Deny", "Action": [], "Resource": "*""#, &["missing-element /Statement/Action"]);
    }

    #[test]
    fn the_message_states_what_is_empty() {
        assert_eq!(
            message_of_condition(""),
            "`Condition` is empty, so it requires nothing: remove it, or add an entry"
        );
        assert_eq!(
            message_of_condition(r#""Bool": {}"#),
            "`Bool` is empty, so it requires nothing: remove it, or add an entry"
        );
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:username": []}"#),
            "`aws:username` has an empty list of values: expected at least one value"
        );
        assert_eq!(
            message_of(PolicyKind::Resource, &resource_policy("{}")),
            "expected at least one principal, found an empty object"
        );
        assert_eq!(
            message_of(PolicyKind::Resource, &resource_policy(r#"{"AWS": []}"#)),
            "`AWS` is empty: expected at least one principal"
        );
    }
}
