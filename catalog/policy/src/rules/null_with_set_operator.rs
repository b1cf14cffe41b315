//! Reports the operator `Null` with a set operator.
//!
//! ## What it checks
//! The operator is `ForAllValues:Null` or `ForAnyValue:Null`.
//!
//! ## Why it matters
//! `Null` checks whether the request has a key, and not its values. AWS
//! [states](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html) that
//! `ForAllValues:Null` is always true, and `ForAnyValue:Null` always false. So the condition does not check the key.
//!
//! ## Example
//! An identity policy that is intended to require tags:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"ForAllValues:Null": {"aws:TagKeys": "false"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `Null` without the set operator.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"Null": {"aws:TagKeys": "false"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: the condition does not check what it states.

use alloc::{format, string::ToString as _};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    operator::{Comparator, Operator, SetOperator},
    rule::Check,
    subject::NamedOperator,
};

rule! {
    NullWithSetOperator { severity: Note, group: NoEffect, since: "0.1.0" }
}

impl Check for NullWithSetOperator {
    fn operator<'t, C: PolicyCatalog>(operator: &NamedOperator<'t>, cx: &mut Context<'_, 't, C>) {
        let Ok(Operator { set: Some(set), comparator: Comparator::Null, .. }) = operator.operator else { return };
        let result = match set {
            SetOperator::ForAllValues => "true",
            SetOperator::ForAnyValue => "false",
        };
        let message = format!("`{}:Null` is always {result}: use `Null` without `{}:`", set.name(), set.name());
        let suggestion = Some(Comparator::Null.name().to_string());
        cx.replace::<Self>(operator.text, message, suggestion).about(AccessAnalyzerCheck::NullWithQualifier);
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn null_with_a_set_operator_is_reported() {
        for operator in ["ForAllValues:Null", "ForAnyValue:Null"] {
            finds_of_value(operator, "aws:TagKeys", r#""false""#, &["null-with-set-operator # -> Null"]);
            finds_of_value(operator, "aws:username", r#""true""#, &["null-with-set-operator # -> Null"]);
        }
    }

    #[test]
    fn null_and_other_set_operators_are_not_reported() {
        finds_of_value("Null", "aws:TagKeys", r#""false""#, &[]);
        finds_of_value("ForAllValues:StringLike", "aws:TagKeys", r#""a*""#, &[]);
    }

    #[test]
    fn the_message_states_the_result() {
        for (operator, expected) in [
            ("ForAllValues:Null", "`ForAllValues:Null` is always true: use `Null` without `ForAllValues:`"),
            ("ForAnyValue:Null", "`ForAnyValue:Null` is always false: use `Null` without `ForAnyValue:`"),
        ] {
            assert_eq!(message_of_condition(&format!(r#""{operator}": {{"aws:TagKeys": "true"}}"#)), expected);
        }
    }
}
