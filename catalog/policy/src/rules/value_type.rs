//! Reports a value that is not of the type that its operator compares.
//!
//! ## What it checks
//! The value is not of the type that the operator compares: a date, a number, a boolean, an IP range or an ARN.
//!
//! ## Why it matters
//! AWS refuses the policy, or the condition cannot work as intended. AWS documents [how values are
//! written](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
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

use alloc::string::ToString as _;

use crate::{
    PolicyCatalog,
    context::Context,
    operator::ComparisonError,
    rule::Check,
    subject::ComparedValue,
    value,
};

rule! {
    ValueType { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ValueType {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        // A variable that is compared as it is has a finding of its own.
        if value.has_literal_variable {
            return;
        }
        let value_type = value.operator.comparator.compares().value_type();
        if let Err(error) = value::check(value.text.text, value_type, cx.has_variables()) {
            cx.report::<Self>(value.text.place, ComparisonError::value(value.text.text, error).to_string());
        }
    }
}
