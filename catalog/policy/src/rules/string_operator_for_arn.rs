//! Reports `StringLike` and `StringNotLike` on a condition key that holds an ARN.
//!
//! ## What it checks
//! The condition key holds an ARN, but the operator compares it as any string.
//!
//! The type of a key comes from AWS's pages. Keys whose type on the pages is String are not reported, even if their
//! values are ARNs.
//!
//! ## Why it matters
//! In `StringLike`, a `*` also matches colons. The value in the example therefore matches a topic of any account. The
//! operators for ARNs [compare each of the six
//! fields](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN)
//! separately.
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
//!         "Condition": {"StringLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:orders"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use `ArnLike` or `ArnNotLike`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "sns.amazonaws.com"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:orders"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a wildcard must match several fields, and each value that it can match is intended.

use alloc::format;

use catalog_core::ConditionKeyType;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    operator::{Comparator, Operator},
    rule::Check,
    shown::Shown,
    subject::KeyComparison,
};

rule! {
    StringOperatorForArn { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for StringOperatorForArn {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, key_type: Some(key_type), .. } = *comparison else { return };
        let comparator = match operator.comparator {
            Comparator::StringLike => Comparator::ArnLike,
            Comparator::StringNotLike => Comparator::ArnNotLike,
            _ => return,
        };
        if key_type.element() != ConditionKeyType::Arn {
            return;
        }
        let (right, key_name) = (Operator { comparator, ..operator }, Shown(key.written()));
        let message =
            format!("`{key_name}` holds an ARN, and `*` in `{operator}` also matches the colons in it: use `{right}`");
        cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::StringLikeOperatorWithArnConditionKeys);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    const ROLE: &str = r#""arn:aws:iam::111122223333:role/mail-*""#;

    #[test]
    fn an_operator_for_strings_on_an_arn_is_reported() {
        for operator in ["StringLike", "StringNotLike", "StringLikeIfExists"] {
            finds_of_value(operator, "aws:PrincipalArn", ROLE, &["string-operator-for-arn @"]);
        }
        finds_of_value("StringLike", "aws:sourcearn", r#"["*:topic"]"#, &["string-operator-for-arn @"]);
    }

    #[test]
    fn operators_for_arns_exact_strings_and_other_keys_are_not_reported() {
        finds_of_value("ArnNotLikeIfExists", "aws:PrincipalArn", ROLE, &[]);
        finds_of_value("StringEquals", "aws:PrincipalArn", r#""arn:aws:iam::111122223333:role/mail""#, &[]);
        finds_of_value("StringLike", "aws:PrincipalTag/team", ROLE, &[]);
    }

    #[test]
    fn the_message_states_the_operator_for_arns() {
        assert_eq!(
            message_of_condition(r#""StringNotLikeIfExists": {"aws:PrincipalArn": "arn:aws:iam::*:role/mail"}"#),
            "`aws:PrincipalArn` holds an ARN, and `*` in `StringNotLikeIfExists` also matches the colons in it: use \
             `ArnNotLikeIfExists`"
        );
    }
}
