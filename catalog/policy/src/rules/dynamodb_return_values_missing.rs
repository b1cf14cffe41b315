//! Reports a condition on `dynamodb:Attributes` without one on `dynamodb:ReturnValues`.
//!
//! ## What it checks
//! An `Allow` statement compares `dynamodb:Attributes`, and one of its actions writes items. No comparison of
//! `dynamodb:ReturnValues` excludes `ALL_OLD` and `ALL_NEW`.
//!
//! ## Why it matters
//! DynamoDB evaluates `dynamodb:Attributes` only for the attributes in the request. A write [can return the whole
//! item](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.EnsuringAttributeRestrictions)
//! if its parameter `ReturnValues` is `ALL_OLD` or `ALL_NEW`.
//!
//! ## Example
//! An identity policy for some attributes:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "dynamodb:UpdateItem",
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
//!         "Condition": {"ForAllValues:StringEquals": {"dynamodb:Attributes": ["id", "note"]}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Also require a value of `dynamodb:ReturnValues`. In a statement that also reads items, use `StringEqualsIfExists`.
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
    DynamodbReturnValuesMissing { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for DynamodbReturnValuesMissing {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(access) = ItemAccess::new(statement, &["Attributes"]) else { return };
        let is_missing = access.actions(&["PutItem", "UpdateItem", "DeleteItem"]).next().is_some()
            && !access.excludes("ReturnValues", &["ALL_OLD", "ALL_NEW"])
            && !cx.denies_by("dynamodb:ReturnValues");
        if is_missing {
            let message = format!(
                "a write can return the whole item, so `{}` does not protect the other attributes: also require \
                 `NONE` for `dynamodb:ReturnValues`",
                Shown(access.key.text)
            );
            cx.report::<Self>(access.key.place, message)
                .about(AccessAnalyzerCheck::DynamodbAttributesWithoutReturnValues);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of_text, message, policy_of},
    };

    const FOUND: &[&str] =
        &["dynamodb-return-values-missing /Statement/Condition/ForAllValues:StringEquals/dynamodb:Attributes"];

    /// Returns a statement with a condition on attributes, and perhaps more comparisons.
    fn statement(action: &str, more: &str) -> String {
        format!(
            r#""Effect": "Allow", "Action": "{action}", "Resource": "*",
            "Condition": {{"ForAllValues:StringEquals": {{"dynamodb:Attributes": ["id", "note"]}}{more}}}"#
        )
    }

    #[test]
    fn a_statement_without_a_restriction_is_reported() {
        finds(&statement("dynamodb:UpdateItem", ""), FOUND);
        let wide = r#", "StringEqualsIfExists": {"dynamodb:ReturnValues": ["NONE", "ALL_OLD"]}"#;
        finds(&statement("dynamodb:UpdateItem", wide), FOUND);
    }

    #[test]
    fn restricted_statements_and_other_actions_are_not_reported() {
        for operator in ["StringEquals", "StringEqualsIfExists", "ForAllValues:StringEquals"] {
            let more = format!(r#", "{operator}": {{"dynamodb:ReturnValues": "NONE"}}"#);
            let expected: &[&str] =
                &["set-operator-needless /Statement/Condition/ForAllValues:StringEquals/dynamodb:ReturnValues"];
            let text = statement("dynamodb:UpdateItem", &more);
            if operator.starts_with("For") {
                let merged = text.replace(r#"]}, "ForAllValues:StringEquals": {"#, "], ");
                finds(&merged, expected);
            } else {
                finds(&text, &[]);
            }
        }
        let other = r#", "StringEqualsIfExists": {"dynamodb:Select": "COUNT"}"#;
        finds(&statement("dynamodb:GetItem", other), &[]);
        finds(&statement("dynamodb:UpdateItem", "").replace("Allow", "Deny"), &[]);
    }

    #[test]
    fn a_statement_that_denies_other_values_is_enough() {
        let deny = r#""Effect": "Deny", "Action": "dynamodb:UpdateItem", "Resource": "*",
            "Condition": {"StringNotEquals": {"dynamodb:ReturnValues": "NONE"}}"#;
        finds_of_text(PolicyKind::Identity, &policy_of(&[&statement("dynamodb:UpdateItem", ""), deny]), &[]);
    }

    #[test]
    fn the_message_states_the_key() {
        assert_eq!(
            message(&statement("dynamodb:UpdateItem", "")),
            "a write can return the whole item, so `dynamodb:Attributes` does not protect the other attributes: also \
             require `NONE` for `dynamodb:ReturnValues`"
        );
    }
}
