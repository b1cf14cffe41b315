//! Reports a condition on a multivalued key without a set operator.
//!
//! ## What it checks
//! The key can have several values in a request, but the operator has neither `ForAnyValue:` nor `ForAllValues:`.
//!
//! ## Why it matters
//! Without a set operator, the condition does not state how to compare several values. `ForAnyValue:` requires that
//! at least one value of the request is in the policy. `ForAllValues:` requires that every value of the request is
//! in the policy.
//!
//! A condition with `ForAllValues:` also holds if the request does not have the key. In an `Allow`, add a `Null`
//! condition to require the key.
//!
//! ## Example
//! An identity policy for a user who may set only one tag:
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
//! Allow the finding if requests always have one value of the key, although AWS's service authorization reference
//! lists it as multivalued.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
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
            let message = ComparisonError::set_operator(operator, key.written(), misfit).to_string();
            cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::MissingQualifier);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_key_of_several_values_without_a_set_operator_is_reported() {
        finds_of_value("StringEquals", "aws:TagKeys", r#""1""#, &["set-operator-missing @"]);
    }

    #[test]
    fn a_set_operator_or_null_is_not_reported() {
        finds_of_value("ForAnyValue:StringEquals", "aws:TagKeys", r#""1""#, &[]);
        finds_of_value("Null", "aws:TagKeys", r#""true""#, &[]);
        finds_of_value("StringEquals", "aws:username", r#"["ann", "bob"]"#, &[]);
        // AWS's examples contradict the type on the page.
        finds_of_value("StringEquals", "EVENTS:source", r#""aws.ec2""#, &[]);
    }

    #[test]
    fn the_message_states_both_set_operators() {
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:TagKeys": "1"}"#),
            "`aws:TagKeys` is a multivalued key: write `ForAnyValue:StringEquals` or `ForAllValues:StringEquals`"
        );
    }
}
