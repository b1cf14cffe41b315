//! Reports a comparison with `*` that every request meets.
//!
//! ## What it checks
//! A value of the condition is `*`, which matches every value of the key. The operator also accepts requests without the
//! key, because it ends in `IfExists` or begins with `ForAllValues:`.
//!
//! ## Why it matters
//! The comparison has no effect. In an `Allow`, it looks like a restriction, but the statement also applies to requests
//! without the key.
//!
//! ## Example
//! An identity policy that is intended for principals with a tag:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::reports",
//!         "Condition": {"StringLikeIfExists": {"aws:PrincipalTag/team": "*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the key. If the request must have the key, use `Null` with the value `false`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::reports"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool writes the policy and replaces the `*` for some users.

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
    WildcardAlwaysHolds { severity: Note, group: NoEffect, since: "0.1.0" }
}

impl Check for WildcardAlwaysHolds {
    fn wildcard_comparison<'t, C: PolicyCatalog>(comparison: &WildcardComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let WildcardComparison { operator, key, holds } = comparison;
        if *holds == Holds::Always {
            let shown = Shown(key.written());
            let message = format!("`{operator}` with `*` holds for every request: remove `{shown}` from the condition");
            cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::RedundantKeyDueToWildcardInCondition);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_comparison_that_every_request_meets_is_reported() {
        let expected = &["wildcard-always-holds @"];
        finds_of_value("StringLikeIfExists", "aws:PrincipalTag/team", r#""*""#, expected);
        finds_of_value("ForAllValues:StringLike", "aws:TagKeys", r#"["team", "*"]"#, expected);
        finds_of_value("ForAnyValue:StringLikeIfExists", "aws:TagKeys", r#""*""#, expected);
        finds_of_value("ArnLikeIfExists", "aws:SourceArn", r#""*""#, expected);
    }

    #[test]
    fn comparisons_that_some_requests_fail_are_not_reported() {
        finds_of_value("StringLikeIfExists", "aws:PrincipalTag/team", r#""shop*""#, &[]);
        finds_of_value("StringNotLikeIfExists", "aws:PrincipalTag/team", r#""*""#, &["wildcard-for-null @"]);
    }

    #[test]
    fn the_message_states_the_key() {
        assert_eq!(
            message_of_condition(r#""StringLikeIfExists": {"aws:PrincipalTag/team": "*"}"#),
            "`StringLikeIfExists` with `*` holds for every request: remove `aws:PrincipalTag/team` from the condition"
        );
    }
}
