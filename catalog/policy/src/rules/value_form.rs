//! Reports a value that its condition key can never have.
//!
//! ## What it checks
//! The value can never match the key: it is not a 12-digit account ID, a region, an organization, a VPC or a
//! service.
//!
//! The rule checks the global keys for accounts, organizations, regions, services and VPCs. It also checks
//! `iam:PassedToService`, `iam:AWSServiceName`, `kms:CallerAccount` and `kms:ViaService`. It skips patterns and
//! policy variables, because they can match many values.
//!
//! ## Why it matters
//! IAM compares the value with the request character by character. An account ID has 12 digits in a request, so a
//! value with hyphens never matches.
//!
//! ## Example
//! A resource policy of a queue that a topic writes to:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "sns.amazonaws.com"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"StringEquals": {"aws:SourceAccount": "1111-2222-3333"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a value of the form that the message states.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "sns.amazonaws.com"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if requests can have a value of a form that this rule does not know.

use alloc::format;

use catalog_core::wildcard::has_wildcard;

use crate::{
    catalog::PolicyCatalog, context::Context, operator::Compares, rule::Check, shown::Shown, subject::ComparedValue,
    value_shapes::ValueShape,
};

rule! {
    ValueForm { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for ValueForm {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        let ComparedValue { operator, key, text, .. } = value;
        if operator.comparator.compares() != Compares::String || has_wildcard(text.text) || text.text.contains("${") {
            return;
        }
        if let Some(shape) = ValueShape::from_key(key.text).filter(|shape| !shape.fits(text.text)) {
            let (given, key, right) = (Shown(text.text), Shown(key.text), shape.described());
            cx.report::<Self>(text.place, format!("`{given}` is not a value of `{key}`: {right}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_value_of_another_shape_than_the_key_has_is_reported() {
        finds_of_value("StringEquals", "aws:SourceAccount", r#"["111122223333", "1111"]"#, &["value-form @/1"]);
        finds_of_value("StringNotEquals", "aws:PrincipalOrgID", r#""r-ab12""#, &["value-form @"]);
        finds_of_value("StringEquals", "aws:SourceVpce", r#""vpc-1a2b3c4d""#, &["value-form @"]);
        finds_of_value("StringEquals", "aws:RequestedRegion", r#"["eu-west-1", "eu-west-1a"]"#, &["value-form @/1"]);
    }

    #[test]
    fn values_of_the_shape_patterns_and_variables_are_not_reported() {
        finds_of_value("StringEquals", "aws:sourceaccount", "111122223333", &[]);
        let values = r#"["1111*", "anonymous", "${aws:ResourceAccount}"]"#;
        finds_of_value("StringLike", "aws:PrincipalAccount", values, &[]);
        // `Null` compares no values.
        finds_of_value("Null", "aws:SourceAccount", r#""true""#, &[]);
    }

    #[test]
    fn the_message_states_the_shape() {
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:SourceAccount": "1111"}"#),
            "`1111` is not a value of `aws:SourceAccount`: expected a 12-digit account ID"
        );
    }
}
