//! Reports a comparison with `*` that no request meets.
//!
//! ## What it checks
//! A value of the condition is `*`, which matches every value of the key, and the operator is negated. A request without
//! the key does not meet the condition either, because the operator begins with `ForAnyValue:`, or because all requests
//! have the key.
//!
//! ## Why it matters
//! The statement never applies. If it is a `Deny`, it protects nothing.
//!
//! ## Example
//! An identity policy that is intended to deny all tags:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "*",
//!         "Condition": {"ForAnyValue:StringNotLike": {"aws:TagKeys": "*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the key, or compare it with the values that you intend.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "*",
//!         "Condition": {"ForAnyValue:StringNotLike": {"aws:TagKeys": ["team", "cost-*"]}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the statement is switched off on purpose.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{Holds, WildcardComparison},
};

rule! {
    WildcardNeverHolds { severity: Note, group: NoEffect, since: "0.1.0" }
}

impl Check for WildcardNeverHolds {
    fn wildcard_comparison<'t, C: PolicyCatalog>(comparison: &WildcardComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let WildcardComparison { operator, key, holds } = comparison;
        if *holds == Holds::Never {
            let message = format!(
                "`{operator}` with `*` holds for no request, so the statement never applies: remove `{}` from the \
                 condition",
                Shown(key.written())
            );
            let check = AccessAnalyzerCheck::RedundantStatementDueToWildcardInCondition;
            cx.report::<Self>(key.place, message).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds_of, finds_of_value, message_of_condition},
    };

    #[test]
    fn a_comparison_that_no_request_meets_is_reported() {
        let expected = &["wildcard-never-holds @"];
        finds_of_value("ForAnyValue:StringNotLike", "aws:TagKeys", r#"["team", "*"]"#, expected);
        finds_of_value("StringNotLike", "aws:userid", r#""*""#, expected);
        finds_of_value("StringNotLike", "aws:requestedregion", r#""*""#, expected);
        finds_of_value("ArnNotLike", "aws:PrincipalArn", r#""*""#, expected);
    }

    #[test]
    fn comparisons_that_some_requests_meet_are_not_reported() {
        finds_of_value("StringNotLike", "aws:username", r#""*""#, &["wildcard-for-null @"]);
        finds_of_value("ForAnyValue:StringNotLike", "aws:TagKeys", r#""team*""#, &[]);
        // Anonymous requests do not have the key.
        let statement = r#""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::home""#;
        let condition = r#""Condition": {"ArnNotLike": {"aws:PrincipalArn": "*"}}"#;
        let expected = &["wildcard-for-null /Statement/Condition/ArnNotLike/aws:PrincipalArn"];
        finds_of(PolicyKind::Bucket, &alloc::format!("{statement}, {condition}"), expected);
    }

    #[test]
    fn the_message_states_the_key() {
        assert_eq!(
            message_of_condition(r#""ForAnyValue:StringNotLike": {"aws:TagKeys": "*"}"#),
            "`ForAnyValue:StringNotLike` with `*` holds for no request, so the statement never applies: remove \
             `aws:TagKeys` from the condition"
        );
    }
}
