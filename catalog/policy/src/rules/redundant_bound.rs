//! Reports several bounds in a comparison of numbers or dates, of which only one has an effect.
//!
//! ## What it checks
//! An operator such as `NumericLessThan` or `DateGreaterThan` has several values.
//!
//! ## Why it matters
//! A comparison is true if it is true for [one of its
//! values](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html).
//! So only the greatest value counts for `NumericLessThan`, and only the least for `NumericGreaterThan`. The author may
//! have expected that each value restricts the requests.
//!
//! ## Example
//! An identity policy that seems to require an authentication of the last half hour, but accepts one of the last hour:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*",
//!         "Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": ["1800", "3600"]}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write one value. Several values of an operator such as `NumericEquals` are right, because each of them has an effect.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*",
//!         "Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool merges the values of several sources into one list.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    containment::{Work, value_within},
    context::Context,
    finding::AccessAnalyzerCheck,
    operator::{Comparator, Compares},
    rule::Check,
    shown::Shown,
    subject::{DECISION, KeyComparison, value_text},
};

rule! {
    RedundantBound { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for RedundantBound {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let comparator = comparison.operator.comparator;
        let Some(which) = counted_bound(comparator) else { return };
        let mut values = comparison.values.each();
        let (Some(first), Some(_)) = (values.next().and_then(value_text), values.next()) else { return };
        let mut work = Work::new(DECISION);
        let mut kept = first;
        for value in comparison.values.each() {
            // A hole or a wrong value may be any bound.
            let Some(text) = value_text(value) else { return };
            if value_within(comparator, kept, text, false, &mut work).is_yes() {
                kept = text;
            } else if !value_within(comparator, text, kept, false, &mut work).is_yes() {
                return;
            }
        }
        let message =
            format!("`{}` uses only the {which} of its values: keep only `{}`", comparator.name(), Shown(kept));
        let reported = cx.report::<Self>(comparison.values.place(), message);
        if comparator.compares() == Compares::Numeric {
            reported.about(AccessAnalyzerCheck::RedundantConditionValueNum);
        }
    }
}

/// Returns the value that counts, in words, if only one value of a comparator counts.
const fn counted_bound(comparator: Comparator) -> Option<&'static str> {
    use Comparator as C;
    Some(match comparator {
        C::NumericLessThan | C::NumericLessThanEquals => "greatest",
        C::NumericGreaterThan | C::NumericGreaterThanEquals => "least",
        C::DateLessThan | C::DateLessThanEquals => "latest",
        C::DateGreaterThan | C::DateGreaterThanEquals => "earliest",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn several_bounds_are_reported() {
        let expected = &["redundant-bound @"];
        finds_of_value("NumericLessThan", "aws:MultiFactorAuthAge", r#"["2700", "3600"]"#, expected);
        finds_of_value("NumericGreaterThanEquals", "aws:MultiFactorAuthAge", r#"["60", "7.50"]"#, expected);
        finds_of_value("NumericLessThanEquals", "aws:MultiFactorAuthAge", r#"["60", "60"]"#, expected);
        let dates = r#"["2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"]"#;
        finds_of_value("DateLessThan", "aws:CurrentTime", dates, expected);
    }

    #[test]
    fn one_bound_and_lists_of_equal_numbers_are_not_reported() {
        finds_of_value("NumericLessThan", "aws:MultiFactorAuthAge", r#"["3600"]"#, &[]);
        finds_of_value("NumericEquals", "aws:MultiFactorAuthAge", r#"["60", "120"]"#, &[]);
        finds_of_value("NumericNotEquals", "aws:MultiFactorAuthAge", r#"["60", "120"]"#, &[]);
        finds_of_value("NumericLessThan", "aws:MultiFactorAuthAge", r#"["60", "ten"]"#, &["value-type @/1"]);
    }

    #[test]
    fn the_message_states_the_value_that_counts() {
        for (condition, expected) in [
            (
                r#""NumericLessThan": {"aws:MultiFactorAuthAge": ["2700", "3600", "60"]}"#,
                "`NumericLessThan` uses only the greatest of its values: keep only `3600`",
            ),
            (
                r#""DateGreaterThan": {"aws:CurrentTime": ["2027-01-01T00:00:00Z", "2026-01-01T00:00:00Z"]}"#,
                "`DateGreaterThan` uses only the earliest of its values: keep only `2026-01-01T00:00:00Z`",
            ),
        ] {
            assert_eq!(message_of_condition(condition), expected);
        }
    }
}
