//! Reports a list of values with different JSON types.
//!
//! ## What it checks
//! A condition compares a key with a list that has values of several JSON types: strings, numbers and booleans.
//!
//! ## Why it matters
//! AWS's validator [refuses such a
//! list](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-condition-data-type).
//! Often one of the values belongs to another key.
//!
//! ## Example
//! An identity policy for users who have just signed in:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"NumericEquals": {"aws:MultiFactorAuthAge": [300, "600"]}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write all values with quotes.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"NumericEquals": {"aws:MultiFactorAuthAge": ["300", "600"]}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the service that stores the policy accepts the list.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    json::Data,
    rule::Check,
    shown::Shown,
    subject::{KeyComparison, shared_checks::DATA_TYPE},
};

rule! {
    MixedValueTypes { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for MixedValueTypes {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { key, values, .. } = comparison;
        // A hole can be of any type, and a value that is not a scalar has been reported.
        let mut types = values.each().filter_map(|value| match value.value.data {
            Data::String(_) => Some("strings"),
            Data::Number(_) => Some("numbers"),
            Data::Bool(_) => Some("booleans"),
            _ => None,
        });
        let Some(first) = types.next() else { return };
        if let Some(other) = types.find(|other| *other != first) {
            let key = Shown(key.written());
            let message = format!("`{key}` is compared with {first} and {other}: write all values with quotes");
            cx.report::<Self>(values.place(), message).about(DATA_TYPE);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn values_of_several_types_are_reported() {
        finds_of_value("NumericEquals", "aws:MultiFactorAuthAge", r#"[300, "600"]"#, &["mixed-value-types @"]);
        finds_of_value("StringEquals", "aws:username", r#"["a", true, 1]"#, &["mixed-value-types @"]);
    }

    #[test]
    fn values_of_one_type_are_not_reported() {
        for values in ["[300, 600]", r#"["300", "600"]"#, "300", "[]"] {
            let expected: &[&str] = if values == "[]" { &["empty-element @"] } else { &[] };
            finds_of_value("NumericEquals", "aws:MultiFactorAuthAge", values, expected);
        }
    }

    #[test]
    fn the_message_states_the_types() {
        assert_eq!(
            message_of_condition(r#""NumericEquals": {"aws:MultiFactorAuthAge": [300, "600"]}"#),
            "`aws:MultiFactorAuthAge` is compared with numbers and strings: write all values with quotes"
        );
    }
}
