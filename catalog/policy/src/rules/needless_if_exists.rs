//! Reports `IfExists` for a key that every request has.
//!
//! ## What it checks
//! The operator ends in `IfExists`, but every request has the key.
//!
//! The rule does not report `BoolIfExists`, because AWS's own examples compare `aws:SecureTransport` and
//! `aws:ViaAWSService` with this operator.
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
//! Allow the finding if one operator compares several keys, and some requests lack another key.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, key_properties, operator::Comparator, rule::Check, shown::Shown,
    subject::KeyComparison,
};

rule! {
    NeedlessIfExists { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for NeedlessIfExists {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, .. } = comparison;
        let is_bool = operator.comparator == Comparator::Bool;
        if operator.if_exists && !is_bool && key_properties::is_in_all_requests(key.text) {
            let message = format!("every request has `{}`: remove `IfExists`", Shown(key.written()));
            cx.report::<Self>(key.place, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

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
    fn the_message_states_the_key() {
        assert_eq!(
            message_of_condition(r#""StringEqualsIfExists": {"aws:RequestedRegion": "eu-west-1"}"#),
            "every request has `aws:RequestedRegion`: remove `IfExists`"
        );
    }
}
