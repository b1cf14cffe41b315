//! Reports a condition key with a placeholder that was not replaced.
//!
//! ## What it checks
//! The condition key has a placeholder such as `${TagKey}` that was not replaced, or the name after its slash is
//! missing.
//!
//! ## Why it matters
//! AWS's documentation lists such keys with a placeholder, and a copied key looks complete. No request has a key
//! with this name, so the condition does not work as intended.
//!
//! ## Example
//! An identity policy for a user who may tag queues:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"StringEquals": {"aws:RequestTag/${TagKey}": "mail"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Replace the placeholder with the name that it describes, such as the key of a tag.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"StringEquals": {"aws:RequestTag/team": "mail"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never for a policy that you send to AWS unchanged. Allow the finding for a template if another tool replaces its
//! `${…}` first.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{KeyFault, UnknownKey},
};

rule! {
    TemplateKey { severity: Error, group: NoEffect, since: "0.1.0" }
}

impl Check for TemplateKey {
    fn unknown_key<'t, C: PolicyCatalog>(unknown: &UnknownKey<'t>, cx: &mut Context<'_, 't, C>) {
        let given = Shown(unknown.text.text.trim_end_matches(['/', ':']));
        let message = match unknown.fault {
            KeyFault::BareTemplate(':') => {
                format!("`{given}` is incomplete: add a colon and a name, such as `{given}:team`")
            }
            KeyFault::Unfilled if !unknown.text.text.ends_with('/') => {
                let given = Shown(unknown.text.written());
                format!("`{given}` has a placeholder: replace it with a name, such as the key of a tag")
            }
            KeyFault::Unfilled | KeyFault::BareTemplate(_) => format!(
                "`{given}` is incomplete: add a slash and a name, such as `{given}/team` for a tag with the key `team`"
            ),
            _ => return,
        };
        let reported = cx.report::<Self>(unknown.text.place, message);
        if !matches!(unknown.fault, KeyFault::BareTemplate(':')) {
            reported.about(AccessAnalyzerCheck::MissingTagKeyInCondition);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{deny_with, finds, finds_of_value, message_of_condition};

    #[test]
    fn a_template_that_is_not_filled_in_is_reported() {
        for key in
            ["aws:RequestTag/${TagKey}", "aws:PrincipalTag", "s3:existingobjecttag/", "s3:ExistingObjectTag/<key>"]
        {
            finds_of_value("StringEquals", key, r#""1""#, &["template-key @"]);
        }
        finds_of_value("StringEquals", "ses:Header", r#""1""#, &["template-key @"]);
    }

    #[test]
    fn a_template_that_is_filled_in_is_not_reported() {
        finds_of_value("StringEquals", "aws:PrincipalTag/team", r#""1""#, &[]);
        finds(&deny_with(r#""s3:GetObject""#, r#""StringEquals": {"s3:ExistingObjectTag/key": "1"}"#), &[]);
    }

    #[test]
    fn the_message_states_what_to_fill_in() {
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:RequestTag/${TagKey}": "1"}"#),
            "`aws:RequestTag/${TagKey}` has a placeholder: replace it with a name, such as the key of a tag"
        );
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:PrincipalTag": "1"}"#),
            "`aws:PrincipalTag` is incomplete: add a slash and a name, such as `aws:PrincipalTag/team` for a tag with \
             the key `team`"
        );
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:PrincipalTag/": "1"}"#),
            "`aws:PrincipalTag` is incomplete: add a slash and a name, such as `aws:PrincipalTag/team` for a tag with \
             the key `team`"
        );
        assert_eq!(
            message_of_condition(r#""StringEquals": {"ses:Header": "1"}"#),
            "`ses:Header` is incomplete: add a colon and a name, such as `ses:Header:team`"
        );
    }
}
