//! Reports an action that replaces whole items in a statement that restricts attributes.
//!
//! ## What it checks
//! An `Allow` statement compares `dynamodb:Attributes`, and one of its actions replaces or deletes whole items:
//! `dynamodb:PutItem`, `dynamodb:DeleteItem` or `dynamodb:BatchWriteItem`.
//! A pattern that matches one of them, such as `dynamodb:*`, is also reported.
//!
//! ## Why it matters
//! The condition is intended to protect the other attributes. However, these actions [always replace the previous
//! item](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.Examples.SpecificAttributes),
//! and delete the attributes that the user must not change.
//!
//! ## Example
//! An identity policy for some attributes:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "dynamodb:PutItem",
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
//!         "Condition": {
//!             "ForAllValues:StringEquals": {"dynamodb:Attributes": ["id", "note"]},
//!             "StringEquals": {"dynamodb:ReturnValues": "NONE"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use `dynamodb:UpdateItem`, which changes single attributes.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "dynamodb:UpdateItem",
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
//!         "Condition": {
//!             "ForAllValues:StringEquals": {"dynamodb:Attributes": ["id", "note"]},
//!             "StringEquals": {"dynamodb:ReturnValues": "NONE"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the listed attributes are all attributes of the items.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, finding::AccessAnalyzerCheck, rule::Check,
    shown::Shown, subject::ItemAccess,
};

rule! {
    DynamodbReplacement { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for DynamodbReplacement {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(access) = ItemAccess::new(statement, &["Attributes"]) else { return };
        for (text, name) in access.actions(&["PutItem", "DeleteItem", "BatchWriteItem"]) {
            let message = format!(
                "`dynamodb:{name}` replaces whole items, so `{}` does not protect the other attributes: use \
                 `dynamodb:UpdateItem`",
                Shown(access.key.text)
            );
            cx.report::<Self>(text.place, message).about(AccessAnalyzerCheck::DynamodbReplaceOperationWithAttributes);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::testing::{finds, message};

    /// Returns a statement with a condition on attributes.
    fn statement(actions: &str) -> String {
        format!(
            r#""Effect": "Allow", "Action": {actions}, "Resource": "*", "Condition": {{
            "ForAllValues:StringEquals": {{"dynamodb:Attributes": ["id", "note"]}},
            "StringEqualsIfExists": {{"dynamodb:ReturnValues": "NONE"}}}}"#
        )
    }

    #[test]
    fn actions_that_replace_items_are_reported() {
        let actions = r#"["dynamodb:UpdateItem", "dynamodb:PutItem", "DynamoDB:deleteitem"]"#;
        let expected = &["dynamodb-replacement /Statement/Action/1", "dynamodb-replacement /Statement/Action/2"];
        finds(&statement(actions), expected);
        finds(&statement(r#""dynamodb:P*""#), &["dynamodb-replacement /Statement/Action"]);
    }

    #[test]
    fn updates_and_denied_actions_are_not_reported() {
        finds(&statement(r#""dynamodb:UpdateItem""#), &[]);
        finds(&statement(r#""dynamodb:U*""#), &[]);
        finds(&statement(r#""dynamodb:PutItem""#).replace("Allow", "Deny"), &[]);
    }

    #[test]
    fn the_message_states_the_action() {
        assert_eq!(
            message(&statement(r#""dynamodb:PutItem""#)),
            "`dynamodb:PutItem` replaces whole items, so `dynamodb:Attributes` does not protect the other attributes: \
             use `dynamodb:UpdateItem`"
        );
    }
}
