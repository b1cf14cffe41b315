//! Reports a global condition key that is deprecated.
//!
//! ## What it checks
//! The condition compares `aws:SourceOwner`.
//!
//! ## Why it matters
//! The key is
//! [deprecated](https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#source-account-versus-source-owner).
//! Services that are new to Amazon SNS do not send it, so the statement does not apply to their requests.
//!
//! ## Example
//! A resource policy of a topic:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "s3.amazonaws.com"},
//!         "Action": "sns:Publish",
//!         "Resource": "arn:aws:sns:eu-west-1:111122223333:uploads",
//!         "Condition": {
//!             "StringEquals": {"aws:SourceOwner": "111122223333"},
//!             "ArnLike": {"aws:SourceArn": "arn:aws:s3:::uploads"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Compare `aws:SourceAccount`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "s3.amazonaws.com"},
//!         "Action": "sns:Publish",
//!         "Resource": "arn:aws:sns:eu-west-1:111122223333:uploads",
//!         "Condition": {
//!             "StringEquals": {"aws:SourceAccount": "111122223333"},
//!             "ArnLike": {"aws:SourceArn": "arn:aws:s3:::uploads"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding in the default policy of a topic, and for a service that sends only this key.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, key_properties, rule::Check, shown::Shown,
    subject::KeyComparison,
};

rule! {
    DeprecatedKey { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for DeprecatedKey {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let key = comparison.key;
        if let Some([successor, ..]) = key_properties::successors(key.text) {
            let message = format!("`{}` is deprecated: use `{successor}`", Shown(key.written()));
            cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::DeprecatedGlobalConditionKey);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_deprecated_key_is_reported() {
        finds_of_value("StringEquals", "AWS:SourceOwner", r#""111122223333""#, &["deprecated-key @"]);
        finds_of_value("StringEquals", "aws:SourceAccount", r#""111122223333""#, &[]);
    }

    #[test]
    fn the_message_states_the_recommended_key() {
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:SourceOwner": "111122223333"}"#),
            "`aws:SourceOwner` is deprecated: use `aws:SourceAccount`"
        );
    }
}
