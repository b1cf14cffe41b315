//! Reports a value that does not fit the type of its operator.
//!
//! ## What it checks
//! The value does not have the type that the operator compares.
//!
//! The types are dates, numbers, booleans, IP addresses and ranges, ARNs, and bytes in base64.
//!
//! ## Why it matters
//! AWS refuses the policy, or the condition cannot work as intended. AWS documents [the format of each
//! type](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
//! For example, an IP range is in CIDR format, and a date is in ISO 8601 format or epoch time.
//!
//! ## Example
//! An identity policy for one network:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/33"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a value of the type that the operator compares.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: AWS refuses the value, or no request matches it.

use alloc::{borrow::Cow, format, string::ToString as _};

use catalog_core::ConditionKeyType;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    operator::ComparisonError,
    rule::Check,
    subject::{
        ComparedValue,
        shared_checks::{DATA_TYPE, KMS_KEY, STRING_TYPE},
    },
    value,
    value_shapes::ValueShape,
};

rule! {
    ValueType { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ValueType {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        // A variable that is compared literally is reported as `variable-not-replaced`.
        if value.has_literal_variable {
            return;
        }
        let value_type = value.operator.comparator.compares().value_type();
        let text = match value.text {
            text if !text.is_open() => Cow::Borrowed(text.text),
            // Only the beginning of an ARN is decided by known parts.
            text if value_type == ConditionKeyType::Arn => Cow::Owned(format!("{}*", text.head())),
            _ => return,
        };
        if let Err(error) = value::check(&text, value_type, cx.may_have_variables()) {
            let message = ComparisonError::value(value.text.written(), error).to_string();
            let reported = cx.report::<Self>(value.text.place, message);
            reported.about(match value_type {
                ConditionKeyType::Bool => AccessAnalyzerCheck::TypeMismatchBoolean,
                ConditionKeyType::Date => AccessAnalyzerCheck::TypeMismatchDate,
                ConditionKeyType::IpAddress => AccessAnalyzerCheck::TypeMismatchIpRange,
                ConditionKeyType::Numeric => AccessAnalyzerCheck::TypeMismatchNumber,
                ConditionKeyType::Binary => STRING_TYPE,
                _ if ValueShape::from_key(value.key.text) == Some(ValueShape::KmsKey) => KMS_KEY,
                _ => DATA_TYPE,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        finding::FindingId,
        kind::PolicyKind,
        subject::shared_checks::STRING_TYPE,
        testing::{deny_with, findings, finds_of_value, message_of_condition, policy},
    };

    #[test]
    fn a_value_that_the_operator_cannot_compare_is_reported() {
        finds_of_value("IpAddress", "aws:SourceIp", r#"["203.0.113.0/24", "10.0.0.0/33"]"#, &["value-type @/1"]);
        finds_of_value("Null", "aws:TagKeys", r#""maybe""#, &["value-type @"]);
        finds_of_value("NumericLessThan", "aws:MultiFactorAuthAge", r#"["3600", "1.5", "true"]"#, &["value-type @/2"]);
    }

    #[test]
    fn a_value_that_the_operator_compares_is_not_reported() {
        finds_of_value("DateLessThan", "aws:CurrentTime", r#"["2026-01-31T12:00:00Z", "2026"]"#, &[]);
        finds_of_value("Bool", "aws:SecureTransport", "true", &[]);
        finds_of_value("ArnLike", "aws:PrincipalArn", r#""arn:aws:iam::*:role/${aws:username}""#, &[]);
    }

    #[test]
    fn bytes_that_are_not_in_base64_have_the_check_about_strings() {
        let statement = deny_with(r#""ses:SendEmail""#, r#""BinaryEquals": {"aws:username": "$$$"}"#);
        let found = findings(&policy(&statement), PolicyKind::Identity);
        let of_value = found.iter().find(|finding| finding.id == FindingId::ValueType);
        assert_eq!(of_value.and_then(|finding| finding.access_analyzer), Some(STRING_TYPE), "{found:?}");
    }

    #[test]
    fn the_message_states_how_to_write_the_value() {
        for (operator, key, expected) in [
            (
                "IpAddress",
                "aws:SourceIp",
                "`x` is not a valid IP address or range: write `203.0.113.0/24` or `2001:db8::/32`",
            ),
            (
                "NumericEquals",
                "aws:MultiFactorAuthAge",
                "`x` is not a valid number: write digits, with at most one decimal point",
            ),
            ("Bool", "aws:SecureTransport", "`x` is not a valid boolean: write `true` or `false`"),
            (
                "DateEquals",
                "aws:CurrentTime",
                "`x` is not a valid date: write `2026-01-31T12:00:00Z`, or seconds since 1970",
            ),
            (
                "ArnLike",
                "aws:PrincipalArn",
                "`x` is not a valid ARN: write `arn:partition:service:region:account:resource`",
            ),
        ] {
            assert_eq!(message_of_condition(&format!(r#""{operator}": {{"{key}": "x"}}"#)), expected);
        }
    }
}
