//! Reports an element, a condition operator or a condition key that appears twice in one object.
//!
//! ## What it checks
//! An object has the same element, condition operator or condition key twice. IAM refuses the policy.
//!
//! Like IAM, the rule ignores case in operators and condition keys.
//!
//! ## Why it matters
//! Most other JSON parsers keep the second of the two without a warning. A tool can then show a policy that differs
//! from the source.
//!
//! ## Example
//! A resource policy of a bucket, with two conditions on one key:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::reports/*",
//!         "Condition": {
//!             "StringEquals": {"aws:PrincipalTag/team": "a"},
//!             "StringEquals": {"aws:PrincipalTag/team": "b"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Merge the two, or remove one of them.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::reports/*",
//!         "Condition": {
//!             "StringEquals": {"aws:PrincipalTag/team": ["a", "b"]}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy, and other tools ignore a part of it.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    form::{Fault, FormError},
    rule::Check,
    subject::check_of_fault,
};

rule! {
    RepeatedElement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for RepeatedElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::RepeatedMember { .. } | FormError::RepeatedInOtherCase { .. }) {
            cx.report::<Self>(fault.place, fault.error.to_string()).about(check_of_fault(&fault.error));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{allow_with, finds, finds_of_condition, message};

    #[test]
    fn a_name_that_appears_twice_in_an_object_is_reported() {
        finds(&allow_with(r#", "Effect": "Allow""#), &["repeated-element /Statement/Effect"]);
        finds_of_condition(
            r#""StringEquals": {"aws:username": [], "AWS:UserName": "a"}"#,
            &[
                "empty-element /Statement/Condition/StringEquals/aws:username",
                "repeated-element /Statement/Condition/StringEquals/AWS:UserName",
            ],
        );
    }

    #[test]
    fn a_name_in_two_objects_is_not_reported() {
        finds_of_condition(r#""StringLike": {"aws:username": "a*"}, "StringNotLike": {"aws:username": "ab*"}"#, &[]);
        // The names of elements are case-sensitive.
        finds(&allow_with(r#", "effect": "Allow""#), &["element-case /Statement/effect -> Effect"]);
    }

    #[test]
    fn the_message_states_the_name() {
        assert_eq!(
            message(&allow_with(r#", "Effect": "Allow""#)),
            "`Effect` appears twice in one object: merge the two, or remove one of them"
        );
    }
}
