//! Reports a condition on `dynamodb:Attributes` without one on `dynamodb:Select`.
//!
//! ## What it checks
//! An `Allow` statement compares `dynamodb:Attributes`, and one of its actions reads items. No comparison of
//! `dynamodb:Select` excludes `ALL_ATTRIBUTES` and `ALL_PROJECTED_ATTRIBUTES`.
//!
//! ## Why it matters
//! DynamoDB evaluates `dynamodb:Attributes` only for the attributes in the request. A request that lists no attributes
//! [returns the whole item](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-dynamodb-attributes-without-select).
//!
//! ## Example
//! An identity policy for some attributes:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "dynamodb:GetItem",
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
//!         "Condition": {"ForAllValues:StringEquals": {"dynamodb:Attributes": ["id", "note"]}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Also require a value of `dynamodb:Select`. In a statement that also writes items, use `StringEqualsIfExists`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "dynamodb:GetItem",
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
//!         "Condition": {
//!             "ForAllValues:StringEquals": {"dynamodb:Attributes": ["id", "note"]},
//!             "StringEquals": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}
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
    DynamodbSelectMissing { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for DynamodbSelectMissing {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(access) = ItemAccess::new(statement, &["Attributes"]) else { return };
        let is_missing = access.actions(&["GetItem", "BatchGetItem", "Query", "Scan"]).next().is_some()
            && !access.excludes("Select", &["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"])
            && !cx.denies_by("dynamodb:Select");
        if is_missing {
            let message = format!(
                "a request without a list of attributes returns the whole item, so `{}` does not protect the other attributes: \
                 also require `SPECIFIC_ATTRIBUTES` for `dynamodb:Select`",
                Shown(access.key.text)
            );
            cx.report::<Self>(access.key.place, message).about(AccessAnalyzerCheck::DynamodbAttributesWithoutSelect);
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
        &["dynamodb-select-missing /Statement/Condition/ForAllValues:StringEquals/dynamodb:Attributes"];

    /// Returns a statement with a condition on attributes, and perhaps more comparisons.
    fn statement(action: &str, more: &str) -> String {
        format!(
            r#""Effect": "Allow", "Action": "{action}", "Resource": "*",
            "Condition": {{"ForAllValues:StringEquals": {{"dynamodb:Attributes": ["id", "note"]}}{more}}}"#
        )
    }

    #[test]
    fn a_statement_without_a_restriction_is_reported() {
        finds(&statement("dynamodb:GetItem", ""), FOUND);
        let wide = r#", "StringEqualsIfExists": {"dynamodb:Select": ["SPECIFIC_ATTRIBUTES", "ALL_ATTRIBUTES"]}"#;
        finds(&statement("dynamodb:GetItem", wide), FOUND);
    }

    #[test]
    fn restricted_statements_and_other_actions_are_not_reported() {
        for operator in ["StringEquals", "StringEqualsIfExists", "ForAllValues:StringEquals"] {
            let more = format!(r#", "{operator}": {{"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}}"#);
            let expected: &[&str] =
                &["set-operator-needless /Statement/Condition/ForAllValues:StringEquals/dynamodb:Select"];
            let text = statement("dynamodb:GetItem", &more);
            if operator.starts_with("For") {
                let merged = text.replace(r#"]}, "ForAllValues:StringEquals": {"#, "], ");
                finds(&merged, expected);
            } else {
                finds(&text, &[]);
            }
        }
        let other = r#", "StringEqualsIfExists": {"dynamodb:ReturnValues": "NONE"}"#;
        finds(&statement("dynamodb:UpdateItem", other), &[]);
        finds(&statement("dynamodb:GetItem", "").replace("Allow", "Deny"), &[]);
    }

    #[test]
    fn a_statement_that_denies_other_values_is_enough() {
        let deny = r#""Effect": "Deny", "Action": "dynamodb:GetItem", "Resource": "*",
            "Condition": {"StringNotEquals": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}}"#;
        finds_of_text(PolicyKind::Identity, &policy_of(&[&statement("dynamodb:GetItem", ""), deny]), &[]);
    }

    #[test]
    fn the_message_states_the_key() {
        assert_eq!(
            message(&statement("dynamodb:GetItem", "")),
            "a request without a list of attributes returns the whole item, so `dynamodb:Attributes` does not protect \
             the other attributes: also require `SPECIFIC_ATTRIBUTES` for `dynamodb:Select`"
        );
    }
}
