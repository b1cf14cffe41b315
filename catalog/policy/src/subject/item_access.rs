//! Statements that restrict access to the attributes or the keys of items in DynamoDB.
//!
//! Source: [fine-grained access control](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html).

use catalog_core::{ascii_case, wildcard};

use crate::{
    document::{ComparisonNode, Node, StatementNode, Text},
    grammar::Effect,
    operator::{Comparator, Operator},
};

/// The prefix of DynamoDB's actions and condition keys, with the colon.
const PREFIX: &str = "dynamodb:";

/// An `Allow` statement with a comparison of a DynamoDB key.
pub(crate) struct ItemAccess<'t> {
    statement: StatementNode<'t>,
    /// The compared key.
    pub(crate) key: Text<'t>,
}

impl<'t> ItemAccess<'t> {
    /// Returns a statement that compares one of the given keys, which have no prefix. Returns `None` if the statement
    /// does not allow actions, or only checks whether the key exists.
    pub(crate) fn new(statement: StatementNode<'t>, keys: &[&str]) -> Option<Self> {
        // Most statements have no condition, or none on a key of DynamoDB.
        let mut comparisons = statement.conditions().filter(|comparison| comparison.key.hole.is_none());
        let is_of_keys = |text: &str| without_prefix(text).is_some_and(|name| is_one_of(name, keys));
        let comparison = comparisons.find(|comparison| is_of_keys(comparison.key.text) && compares(comparison))?;
        (statement.effect() == Some(Effect::Allow)).then_some(Self { statement, key: comparison.key })
    }

    /// Returns the strings of `Action` that match one of the given actions, which have no prefix.
    pub(crate) fn actions(&self, names: &'static [&'static str]) -> impl Iterator<Item = (Text<'t>, &'static str)> {
        let texts = self.statement.actions().into_iter().flat_map(Node::strings);
        texts.filter_map(move |text| {
            let pattern = if text.text == "*" { Some("*") } else { without_prefix(text.text) };
            let name = names.iter().find(|name| pattern.is_some_and(|pattern| wildcard::matches(pattern, name)))?;
            Some((text, *name))
        })
    }

    /// Returns true if a comparison of another key excludes the given values, or if a hole may be such a comparison.
    pub(crate) fn excludes(&self, key: &str, values: &[&str]) -> bool {
        let is_key = |text: &str| without_prefix(text).is_some_and(|name| ascii_case::eq(name, key));
        let excludes = |comparison: &ComparisonNode<'_>| {
            let matches = |text: Text<'_>| values.iter().any(|value| wildcard::matches(text.text, value));
            is_key(comparison.key.text)
                && compares(comparison)
                && (comparison.values.has_hole() || is_negated(comparison) == comparison.values.strings().any(matches))
        };
        self.statement.has_unknown_comparisons() || self.statement.conditions().any(|comparison| excludes(&comparison))
    }
}

/// Returns true if a condition key is one of DynamoDB's.
pub(crate) fn is_of_dynamodb(key: &str) -> bool {
    without_prefix(key).is_some()
}

/// Returns the part of a name after the prefix of DynamoDB.
fn without_prefix(text: &str) -> Option<&str> {
    let (head, name) = text.split_at_checked(PREFIX.len())?;
    ascii_case::eq(head, PREFIX).then_some(name)
}

fn is_one_of(name: &str, known: &[&str]) -> bool {
    known.iter().any(|known| ascii_case::eq(known, name))
}

/// Returns true if a comparison is about the values of the key. An unknown operator has a finding of its own.
fn compares(comparison: &ComparisonNode<'_>) -> bool {
    let operator = comparison.operator.text.parse::<Operator>();
    operator.is_ok_and(|operator| operator.comparator != Comparator::Null)
}

fn is_negated(comparison: &ComparisonNode<'_>) -> bool {
    comparison.operator.text.parse::<Operator>().is_ok_and(|operator| operator.comparator.is_negated())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Document, json, testing::policy};
    use alloc::{format, string::String, vec::Vec};

    /// Calls a function with a statement.
    fn with(effect: &str, actions: &str, condition: &str, check: impl FnOnce(Option<ItemAccess<'_>>)) {
        let text = policy(&format!(r#""Effect": "{effect}", "Action": {actions}, "Condition": {{{condition}}}"#));
        let tree = json::parse(text.as_bytes()).unwrap();
        let statement = Document::from_tree(&tree).unwrap().statements().next().unwrap();
        check(ItemAccess::new(statement, &["LeadingKeys", "Attributes"]));
    }

    const KEYS: &str = r#""ForAllValues:StringEquals": {"DynamoDB:leadingkeys": "a"}"#;

    #[test]
    fn only_a_comparison_of_a_key_in_an_allow_counts() {
        with("Allow", r#""*""#, KEYS, |access| assert_eq!(access.unwrap().key.text, "DynamoDB:leadingkeys"));
        with("Deny", r#""*""#, KEYS, |access| assert!(access.is_none()));
        for other in [r#""Null": {"dynamodb:LeadingKeys": "true"}"#, r#""StringEquals": {"dynamodb:Select": "COUNT"}"#]
        {
            with("Allow", r#""*""#, other, |access| assert!(access.is_none()));
        }
    }

    #[test]
    fn actions_are_found_by_patterns() {
        let actions = r#"["dynamodb:Scan", "DYNAMODB:S*", "*", "dynamodb:Query", "s3:Scan", "dynamodb", "dynamodb:"]"#;
        with("Allow", actions, KEYS, |access| {
            let found: Vec<_> = access.unwrap().actions(&["Scan"]).map(|(text, _)| String::from(text.text)).collect();
            assert_eq!(found, ["dynamodb:Scan", "DYNAMODB:S*", "*"]);
        });
    }

    #[test]
    fn values_are_excluded_by_a_list_of_others_or_by_a_negated_operator() {
        for (condition, expected) in [
            (r#""StringEquals": {"dynamodb:Select": "COUNT"}"#, true),
            (r#""StringEqualsIfExists": {"dynamodb:select": ["SPECIFIC_ATTRIBUTES", "COUNT"]}"#, true),
            (r#""StringEquals": {"dynamodb:Select": ["COUNT", "ALL"]}"#, false),
            (r#""StringLike": {"dynamodb:Select": "A*"}"#, false),
            (r#""StringNotEquals": {"dynamodb:Select": "ALL"}"#, true),
            (r#""StringNotEquals": {"dynamodb:Select": "COUNT"}"#, false),
            (r#""Null": {"dynamodb:Select": "false"}"#, false),
            (r#""StringEquals": {"dynamodb:ReturnValues": "NONE"}"#, false),
        ] {
            with("Allow", r#""*""#, &format!("{KEYS}, {condition}"), |access| {
                assert_eq!(access.unwrap().excludes("Select", &["ALL"]), expected, "{condition}");
            });
        }
    }
}
