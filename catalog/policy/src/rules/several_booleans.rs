//! Reports a boolean condition with more than one value.
//!
//! ## What it checks
//! A condition compares a boolean with more than one value. It then holds for both `true` and `false`, or it
//! repeats a value.
//!
//! ## Why it matters
//! AWS combines several values of a key [with
//! OR](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html). With
//! `true` and `false`, the condition holds for every request that has the key. The `Deny` in the example therefore
//! also blocks requests over TLS. With `Null` and both values, the condition holds for every request.
//!
//! ## Example
//! A resource policy of a bucket that is intended to require TLS:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:*",
//!         "Resource": "arn:aws:s3:::reports/*",
//!         "Condition": {"Bool": {"aws:SecureTransport": ["true", "false"]}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Keep the value that you intend.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:*",
//!         "Resource": "arn:aws:s3:::reports/*",
//!         "Condition": {"Bool": {"aws:SecureTransport": "false"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the condition is only intended to require the key. A `Null` condition with the value
//! `false` expresses that more clearly.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, operator::Compares, rule::Check,
    shown::Shown, subject::KeyComparison,
};

rule! {
    SeveralBooleans { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for SeveralBooleans {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, values, .. } = comparison;
        let is_boolean = matches!(operator.comparator.compares(), Compares::Bool | Compares::Presence);
        if is_boolean && values.each().filter(|value| !value.has_hole()).nth(1).is_some() {
            let key = Shown(key.written());
            let message = if operator.comparator.compares() == Compares::Presence {
                format!("`Null` has more than one value for `{key}`: write `true` for a missing key, or `false`")
            } else {
                format!("`{key}` is compared with more than one boolean: keep one value")
            };
            cx.report::<Self>(values.place(), message).about(AccessAnalyzerCheck::InvalidConditionMultipleBoolean);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_list_of_booleans_is_reported() {
        finds_of_value("Bool", "aws:SecureTransport", r#"["true", "false"]"#, &["several-booleans @"]);
        finds_of_value("Null", "aws:username", r#"["true", "false"]"#, &["several-booleans @"]);
        let expected = &["mixed-value-types @", "several-booleans @", "wrong-type @/0"];
        finds_of_value("Bool", "aws:SecureTransport", r#"[null, true, "true"]"#, expected);
    }

    #[test]
    fn one_boolean_and_lists_of_other_values_are_not_reported() {
        finds_of_value("Bool", "aws:SecureTransport", r#"["true"]"#, &[]);
        finds_of_value("StringEquals", "aws:username", r#"["true", "false"]"#, &[]);
    }

    #[test]
    fn the_message_states_the_key() {
        assert_eq!(
            message_of_condition(r#""Bool": {"aws:SecureTransport": ["true", "false"]}"#),
            "`aws:SecureTransport` is compared with more than one boolean: keep one value"
        );
        assert_eq!(
            message_of_condition(r#""Null": {"aws:username": ["true", "false"]}"#),
            "`Null` has more than one value for `aws:username`: write `true` for a missing key, or `false`"
        );
    }
}
