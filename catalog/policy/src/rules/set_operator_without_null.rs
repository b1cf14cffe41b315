//! Reports a set operator without a `Null` condition for requests that do not have the key.
//!
//! ## What it checks
//! An `Allow` compares a multivalued key with `ForAllValues:`, or a `Deny` compares one with `ForAnyValue:`. No `Null`
//! condition of the statement is about the key.
//!
//! The rule `missing-key-accepted` reports keys about the caller and the network.
//!
//! ## Why it matters
//! A condition with `ForAllValues:` [also
//! holds](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html)
//! for requests without the key, and a condition with `ForAnyValue:` does not. So the `Allow` applies to these requests,
//! and the `Deny` does not. With a `Null` condition, the policy states what is intended.
//!
//! ## Example
//! An identity policy for a user who may set only one tag:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"ForAllValues:StringEquals": {"aws:TagKeys": "team"}}
//!     }
//! }
//! ```
//!
//! The rule is off by default. A configuration turns it on:
//!
//! ```toml
//! warn = ["set-operator-without-null"]
//! ```
//!
//! ## Fix
//! Add a `Null` condition about the key.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:TagQueue",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {
//!             "ForAllValues:StringEquals": {"aws:TagKeys": "team"},
//!             "Null": {"aws:TagKeys": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a request without the key should have the same result.

use alloc::format;

use catalog_core::{ConditionKeyType, ascii_case};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::StatementNode,
    grammar::Effect,
    key_properties::{is_of_caller, is_of_network},
    operator::{Comparator, Operator, SetOperator},
    rule::Check,
    shown::Shown,
    subject::KeyComparison,
};

rule! {
    SetOperatorWithoutNull { severity: Warning, group: Restriction, since: "0.1.0" }
}

impl Check for SetOperatorWithoutNull {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, key_type, statement, .. } = *comparison;
        let (Some(set), Some(effect)) = (operator.set, statement.effect()) else { return };
        let is_open = matches!(
            (effect, set),
            (Effect::Allow, SetOperator::ForAllValues) | (Effect::Deny, SetOperator::ForAnyValue)
        );
        let is_several = key_type.is_some_and(ConditionKeyType::is_array);
        // The rule `missing-key-accepted` reports keys about the caller and the network.
        let is_other_rule = is_of_caller(key.text) || is_of_network(key.text);
        if !is_open || !is_several || is_other_rule || operator.comparator == Comparator::Null {
            return;
        }
        cx.report.spend(statement.conditions().count() as u64);
        if !may_have_null(statement, key.text) {
            let result = if effect == Effect::Allow { "applies" } else { "does not apply" };
            let message = format!(
                "the statement {result} to requests without `{}`: add a `Null` condition about the key",
                Shown(key.written())
            );
            cx.report::<Self>(key.place, message);
        }
    }
}

/// Returns true if a statement has a `Null` condition about a key, or may have one because of a hole.
fn may_have_null(statement: StatementNode<'_>, key: &str) -> bool {
    let null = Ok(Operator::new(Comparator::Null));
    statement.has_unknown_comparisons()
        || statement.conditions().any(|comparison| {
            ascii_case::eq(comparison.key.text, key) && comparison.operator.text.parse::<Operator>() == null
        })
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::{
        config::Config,
        finding::Group,
        kind::PolicyKind,
        testing::{FULL, deny_with, finds_of_value, policy},
        walk::check_text,
    };

    /// Returns the messages about a statement under a configuration that turns restrictions on.
    fn messages(effect: &str, condition: &str) -> Vec<String> {
        let text = policy(&deny_with(r#""ses:SendEmail""#, condition).replace("Deny", effect));
        let config = Config::new().warn(Group::Restriction);
        let findings = check_text(text.as_bytes(), PolicyKind::Identity, FULL, &config).findings;
        findings.into_iter().map(|finding| format!("{} {}", finding.id, finding.message)).collect()
    }

    const ALL: &str = r#""ForAllValues:StringEquals": {"aws:TagKeys": "team"}"#;
    const ANY: &str = r#""ForAnyValue:StringEquals": {"aws:TagKeys": "team"}"#;

    #[test]
    fn a_set_operator_without_null_is_reported_on_request() {
        finds_of_value("ForAllValues:StringEquals", "aws:TagKeys", r#""team""#, &[]);
        for (effect, condition, result) in [("Allow", ALL, "applies"), ("Deny", ANY, "does not apply")] {
            let expected = format!(
                "set-operator-without-null the statement {result} to requests without `aws:TagKeys`: add a `Null` \
                 condition about the key"
            );
            assert_eq!(messages(effect, condition), [expected]);
        }
    }

    #[test]
    fn null_and_the_other_set_operator_are_not_reported() {
        assert!(messages("Deny", ALL).is_empty() && messages("Allow", ANY).is_empty());
        let with_null = format!(r#"{ALL}, "Null": {{"AWS:tagkeys": "false"}}"#);
        assert!(messages("Allow", &with_null).is_empty());
        let single = r#""ForAllValues:StringEquals": {"ses:FromAddress": "a@example.com"}"#;
        assert!(messages("Allow", single).iter().all(|message| message.starts_with("set-operator-needless")));
    }
}
