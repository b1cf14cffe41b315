//! Reports an element that does not exist in the policy language.
//!
//! ## What it checks
//! The policy has an element that does not exist in the policy language, so IAM refuses it.
//!
//! ## Why it matters
//! One unknown element makes the whole policy invalid. The policy language also has no element for comments. A
//! `Sid` can describe its statement instead.
//!
//! ## Example
//! An identity policy of a program that sends mail:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Actions": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the element that you intended, or remove the unknown one.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::{borrow::ToOwned as _, string::ToString as _};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    form::{Fault, FormError},
    rule::Check,
    subject::check_of_fault,
};

rule! {
    UnknownElement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for UnknownElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::UnknownElement { .. }) {
            cx.suggest::<Self>(fault.place, fault.error.to_string(), fault.error.suggestion().map(str::to_owned))
                .about(check_of_fault(&fault.error));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{allow_with, finds, finds_of_text, message},
    };

    #[test]
    fn an_element_that_does_not_exist_is_reported() {
        finds(&allow_with(r#", "Resources": "*""#), &["unknown-element /Statement/Resources -> Resource"]);
        finds(&allow_with(r#", "Frobnicate": 1"#), &["unknown-element /Statement/Frobnicate"]);
        finds_of_text(
            PolicyKind::Identity,
            r#"{"Statment": []}"#,
            &["missing-version ", "unknown-element /Statment -> Statement"],
        );
        finds_of_text(
            PolicyKind::Identity,
            r#"{"Version": "2012-10-17", "Effect": "Deny"}"#,
            &["missing-element ", "unknown-element /Effect"],
        );
    }

    #[test]
    fn known_elements_are_not_reported() {
        finds(&allow_with(r#", "Sid": "A", "Condition": {"Bool": {"aws:SecureTransport": true}}"#), &[]);
    }

    #[test]
    fn the_message_states_the_element_that_was_meant() {
        assert_eq!(message(&allow_with(r#", "Frobnicate": 1"#)), "unknown element `Frobnicate` in a statement");
        assert_eq!(
            message(&allow_with(r#", "Resources": 1"#)),
            "unknown element `Resources` in a statement: did you mean `Resource`?"
        );
    }
}
