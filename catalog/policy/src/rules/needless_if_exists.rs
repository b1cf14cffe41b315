//! Reports `IfExists` for a key that every request has.
//!
//! ## What it checks
//! The operator ends in `IfExists`, but every request has the key.
//!
//! The rule does not report `BoolIfExists`, because AWS's own examples compare `aws:SecureTransport` and
//! `aws:ViaAWSService` with this operator. It does not report an operator that also compares a key that some requests
//! lack.
//!
//! ## Why it matters
//! The suffix has no effect. A reader may believe that some requests pass without the key.
//!
//! ## Example
//! An identity policy for two regions:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:ListQueues",
//!         "Resource": "*",
//!         "Condition": {"StringEqualsIfExists": {"aws:RequestedRegion": ["eu-west-1", "eu-central-1"]}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove `IfExists`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:ListQueues",
//!         "Resource": "*",
//!         "Condition": {"StringEquals": {"aws:RequestedRegion": ["eu-west-1", "eu-central-1"]}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if all of your statements have the suffix.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, document::ComparisonNode, key_properties, operator::Comparator,
    rule::Check, shown::Shown, subject::KeyComparison,
};

rule! {
    NeedlessIfExists { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for NeedlessIfExists {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { statement, operator, key, .. } = comparison;
        let is_bool = operator.comparator == Comparator::Bool;
        if !operator.if_exists || is_bool || !key_properties::is_in_all_requests(key.text) {
            return;
        }
        let needs_suffix = |other: &ComparisonNode<'t>| {
            other.operator.text.parse() == Ok(*operator) && !key_properties::is_in_all_requests(other.key.text)
        };
        if !statement.has_unknown_comparisons() && !statement.conditions().any(|other| needs_suffix(&other)) {
            let message = format!("every request has `{}`: remove `IfExists`", Shown(key.written()));
            cx.report::<Self>(key.place, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, finds_of_value, message_of_condition},
    };

    #[test]
    fn a_key_that_every_request_has_is_reported() {
        finds_of_value("StringEqualsIfExists", "aws:RequestedRegion", r#""eu-west-1""#, &["needless-if-exists @"]);
        finds_of_value("StringLikeIfExists", "AWS:userid", r#""AROAEXAMPLEID:*""#, &["needless-if-exists @"]);
    }

    #[test]
    fn keys_that_some_requests_lack_are_not_reported() {
        finds_of_value("StringEqualsIfExists", "aws:RequestTag/team", r#""shop""#, &[]);
        finds_of_value("StringEquals", "aws:RequestedRegion", r#""eu-west-1""#, &[]);
        finds_of_value("BoolIfExists", "aws:PrincipalIsAWSService", r#""false""#, &[]);
        // AWS's own examples use these comparisons.
        finds_of_value("BoolIfExists", "aws:ViaAWSService", r#""true""#, &[]);
        finds_of_value("BoolIfExists", "aws:SecureTransport", r#""false""#, &[]);
    }

    #[test]
    fn an_operator_with_another_key_that_needs_the_suffix_is_not_reported() {
        let condition =
            r#""StringNotEqualsIfExists": {"aws:PrincipalAccount": "111122223333", "aws:SourceVpc": "vpc-1a2b3c4d"}"#;
        let statement =
            format!(r#""Effect": "Deny", "Action": "ses:*", "Resource": "*", "Condition": {{{condition}}}"#);
        finds_of(PolicyKind::Identity, &statement, &[]);
    }

    #[test]
    fn the_message_states_the_key() {
        assert_eq!(
            message_of_condition(r#""StringEqualsIfExists": {"aws:RequestedRegion": "eu-west-1"}"#),
            "every request has `aws:RequestedRegion`: remove `IfExists`"
        );
    }
}
