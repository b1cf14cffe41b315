//! Reports a condition on a key whose value the caller can choose.
//!
//! ## What it checks
//! The condition compares `aws:Referer` or `aws:UserAgent`.
//!
//! The rule does not report a statement whose principals are only AWS services, because a service chooses the value
//! itself.
//!
//! ## Why it matters
//! The values are [headers of the
//! request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer).
//! Everyone can send a request with any value in these headers. So a caller who knows the value passes the condition.
//!
//! ## Example
//! A bucket policy for the images of a web site:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::images/*",
//!         "Condition": {"StringLike": {"aws:Referer": "https://www.example.com/*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Compare a key that AWS sets, such as the address of the caller. For a web site, use signed URLs or a CloudFront
//! distribution.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::images/*",
//!         "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the condition only keeps other web sites from linking to public content.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, finding::AccessAnalyzerCheck, key_properties,
    operator::Comparator, rule::Check, shown::Shown, subject::KeyComparison,
};

rule! {
    SpoofableKey { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for SpoofableKey {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, statement, .. } = comparison;
        if !key_properties::is_chosen_by_caller(key.text) || operator.comparator == Comparator::Null {
            return;
        }
        if !may_be_only_for_services(*statement) {
            let message =
                format!("callers can send any value of `{}`: compare a key that AWS sets", Shown(key.written()));
            cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::UntrustworthyConditionKey);
        }
    }
}

/// Returns true if all principals of a statement are services, or may be services because of a hole.
fn may_be_only_for_services(statement: StatementNode<'_>) -> bool {
    let Some(principal) = statement.principal() else { return statement.members().have_hole() };
    let Some(kinds) = principal.members() else { return principal.has_hole() };
    let mut kinds = kinds.iter().peekable();
    kinds.peek().is_some() && kinds.all(|(kind, _)| kind.text == "Service" || kind.hole.is_some())
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{deny_with, finds, finds_of, finds_of_value, finds_with_holes, message_of_condition, policy},
    };

    #[test]
    fn a_key_that_callers_choose_is_reported() {
        finds_of_value("StringLike", "aws:Referer", r#""https://example.com/*""#, &["spoofable-key @"]);
        finds_of_value("StringEquals", "AWS:useragent", r#""shop""#, &["spoofable-key @"]);
        let expected = &["spoofable-key /Statement/Condition/StringNotLike/aws:UserAgent"];
        finds(&deny_with(r#""s3:GetObject""#, r#""StringNotLike": {"aws:UserAgent": "shop/*"}"#), expected);
    }

    #[test]
    fn other_keys_and_a_test_of_the_presence_are_not_reported() {
        finds_of_value("StringEquals", "aws:username", r#""shop""#, &[]);
        finds_of_value("Null", "aws:Referer", r#""true""#, &[]);
    }

    #[test]
    fn a_service_sets_the_value_itself() {
        let statement = |principal: &str| {
            format!(
                r#""Effect": "Deny", "Principal": {principal}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::mail/*",
                "Condition": {{"StringNotEquals": {{"aws:Referer": "111122223333"}}}}"#
            )
        };
        let expected = &["spoofable-key /Statement/Condition/StringNotEquals/aws:Referer"];
        finds_of(PolicyKind::Bucket, &statement(r#"{"Service": "ses.amazonaws.com"}"#), &[]);
        finds_of(PolicyKind::Bucket, &statement(r#"{"AWS": "111122223333"}"#), expected);
        finds_of(PolicyKind::Bucket, &statement(r#""*""#), expected);
        finds_with_holes(PolicyKind::Bucket, &policy(&statement(r#""<<Principal>>""#)), &[]);
    }

    #[test]
    fn the_message_states_the_key() {
        assert_eq!(
            message_of_condition(r#""StringLike": {"aws:Referer": "https://example.com/*"}"#),
            "callers can send any value of `aws:Referer`: compare a key that AWS sets"
        );
    }
}
