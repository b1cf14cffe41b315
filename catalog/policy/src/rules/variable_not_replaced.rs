//! Reports a policy variable in a value whose operator does not support variables.
//!
//! ## What it checks
//! The operator does not support policy variables, so it compares `${…}` literally.
//!
//! Only operators for strings and ARNs replace variables.
//!
//! ## Why it matters
//! AWS supports [policy
//! variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html) in conditions
//! with string and ARN operators only. A `${…}` that is not replaced is not a number, a date or an address, so the
//! condition cannot work as intended.
//!
//! ## Example
//! An identity policy that limits the length of a list by a tag:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"NumericLessThan": {"s3:max-keys": "${aws:PrincipalTag/most}"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the value itself, or use an operator for strings.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"NumericLessThan": {"s3:max-keys": "100"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never for a policy that you send to AWS unchanged. Allow the finding for a template if another tool replaces its
//! `${…}` first.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, rule::Check, shown::Shown,
    subject::ComparedValue,
};

rule! {
    VariableNotReplaced { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for VariableNotReplaced {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        if value.has_literal_variable {
            let (operator, given) = (value.operator.comparator.name(), Shown(value.text.written()));
            let message = format!(
                "`{operator}` does not support policy variables, so it compares `{given}` literally: write the value \
                 itself"
            );
            cx.report::<Self>(value.text.place, message).about(AccessAnalyzerCheck::InvalidVariableForOperator);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_variable_that_the_operator_does_not_replace_is_reported() {
        let expected = &["variable-not-replaced @"];
        finds_of_value("NumericLessThan", "aws:MultiFactorAuthAge", r#""${aws:PrincipalTag/age}""#, expected);
        finds_of_value("Bool", "aws:SecureTransport", r#""${aws:PrincipalTag/tls}""#, expected);
    }

    #[test]
    fn variables_in_strings_and_arns_are_not_reported() {
        finds_of_value("StringEquals", "aws:username", r#""${aws:PrincipalTag/name}""#, &[]);
        finds_of_value("ArnLike", "aws:PrincipalArn", r#""arn:aws:iam::*:user/${aws:username}""#, &[]);
        // A variable can contain the address as a string.
        let expected = &["unpaired-key @"];
        finds_of_value("StringNotEquals", "aws:Ec2InstanceSourcePrivateIPv4", r#""${aws:VpcSourceIp}""#, expected);
    }

    #[test]
    fn the_message_states_the_operator() {
        assert_eq!(
            message_of_condition(r#""Bool": {"aws:SecureTransport": "${aws:PrincipalTag/tls}"}"#),
            "`Bool` does not support policy variables, so it compares `${aws:PrincipalTag/tls}` literally: write the \
             value itself"
        );
    }
}
