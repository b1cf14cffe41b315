//! Reports an action that AWS's reference does not list.
//!
//! ## What it checks
//! AWS's reference does not list the action, and the name is not certainly a mistake.
//!
//! The action may be undocumented, wrong, or retired before October 2024. The rule `unknown-action` reports a name
//! that is similar to a known one, and `operation-not-action` reports the name of an API operation. The rule
//! `retired-action` reports an action that AWS retired later.
//!
//! AWS uses a few such names in policies of its own, such as `s3:ListBuckets`. They are only warnings, and the
//! message states the policy. In the policy of a topic, `sns:Receive` is not reported, because SNS writes this name
//! into each new topic's policy.
//!
//! ## Why it matters
//! The entry has no effect if the action does not exist. The finding is only a warning, because AWS's own policies
//! name actions that the reference does not list. The catalog describes AWS's reference of one month, so actions that
//! AWS has added since then are missing.
//!
//! ## Example
//! An identity policy with an action whose name was guessed:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["sqs:BrowseQueue", "sqs:ReceiveMessage"],
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Look up the action in AWS's documentation. If it exists, declare it in `catalog.toml`. Otherwise remove or
//! replace it.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:ReceiveMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If the action exists, declare it instead, so that the rule still reports other names. Allow the finding in a
//! copy of an AWS managed policy with an action that was retired long ago.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    UncatalogedAction { severity: Warning, group: NoEffect, since: "0.1.0", was: ["uncatalogued-action"] }
}

impl Check for UncatalogedAction {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::UnknownName {
            cx.replace::<Self>(wrong.text, wrong.message_of_doubt(), wrong.suggestion.clone()).about(wrong.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, finds_of_action, message_of_action},
    };

    #[test]
    fn an_action_that_is_not_known_is_reported() {
        finds_of_action(r#""ses:Frobnicate""#, &["uncataloged-action /Statement/Action"]);
    }

    #[test]
    fn a_name_that_aws_uses_is_reported() {
        finds_of_action(r#""s3:ListObjectsV2""#, &["uncataloged-action /Statement/Action -> s3:ListBucket"]);
    }

    #[test]
    fn a_name_that_aws_writes_into_policies_of_resources_is_reported_only_elsewhere() {
        const RECEIVE: &str = r#""Effect": "Allow", "Action": "SNS:Receive""#;
        let topic = r#""Resource": "arn:aws:sns:eu-west-1:111122223333:alarms", "Principal": {"AWS": "111122223333"}"#;
        finds_of(PolicyKind::Resource, &format!("{RECEIVE}, {topic}"), &[]);
        finds(&format!(r#"{RECEIVE}, "Resource": "*""#), &["uncataloged-service /Statement/Action"]);
    }

    #[test]
    fn a_service_whose_page_leaves_its_actions_out_is_not_reported() {
        finds_of_action(r#"["hidden:Anything", "hidden:Any*"]"#, &[]);
    }

    #[test]
    fn the_message_states_how_to_declare_the_action() {
        assert_eq!(
            message_of_action(r#""ses:Frobnicate""#),
            "unknown action `ses:Frobnicate`: ses has no action with this name; if it exists, declare it in \
             `catalog.toml`"
        );
        assert_eq!(
            message_of_action(r#""s3:ListObjectsV2""#),
            "`s3:ListObjectsV2` is an API operation, not an action: use `s3:ListBucket`; AWS uses this name in its \
             policy `AmazonLaunchWizardFullaccess`"
        );
    }
}
