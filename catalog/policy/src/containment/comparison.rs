//! A comparison of a condition: an operator, a key, and the values for which it is true.

use alloc::vec::Vec;

use catalog_core::ascii_case;

use super::{answer::Answer, mark::Variable, values::ValueSet, work::Work};
use crate::{
    document::{ComparisonNode, Node, Text},
    operator::{Comparator, Operator, SetOperator},
    value,
};

/// The requests for which a comparison of one condition key is true.
#[derive(Clone, Debug)]
pub struct Comparison<'p> {
    key: &'p str,
    set: Option<SetOperator>,
    /// Whether the comparison is true for a request without the key.
    holds_without_key: bool,
    /// The values of the key for which the comparison is true.
    values: ValueSet<'p>,
}

impl<'p> Comparison<'p> {
    /// Returns a comparison, or `None` if a part can become anything, or if an operator or a value is not valid.
    #[must_use]
    pub fn from_node(node: &ComparisonNode<'p>, has_variables: bool) -> Option<Self> {
        if node.operator.hole.is_some() || node.key.hole.is_some() {
            return None;
        }
        let operator: Operator = node.operator.text.parse().ok()?;
        let key = node.key.text;
        if operator.comparator == Comparator::Null {
            // With a set operator, the result depends on more than the values.
            return if operator.set.is_some() { None } else { Self::presence(node) };
        }
        let texts: Option<Vec<_>> = node.values.each().map(text).collect();
        let values = ValueSet::new(operator.comparator, &texts?, has_variables)?;
        Some(Self { key, set: operator.set, holds_without_key: operator.holds_without_key(), values })
    }

    /// Returns the comparison of `Null`.
    fn presence(node: &ComparisonNode<'p>) -> Option<Self> {
        let wanted: Option<Vec<_>> = node.values.each().map(|value| value::to_bool(value.value)).collect();
        let wanted = wanted?;
        let (absent, present) = (wanted.contains(&true), wanted.contains(&false));
        let values = if present { ValueSet::Everything } else { ValueSet::Booleans([false, false]) };
        Some(Self { key: node.key.text, set: None, holds_without_key: absent, values })
    }

    /// Returns true if the comparison is about this key.
    #[must_use]
    pub fn is_about(&self, key: &str) -> bool {
        ascii_case::eq(self.key, key)
    }

    /// Returns the key.
    #[must_use]
    pub const fn key(&self) -> &'p str {
        self.key
    }

    /// Decides if another comparison of the same key is true whenever this one is. Comparisons of different keys are
    /// independent, so the answer for them is `Unknown`.
    #[must_use]
    pub fn implies(&self, wide: &Self, work: &mut Work) -> Answer {
        if !self.is_about(wide.key) {
            return if wide.is_always_true() { Answer::Yes } else { Answer::Unknown };
        }
        let without_key = Answer::from(!self.holds_without_key || wide.holds_without_key);
        let with_key = if self.values.is_empty() || wide.values.is_everything() {
            // No value makes this comparison true, or each value makes the other one true.
            Answer::Yes
        } else {
            let answer = self.values.within(&wide.values, work);
            // With another set operator, one value of the request is compared here, and another one there.
            if self.set == wide.set { answer } else { Answer::Unknown }
        };
        let own: Vec<_> = self.values.variables().collect();
        // A request can lack the key of a variable. The comparison with the variable is then not true.
        let has_other_variable = wide.values.variables().any(|other| other.default.is_none() && !own.contains(&other));
        let answer = without_key.and(with_key);
        if has_other_variable { Answer::Unknown } else { answer }
    }

    /// Returns true if the comparison is clearly true for every request.
    #[must_use]
    pub fn is_always_true(&self) -> bool {
        self.holds_without_key && self.values.is_everything()
    }

    /// Decides if the comparison is true for every request.
    pub(super) fn is_implied(&self, work: &mut Work) -> Answer {
        let all = Self { key: self.key, set: self.set, holds_without_key: true, values: ValueSet::Everything };
        all.implies(self, work)
    }

    /// Returns true if some request makes the comparison true, for all values of its variables.
    pub(super) fn can_be_true(&self) -> bool {
        self.holds_without_key || self.values.have_one()
    }

    /// Returns the variables of the values.
    pub(super) fn variables(&self) -> impl Iterator<Item = Variable<'p>> {
        self.values.variables()
    }
}

/// Returns the text of a value, or `None` if a part can become anything.
fn text(value: Node<'_>) -> Option<&str> {
    value.string().map(Text::distinct).or_else(|| value.value.as_scalar())
}
