//! Reports a condition operator that does not fit the type of its key.
//!
//! ## What it checks
//! The operator does not fit the type of the condition key, so the condition never holds or always holds.
//!
//! The rule accepts some combinations that are valid and common. Operators for strings can compare ARNs and
//! booleans. Operators for dates can compare numeric keys, which may hold seconds since 1970.
//!
//! ## Why it matters
//! An `Allow` with a condition that never holds grants nothing. A `Deny` with a condition that always holds denies
//! every request. In the example, `aws:SourceVpc` holds the ID of a VPC and not an address.
//!
//! ## Example
//! A resource policy of a KMS key that only a private network may use:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "kms:Decrypt",
//!         "Resource": "*",
//!         "Condition": {"NotIpAddress": {"aws:SourceVpc": "10.20.0.0/16"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use an operator for the key's type, or a key of the operator's type.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "kms:Decrypt",
//!         "Resource": "*",
//!         "Condition": {
//!             "NotIpAddress": {"aws:VpcSourceIp": "10.20.0.0/16"},
//!             "StringEquals": {"aws:SourceVpc": "vpc-1a2b3c4d"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS's service authorization reference lists the wrong type for the key and you have tested
//! the condition.

use alloc::string::ToString as _;

use catalog_core::ConditionKeyType;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    operator::{Compares, ComparisonError},
    rule::Check,
    subject::{KeyComparison, shared_checks::STRING_TYPE},
};

rule! {
    OperatorType { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for OperatorType {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, key_type: Some(key_type), values, .. } = *comparison else { return };
        // A hole may be a policy variable.
        let texts = values.each().map(|value| value.string().map_or("${", |text| text.text));
        if !operator.comparator.fits_values(key_type, texts) {
            let error = ComparisonError::operator_type(operator, key.written(), key_type);
            let is_about_strings = key_type.element() == ConditionKeyType::String
                || matches!(operator.comparator.compares(), Compares::String | Compares::Binary);
            let check = if is_about_strings { STRING_TYPE } else { AccessAnalyzerCheck::TypeMismatch };
            cx.report::<Self>(key.place, error.to_string()).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn an_operator_that_does_not_compare_the_type_of_the_key_is_reported() {
        finds_of_value("NumericEquals", "aws:username", r#""1""#, &["operator-type @"]);
        finds_of_value("StringEquals", "aws:MultiFactorAuthAge", r#""1""#, &["operator-type @"]);
        finds_of_value("StringEquals", "aws:SourceIp", r#""203.0.113.1""#, &["operator-type @"]);
    }

    #[test]
    fn an_operator_of_the_type_of_the_key_is_not_reported() {
        finds_of_value("NumericEquals", "aws:MultiFactorAuthAge", r#""1""#, &[]);
        finds_of_value("StringEquals", "aws:PrincipalArn", r#""arn:aws:iam::111122223333:role/a""#, &[]);
        // `Null` compares no values.
        finds_of_value("Null", "aws:MultiFactorAuthAge", r#""true""#, &[]);
    }

    #[test]
    fn the_message_states_the_type() {
        assert_eq!(
            message_of_condition(r#""NumericEquals": {"aws:username": "1"}"#),
            "`aws:username` holds values of the type String, which `NumericEquals` does not compare"
        );
    }
}
