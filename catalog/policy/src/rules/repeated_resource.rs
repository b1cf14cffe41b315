//! Reports a resource that a statement names twice.
//!
//! ## What it checks
//! The list in `Resource` or `NotResource` has the same string twice.
//!
//! The rule compares the strings exactly, because names of resources can differ only in case.
//!
//! ## Why it matters
//! The second entry has no effect, but it counts toward the size of the policy. It may also be a copy that was meant to
//! be changed.
//!
//! ## Example
//! An identity policy with a line that was copied and not changed:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sns:Publish",
//!         "Resource": [
//!             "arn:aws:sns:eu-west-1:111122223333:alarms",
//!             "arn:aws:sns:eu-west-1:111122223333:alarms"
//!         ]
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the second entry, or write the intended resource.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sns:Publish",
//!         "Resource": "arn:aws:sns:eu-west-1:111122223333:alarms"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool generates the list and the policy is far below its size limit.

use alloc::{collections::BTreeSet, format};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
    rule::Check,
    shown::Shown,
    subject::shared_checks::REDUNDANT_RESOURCE,
};

rule! {
    RepeatedResource { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for RepeatedResource {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        for list in [statement.resources(), statement.not_resources()].into_iter().flatten() {
            let mut seen = BTreeSet::new();
            for text in Node::strings(list) {
                if !cx.report.spend(1) {
                    return;
                }
                if !seen.insert(text.written()) {
                    let message = format!("`{}` is already in the list: remove it", Shown(text.written()));
                    cx.report::<Self>(text.place, message).about(REDUNDANT_RESOURCE);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of_resource, finds_of_text, message_of_resource, policy_of},
    };

    #[test]
    fn a_resource_that_is_in_the_list_already_is_reported() {
        let expected = &["repeated-resource /Statement/Resource/1", "repeated-resource /Statement/Resource/3"];
        let resources = r#"["arn:aws:s3:::b", "arn:aws:s3:::b", "arn:aws:s3:::c", "arn:aws:s3:::b"]"#;
        finds_of_resource(r#""s3:ListBucket""#, resources, expected);
        let expected = &["repeated-resource /Statement/NotResource/1"];
        finds(r#""Effect": "Deny", "Action": "*", "NotResource": ["arn:aws:s3:::b", "arn:aws:s3:::b"]"#, expected);
    }

    #[test]
    fn different_resources_are_not_reported() {
        finds_of_resource(r#""s3:GetObject""#, r#"["arn:aws:s3:::b/a", "arn:aws:s3:::b/A", "arn:aws:s3:::b/b*"]"#, &[]);
        let deny = r#""Effect": "Deny", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::b""#;
        let allow = r#""Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::b""#;
        finds_of_text(PolicyKind::Identity, &policy_of(&[deny, allow]), &[]);
    }

    #[test]
    fn the_message_states_the_resource() {
        assert_eq!(
            message_of_resource(r#""s3:ListBucket""#, r#"["arn:aws:s3:::b", "arn:aws:s3:::b"]"#),
            "`arn:aws:s3:::b` is already in the list: remove it"
        );
    }
}
