//! Reports a condition operator that does not exist.
//!
//! ## What it checks
//! The condition operator does not exist, or it is `Null` with the suffix `IfExists`.
//!
//! ## Why it matters
//! IAM refuses a policy with a condition operator that is not in [AWS's
//! list](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
//! `Null` cannot have the suffix `IfExists`, because it already checks whether the key exists.
//!
//! ## Example
//! An identity policy for one user:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"StringEqual": {"aws:username": "ann"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the operator that the message suggests.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"StringEquals": {"aws:username": "ann"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, rule::Check, subject::NamedOperator,
};

rule! {
    UnknownOperator { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for UnknownOperator {
    fn operator<'t, C: PolicyCatalog>(operator: &NamedOperator<'t>, cx: &mut Context<'_, 't, C>) {
        if let Err(error) = operator.operator {
            let message = error.message(operator.text.text);
            let suggestion = error.suggestion().map(|operator| operator.to_string());
            let check = if error.is_about_null() {
                AccessAnalyzerCheck::NullWithIfExists
            } else {
                AccessAnalyzerCheck::InvalidConditionOperator
            };
            cx.replace::<Self>(operator.text, message, suggestion).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn an_operator_that_does_not_exist_is_reported() {
        finds_of_value("StringEqual", "aws:username", r#""1""#, &["unknown-operator # -> StringEquals"]);
        finds_of_value("Frobnicate", "aws:username", r#""1""#, &["unknown-operator #"]);
        finds_of_value("NullIfExists", "aws:username", r#""true""#, &["unknown-operator # -> Null"]);
    }

    #[test]
    fn known_operators_are_not_reported() {
        finds_of_value("StringEqualsIfExists", "aws:username", r#""1""#, &[]);
        finds_of_value("ForAllValues:StringNotLike", "aws:TagKeys", r#""1""#, &[]);
    }

    #[test]
    fn the_message_states_the_operator_that_was_meant() {
        for (operator, expected) in [
            ("StringEqual", "unknown condition operator `StringEqual`: did you mean `StringEquals`?"),
            (
                "Frobnicate",
                "unknown condition operator `Frobnicate`: expected an operator such as `StringEquals`, \
                 `ArnLike` or `NumericLessThan`",
            ),
            ("NullIfExists", "`Null` cannot have `IfExists`: it already checks whether the key exists"),
        ] {
            assert_eq!(message_of_condition(&format!(r#""{operator}": {{"aws:username": "1"}}"#)), expected);
        }
    }
}
