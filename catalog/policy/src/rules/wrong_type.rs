//! Reports an element whose value has a JSON type that IAM does not accept.
//!
//! ## What it checks
//! An element has a value of the wrong type, such as a number instead of a string.
//!
//! If IAM accepts a list, the rule checks each entry, and the finding points to the entry. IAM accepts numbers and
//! booleans only as values of a condition.
//!
//! In YAML, an account ID such as `012345670123` needs quotes, also in a condition. Without them, YAML reads it as a
//! number with the base 8, so its value changes.
//!
//! ## Why it matters
//! IAM's [grammar](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html) defines the
//! type of each value. IAM refuses a policy with a value of another type.
//!
//! ## Example
//! An identity policy with an account ID that is written as a number:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "organizations:DescribeAccount",
//!         "Resource": 444455556666
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a value of the type that the message names.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "organizations:DescribeAccount",
//!         "Resource": "arn:aws:organizations::111122223333:account/o-exampleorgid/444455556666"
//!     }
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
    WrongType { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for WrongType {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        let is_type = matches!(
            fault.error,
            FormError::WrongType { .. }
                | FormError::OctalNumber { .. }
                | FormError::KeyOutsideOperator { .. }
                | FormError::PrincipalType { .. }
                | FormError::EmptyPrincipalList
        );
        if is_type {
            cx.report::<Self>(fault.place, fault.error.to_string()).about(check_of_fault(&fault.error));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of_condition, finds_of_text, finds_of_value, message},
    };

    #[test]
    fn json_of_another_type_is_reported() {
        for (text, expected) in [
            ("[]", "wrong-type "),
            (r#"{"Version": "2012-10-17", "Statement": 1}"#, "wrong-type /Statement"),
            (r#"{"Version": "2012-10-17", "Statement": [1]}"#, "wrong-type /Statement/0"),
        ] {
            finds_of_text(PolicyKind::Identity, text, &[expected]);
        }
    }

    #[test]
    fn a_condition_without_its_operator_is_reported() {
        finds_of_condition(r#""aws:SourceIp": "203.0.113.0/24""#, &["wrong-type /Statement/Condition/aws:SourceIp"]);
        finds_of_condition(r#""StringEqual": "ann""#, &["wrong-type /Statement/Condition/StringEqual"]);
    }

    #[test]
    fn lists_and_the_values_of_conditions_are_not_reported() {
        finds(r#""Effect": "Deny", "Action": ["ses:*"], "Resource": ["*"]"#, &[]);
        finds_of_value("Bool", "aws:SecureTransport", "[true]", &[]);
    }

    #[test]
    fn the_message_states_both_types() {
        for (statement, expected) in [
            (r#""Effect": 1, "Action": "ses:*", "Resource": "*""#, "expected a string, found a number"),
            (
                r#""Effect": "Deny", "Action": {}, "Resource": "*""#,
                "expected a string or a list of strings, found an object",
            ),
            (
                r#""Effect": "Deny", "Action": "ses:*", "Resource": ["*", null]"#,
                "expected a string or a list of strings, found null",
            ),
            (
                r#""Effect": "Deny", "Action": "ses:*", "Resource": "*", "Condition": []"#,
                "expected an object, found a list",
            ),
            (
                r#""Effect": "Deny", "Action": "ses:*", "Resource": "*", "Condition": {"aws:SourceIp": "10.0.0.1"}"#,
                "`aws:SourceIp` is not a condition operator: write `{\"StringEquals\": {\"aws:SourceIp\": … }}`",
            ),
        ] {
            assert_eq!(message(statement), expected);
        }
    }
}
