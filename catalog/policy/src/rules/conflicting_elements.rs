//! Reports a statement that has both an element and its opposite.
//!
//! ## What it checks
//! A statement has an element and its opposite, such as `Action` and `NotAction`. IAM accepts only one of the two.
//!
//! ## Why it matters
//! You [cannot create](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html) a policy
//! that has both in one statement. The author usually intends a list with exceptions, which needs two statements.
//!
//! ## Example
//! An identity policy that is intended to allow everything except deletions:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:*",
//!         "NotAction": "ses:Delete*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Keep one of the two elements. Use two statements for a list with exceptions.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {"Effect": "Allow", "Action": "ses:*", "Resource": "*"},
//!         {"Effect": "Deny", "Action": "ses:Delete*", "Resource": "*"}
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    form::{Fault, FormError},
    rule::Check,
    subject::check_of_fault,
};

rule! {
    ConflictingElements { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ConflictingElements {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::ConflictingElements { .. }) {
            cx.report::<Self>(fault.place, fault.error.to_string()).about(check_of_fault(&fault.error));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{allow_with, finds, finds_of, message},
    };

    #[test]
    fn an_element_and_its_negation_are_reported() {
        finds(&allow_with(r#", "NotAction": "s3:*""#), &["conflicting-elements /Statement/NotAction"]);
        let expected = &["conflicting-elements /Statement/NotResource"];
        finds(r#""Effect": "Deny", "Action": "*", "Resource": "*", "NotResource": "arn:aws:s3:::a""#, expected);
        finds_of(
            PolicyKind::Resource,
            r#""Effect": "Allow", "NotPrincipal": {}, "Principal": {"AWS": "111122223333"}, "Action": "ses:SendEmail""#,
            &["conflicting-elements /Statement/NotPrincipal"],
        );
    }

    #[test]
    fn a_negation_beside_other_elements_is_not_reported() {
        finds(r#""Effect": "Deny", "NotAction": "s3:*", "Resource": "*""#, &[]);
        finds(r#""Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s3:::a""#, &[]);
    }

    #[test]
    fn the_message_states_both_elements() {
        assert_eq!(
            message(&allow_with(r#", "NotAction": "s3:*""#)),
            "a statement has `Action` or `NotAction`, not both: write two statements"
        );
    }
}
