//! Reports a value of a condition that another value of the list already matches.
//!
//! ## What it checks
//! The list of values has a value twice. Or another value is a pattern or an IP range that includes it.
//!
//! The rule `redundant-bound` reports several bounds of an operator such as `NumericLessThan`.
//!
//! ## Why it matters
//! The value has no effect, but it counts toward the size of the policy. It may be a copy that was meant to be changed. Or the
//! wider value includes more than intended.
//!
//! ## Example
//! An identity policy for a network, and for one address of the same network:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*",
//!         "Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "203.0.113.7/32"]}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the value. If the wider value includes more than intended, remove the wider one instead.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*",
//!         "Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "198.51.100.7/32"]}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the narrower value documents the purpose of the wider one.

use alloc::{collections::BTreeSet, format, vec::Vec};

use catalog_core::wildcard;

use crate::{
    catalog::PolicyCatalog,
    containment::{Work, value_within},
    context::Context,
    document::{Node, Place},
    operator::{Comparator, Compares},
    rule::Check,
    shown::Shown,
    subject::{DECISION, KeyComparison, is_everything, value_text},
};

rule! {
    RedundantValue { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for RedundantValue {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let comparator = comparison.operator.comparator;
        if comparison.values.each().nth(1).is_none() || !compares_each_value(comparator) {
            return;
        }
        let values = comparison.values.each();
        let values: Vec<_> = values.filter_map(|value| Some((value_text(value)?, Node::place(value)))).collect();
        let wide: Vec<_> = values.iter().filter(|(text, _)| may_include_others(comparator, text)).collect();
        let has_variables = cx.has_variables();
        // If the version is a hole, the text of a variable may be literal.
        let wide = if cx.may_have_variables() == has_variables { wide } else { Vec::new() };
        let mut seen = BTreeSet::new();
        let mut work = Work::new(DECISION);
        for (text, place) in &values {
            if !cx.report.spend(wide.len() as u64 / 8 + 1) {
                return;
            }
            if !seen.insert(*text) {
                cx.report::<Self>(*place, format!("`{}` is already in the list: remove it", Shown(text)));
                continue;
            }
            let is_wider = |(other, at): &&&(&str, Place<'t>)| {
                other != text
                    && value_within(comparator, text, other, has_variables, &mut work).is_yes()
                    // Of two values with the same meaning, the later one is reported.
                    && (at.span.start < place.span.start
                        || !value_within(comparator, other, text, has_variables, &mut work).is_yes())
            };
            if let Some((other, _)) = wide.iter().find(is_wider) {
                let message = format!("`{}` already includes `{}`: remove one of the two", Shown(other), Shown(text));
                cx.report::<Self>(*place, message);
            }
        }
        cx.report.spend(work.done() / 2);
    }
}

/// Returns true if each value of a comparator has its own effect. Other rules report several booleans and several bounds.
fn compares_each_value(comparator: Comparator) -> bool {
    match comparator.compares() {
        Compares::Bool | Compares::Presence => false,
        Compares::Numeric | Compares::Date => {
            comparator.name().ends_with("Equals") && !comparator.name().contains("Than")
        }
        _ => true,
    }
}

/// Returns true if a value can include other values of the list. Other rules report a value that matches everything.
fn may_include_others(comparator: Comparator, text: &str) -> bool {
    match comparator.compares() {
        Compares::String | Compares::Arn if is_everything(text) => false,
        Compares::String => comparator.ignores_case() || comparator.has_wildcards() && wildcard::has_wildcard(text),
        Compares::Arn => wildcard::has_wildcard(text),
        Compares::IpAddress => text.contains('/'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_value_that_another_one_includes_is_reported() {
        let (first, second) = (&["redundant-value @/0"], &["redundant-value @/1"]);
        finds_of_value("StringEquals", "aws:username", r#"["a", "a"]"#, second);
        finds_of_value("StringLike", "aws:username", r#"["ab", "a*"]"#, first);
        finds_of_value("StringNotLike", "aws:username", r#"["ab", "a*"]"#, first);
        finds_of_value("StringEqualsIgnoreCase", "aws:username", r#"["a", "A"]"#, second);
        finds_of_value("StringLike", "aws:username", r#"["a?*", "a*?"]"#, second);
        let arns = r#"["arn:aws:iam::111122223333:role/a", "arn:aws:iam::*:role/*"]"#;
        finds_of_value("ArnEquals", "aws:PrincipalArn", arns, first);
        finds_of_value("IpAddress", "aws:SourceIp", r#"["203.0.113.0/24", "203.0.113.7"]"#, second);
        finds_of_value("NotIpAddress", "aws:SourceIp", r#"["203.0.113.7/32", "203.0.112.0/20"]"#, first);
        finds_of_value("NumericEquals", "aws:MultiFactorAuthAge", r#"["60", "60"]"#, second);
    }

    #[test]
    fn different_values_are_not_reported() {
        finds_of_value("StringEquals", "aws:username", r#"["a", "A"]"#, &[]);
        finds_of_value("StringLike", "aws:username", r#"["a*b", "*ab"]"#, &[]);
        finds_of_value("StringLike", "aws:username", r#"["a", "a?"]"#, &[]);
        finds_of_value("IpAddress", "aws:SourceIp", r#"["203.0.113.0/24", "203.0.112.0/24"]"#, &[]);
        finds_of_value("NumericEquals", "aws:MultiFactorAuthAge", r#"["60", "600"]"#, &[]);
    }

    #[test]
    fn the_message_states_both_values() {
        assert_eq!(
            message_of_condition(r#""StringLike": {"aws:username": ["ab", "a*"]}"#),
            "`a*` already includes `ab`: remove one of the two"
        );
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:username": ["a", "a"]}"#),
            "`a` is already in the list: remove it"
        );
    }
}
