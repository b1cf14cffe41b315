//! Reports `dynamodb:Scan` in a statement that restricts the keys of items.
//!
//! ## What it checks
//! An `Allow` statement compares `dynamodb:LeadingKeys` or a key such as `dynamodb:FirstPartitionKeyValues`, and one of
//! its actions is `dynamodb:Scan` or matches it.
//!
//! ## Why it matters
//! The condition is intended to limit users to their own items. However, a scan [returns all
//! items](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.Examples.PartitionKeyValue)
//! regardless of their keys.
//!
//! ## Example
//! An identity policy for the items of a user:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["dynamodb:GetItem", "dynamodb:Scan"],
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
//!         "Condition": {"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": "${aws:username}"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove `dynamodb:Scan`, or use `dynamodb:Query`, which reads the items with one partition key.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["dynamodb:GetItem", "dynamodb:Query"],
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
//!         "Condition": {"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": "${aws:username}"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if another statement denies scans.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, finding::AccessAnalyzerCheck, rule::Check,
    shown::Shown, subject::ItemAccess,
};

rule! {
    DynamodbScan { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for DynamodbScan {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(access) = ItemAccess::new(statement, KEYS) else { return };
        for (text, name) in access.actions(&["Scan"]) {
            let key = Shown(access.key.text);
            let message = format!(
                "`dynamodb:{name}` reads all items, not only those with a listed `{key}`: use `dynamodb:Query`"
            );
            cx.report::<Self>(text.place, message).about(AccessAnalyzerCheck::DynamodbScanBypassesLeadingKeys);
        }
    }
}

/// The keys about the partition keys of items.
const KEYS: &[&str] = &[
    "LeadingKeys",
    "FirstPartitionKeyValues",
    "SecondPartitionKeyValues",
    "ThirdPartitionKeyValues",
    "FourthPartitionKeyValues",
];

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::testing::{finds, message};

    /// Returns a statement with a condition on the keys of items.
    fn statement(actions: &str, key: &str) -> String {
        format!(
            r#""Effect": "Allow", "Action": {actions}, "Resource": "*",
            "Condition": {{"ForAllValues:StringEquals": {{"dynamodb:{key}": "${{aws:username}}"}}}}"#
        )
    }

    #[test]
    fn a_scan_is_reported() {
        finds(
            &statement(r#"["dynamodb:Query", "dynamodb:Scan"]"#, "LeadingKeys"),
            &["dynamodb-scan /Statement/Action/1"],
        );
        finds(&statement(r#""dynamodb:S*""#, "FirstPartitionKeyValues"), &["dynamodb-scan /Statement/Action"]);
    }

    #[test]
    fn other_actions_and_other_keys_are_not_reported() {
        finds(&statement(r#"["dynamodb:Query", "dynamodb:GetItem"]"#, "LeadingKeys"), &[]);
        let attributes = statement(r#""dynamodb:Scan""#, "Attributes");
        finds(&attributes.replace("}}", r#"}, "StringEquals": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}}"#), &[]);
        finds(&statement(r#""dynamodb:Scan""#, "LeadingKeys").replace("Allow", "Deny"), &[]);
    }

    #[test]
    fn the_message_states_the_key() {
        assert_eq!(
            message(&statement(r#""dynamodb:Scan""#, "LeadingKeys")),
            "`dynamodb:Scan` reads all items, not only those with a listed `dynamodb:LeadingKeys`: use `dynamodb:Query`"
        );
    }
}
