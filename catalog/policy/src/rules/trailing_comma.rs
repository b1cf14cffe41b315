//! Reports an action, a resource or a value that ends in a comma.
//!
//! ## What it checks
//! An action, a resource, or an ARN or account ID in a condition ends in a comma.
//!
//! ## Why it matters
//! The comma usually remains from a list in JSON that was rewritten in YAML. There, the comma is a part of the string,
//! as in `- ec2:CopyImage,`.
//!
//! IAM refuses an action with a comma. A resource or a value with a comma matches nothing that exists.
//!
//! ## Example
//! An identity policy with a comma within the quotes:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["sqs:ListQueues,", "ses:ListIdentities"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the comma from the string.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["sqs:ListQueues", "ses:ListIdentities"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the name of the resource really ends in a comma, as the key of an object in S3 can.

use alloc::{borrow::ToOwned as _, format};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{StatementNode, Text},
    rule::Check,
    shown::Shown,
    subject::without_comma,
};

rule! {
    TrailingComma { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for TrailingComma {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let actions = [statement.actions(), statement.not_actions()];
        let resources = [statement.resources(), statement.not_resources()];
        for list in actions.into_iter().chain(resources).flatten() {
            // Most lists have no such string, and this search computes no places.
            if list.plain_partial_strings().any(|text| without_comma(text).is_some()) {
                list.partial_strings().for_each(|text| check(text, cx));
            }
        }
        for text in statement.conditions().flat_map(|comparison| comparison.values.partial_strings()) {
            // Other values, such as tags, can be any text.
            let is_account = |text: &str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
            if without_comma(text.text).is_some_and(|text| text.starts_with("arn:") || is_account(text)) {
                check(text, cx);
            }
        }
    }
}

fn check<'t, C: PolicyCatalog>(text: Text<'t>, cx: &mut Context<'_, 't, C>) {
    let Some(left) = without_comma(text.text) else { return };
    let message = format!("`{}` ends in a comma: remove it", Shown(text.written()));
    // With holes, the replacement is not known.
    cx.suggest::<TrailingComma>(text.place, message, text.hole.is_none().then(|| left.to_owned()));
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_action, finds_of_resource, finds_of_value, message_of_action};

    #[test]
    fn a_comma_at_the_end_is_reported() {
        finds_of_action(r#""ses:SendEmail,""#, &["trailing-comma /Statement/Action -> ses:SendEmail"]);
        finds_of_action(r#"["ses:Send*,", "ses:GetSendQuota"]"#, &["trailing-comma /Statement/Action/0 -> ses:Send*"]);
    }

    #[test]
    fn resources_and_values_are_reported_too() {
        finds_of_resource(
            r#""s3:GetObject""#,
            r#"["arn:aws:s3:::a/*,", "arn:aws:s3:::b/*"]"#,
            &["trailing-comma /Statement/Resource/0 -> arn:aws:s3:::a/*"],
        );
        finds_of_value(
            "ArnLike",
            "aws:PrincipalArn",
            r#""arn:aws:iam::111122223333:role/a,""#,
            &["trailing-comma @ -> arn:aws:iam::111122223333:role/a"],
        );
    }

    #[test]
    fn other_commas_are_not_reported() {
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::a/b,c""#, &[]);
        finds_of_value("StringEquals", "aws:PrincipalTag/list", r#"["a,", "a,b"]"#, &[]);
        finds_of_action(r#""ses:SendEmail, ses:GetSendQuota,""#, &["malformed-action /Statement/Action"]);
    }

    #[test]
    fn the_message_states_the_fix() {
        assert_eq!(message_of_action("\"ses:SendEmail,\""), "`ses:SendEmail,` ends in a comma: remove it");
    }
}
