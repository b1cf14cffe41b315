//! Reports a condition on a key with several values that has no set operator.
//!
//! ## What it checks
//! The key has several values in a request, but the operator has neither `ForAnyValue:` nor `ForAllValues:`.
//!
//! ## Why it matters
//! Without a set operator, the condition does not state how several values are compared. `ForAnyValue:` requires
//! that one of the request's values is among the policy's. `ForAllValues:` requires that each of them is.
//!
//! `ForAllValues:` also holds if the request has no values. An `Allow` with it therefore needs a `Null` condition
//! too.
//!
//! ## Example
//! An identity policy for a user who may set one tag:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"StringEquals": {"aws:TagKeys": "team"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add `ForAnyValue:` or `ForAllValues:` before the operator, depending on which of the two you intend.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {
//!             "ForAllValues:StringEquals": {"aws:TagKeys": "team"},
//!             "Null": {"aws:TagKeys": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS's page lists the key with several values, but requests always carry one.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    operator::{ComparisonError, SetMisfit},
    rule::Check,
    subject::KeyComparison,
};

rule! {
    SetOperatorMissing { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for SetOperatorMissing {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, key_type: Some(key_type), .. } = *comparison else { return };
        if let Some(misfit @ SetMisfit::Missing) = operator.set_misfit(key_type) {
            cx.report::<Self>(key.place, ComparisonError::set_operator(operator, key.text, misfit).to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{message_of_condition, says_of_value};

    #[test]
    fn a_key_of_several_values_without_a_set_operator_is_reported() {
        says_of_value("StringEquals", "aws:TagKeys", r#""1""#, &["set-operator-missing @"]);
    }

    #[test]
    fn a_set_operator_or_null_is_not_reported() {
        says_of_value("ForAnyValue:StringEquals", "aws:TagKeys", r#""1""#, &[]);
        says_of_value("Null", "aws:TagKeys", r#""true""#, &[]);
        says_of_value("StringEquals", "aws:username", r#"["ann", "bob"]"#, &[]);
    }

    #[test]
    fn the_message_states_both_set_operators() {
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:TagKeys": "1"}"#),
            "`aws:TagKeys` is a multivalued key: write `ForAnyValue:StringEquals` or `ForAllValues:StringEquals`"
        );
    }
}
