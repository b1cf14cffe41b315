//! Reports a date that is written as a number of seconds since 1970.
//!
//! ## What it checks
//! An operator for dates compares the key with a number of seconds since 1970, and not with a date in ISO 8601 format.
//!
//! ## Why it matters
//! AWS warns that such a number [may not mean the time that you
//! expect](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-invalid-date-value).
//! A reader of the policy also cannot see which date it is.
//!
//! ## Example
//! An identity policy for access until a date:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"DateLessThan": {"aws:CurrentTime": "1798675200"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the date in ISO 8601 format.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"DateLessThan": {"aws:CurrentTime": "2026-12-31T00:00:00Z"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a program writes the policy and its readers do not need the date.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, operator::Compares, rule::Check,
    shown::Shown, subject::ComparedValue, value,
};

rule! {
    EpochDate { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for EpochDate {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        let ComparedValue { operator, text, .. } = value;
        if operator.comparator.compares() != Compares::Date || text.is_open() || !value::is_epoch_time(text.text) {
            return;
        }
        let given = Shown(text.written());
        let message =
            format!("`{given}` is a number of seconds since 1970: write a date such as `2026-01-31T12:00:00Z`");
        cx.report::<Self>(text.place, message).about(AccessAnalyzerCheck::InvalidDateValue);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn seconds_since_1970_are_reported() {
        finds_of_value("DateLessThan", "aws:CurrentTime", r#""1798675200""#, &["epoch-date @"]);
        finds_of_value("DateGreaterThanIfExists", "aws:TokenIssueTime", "1798675200", &["epoch-date @"]);
        finds_of_value("DateLessThan", "aws:EpochTime", r#"["2026-01-31", "1798675200.5"]"#, &["epoch-date @/1"]);
    }

    #[test]
    fn dates_and_numbers_are_not_reported() {
        finds_of_value("DateLessThan", "aws:CurrentTime", r#"["2026", "2026-01", "2026-01-31T12:00:00Z"]"#, &[]);
        finds_of_value("NumericLessThan", "aws:EpochTime", r#""1798675200""#, &[]);
    }

    #[test]
    fn the_message_shows_a_date() {
        assert_eq!(
            message_of_condition(r#""DateLessThan": {"aws:CurrentTime": "1798675200"}"#),
            "`1798675200` is a number of seconds since 1970: write a date such as `2026-01-31T12:00:00Z`"
        );
    }
}
