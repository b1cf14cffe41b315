//! A known condition key of a comparison.

use super::condition_key::KnownKey;
use crate::{
    document::{Node, Text},
    operator::{Comparator, Operator},
    value,
};

/// A known condition key of a comparison.
pub(super) struct ListedKey<'t> {
    /// The operator, if it is valid.
    pub(super) operator: Option<Operator>,
    /// The string of the policy.
    pub(super) key: Text<'t>,
    /// The values.
    pub(super) values: Node<'t>,
    /// The known key.
    pub(super) known: KnownKey,
}

impl ListedKey<'_> {
    /// Returns whether the comparison is true for a request without the key, if its operator and its values leave no
    /// doubt.
    pub(super) fn result_without_key(&self) -> Option<bool> {
        result_without_key(self.operator?, self.values)
    }
}

/// Returns whether a comparison is true for a request without the key, if its values leave no doubt.
pub(super) fn result_without_key(operator: Operator, values: Node<'_>) -> Option<bool> {
    if operator.comparator != Comparator::Null {
        return Some(operator.holds_without_key());
    }
    let mut wanted = values.each().map(|value| value::to_bool(value.value));
    let first = wanted.next()??;
    wanted.all(|value| value == Some(first)).then_some(first)
}
