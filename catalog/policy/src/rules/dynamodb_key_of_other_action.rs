//! Reports a condition key of DynamoDB that belongs to other actions.
//!
//! ## What it checks
//! A statement compares a condition key of DynamoDB, but requests for an action of the statement never carry the key.
//! For example, only reads carry `dynamodb:Select`, and only writes carry `dynamodb:ReturnValues`.
//!
//! The rule does not report operators that end in `IfExists`, because they are written for actions without the key.
//!
//! ## Why it matters
//! A comparison of a missing key is false, or true if the operator is negated. AWS lists [the keys of each
//! action](https://docs.aws.amazon.com/service-authorization/latest/reference/list_dynamodb.html).
//!
//! ## Example
//! An identity policy for queries and updates:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["dynamodb:Query", "dynamodb:UpdateItem"],
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
//!         "Condition": {"StringEquals": {"dynamodb:Select": "COUNT"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Move the action to another statement, or use the operator with `IfExists`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "dynamodb:Query",
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
//!         "Condition": {"StringEquals": {"dynamodb:Select": "COUNT"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS's reference does not list a key that requests for the action carry.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{UncarriedKey, is_of_dynamodb},
};

rule! {
    DynamodbKeyOfOtherAction { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for DynamodbKeyOfOtherAction {
    fn uncarried_key<'t, C: PolicyCatalog>(uncarried: &UncarriedKey<'t>, cx: &mut Context<'_, 't, C>) {
        let (key, place, actions, holds) = match uncarried {
            UncarriedKey::ByNone { key, holds, suggestion: None, is_if_exists: false, .. } => {
                (key, key.place, "the statement's actions".into(), *holds)
            }
            UncarriedKey::ByOne { key, action, holds } => {
                (key, action.place, format!("`{}`", Shown(action.written())), Some(*holds))
            }
            UncarriedKey::ByNone { .. } => return,
        };
        if !is_of_dynamodb(key.text) {
            return;
        }
        let result = match holds {
            Some(true) => ", so the condition always holds",
            Some(false) => ", so the condition never holds",
            None => "",
        };
        let key = Shown(key.written());
        let message = format!("requests for {actions} do not carry `{key}`{result}: use another statement");
        cx.report::<Self>(place, message).about(AccessAnalyzerCheck::DynamodbWrongConditionForAction);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{deny_with, finds, message};

    const BOTH: &str = r#"["dynamodb:Query", "dynamodb:UpdateItem"]"#;
    const SELECT: &str = r#""StringEquals": {"dynamodb:Select": "COUNT"}"#;

    #[test]
    fn an_action_without_the_key_is_reported() {
        finds(&deny_with(BOTH, SELECT), &["dynamodb-key-of-other-action /Statement/Action/1"]);
        let expected = &["dynamodb-key-of-other-action /Statement/Condition/StringEquals/dynamodb:Select"];
        finds(&deny_with(r#""dynamodb:UpdateItem""#, SELECT), expected);
    }

    #[test]
    fn actions_with_the_key_and_other_operators_are_not_reported() {
        finds(&deny_with(r#"["dynamodb:Query", "dynamodb:Get*"]"#, SELECT), &[]);
        finds(&deny_with(BOTH, &SELECT.replace("Equals", "EqualsIfExists")), &[]);
        finds(&deny_with(r#""dynamodb:UpdateItem""#, &SELECT.replace("Equals", "EqualsIfExists")), &[]);
    }

    #[test]
    fn the_message_states_the_result() {
        assert_eq!(
            message(&deny_with(BOTH, SELECT)),
            "requests for `dynamodb:UpdateItem` do not carry `dynamodb:Select`, so the condition never holds: use \
             another statement"
        );
        assert_eq!(
            message(&deny_with(r#""dynamodb:UpdateItem""#, &SELECT.replace("Equals", "NotEquals"))),
            "requests for the statement's actions do not carry `dynamodb:Select`, so the condition always holds: use \
             another statement"
        );
    }
}
