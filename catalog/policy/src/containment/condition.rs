//! The condition of a statement: comparisons that must all be true.

use alloc::vec::Vec;

use super::{answer::Answer, comparison::Comparison, mark::Variable, work::Work};
use crate::document::StatementNode;

/// The requests for which a condition is true.
#[derive(Clone, Debug)]
pub struct Condition<'p> {
    comparisons: Vec<Comparison<'p>>,
}

impl<'p> Condition<'p> {
    /// Returns the condition of a statement. A statement without a condition has one without comparisons, which is
    /// always true. Returns `None` if a comparison has a hole or is not valid.
    #[must_use]
    pub fn from_statement(statement: StatementNode<'p>, has_variables: bool) -> Option<Self> {
        let has_other_form = statement.get(crate::grammar::StatementElement::Condition).is_some_and(|node| {
            let operators = node.members();
            operators.is_none_or(|operators| operators.iter().any(|(_, keys)| keys.members().is_none()))
        });
        if has_other_form || statement.has_unknown_comparisons() {
            return None;
        }
        let comparisons: Option<_> =
            statement.conditions().map(|node| Comparison::from_node(&node, has_variables)).collect();
        Some(Self { comparisons: comparisons? })
    }

    /// Returns the comparisons in order.
    #[must_use]
    pub fn comparisons(&self) -> &[Comparison<'p>] {
        &self.comparisons
    }

    /// Decides if another condition is true whenever this one is.
    #[must_use]
    pub fn implies(&self, wide: &Self, work: &mut Work) -> Answer {
        let mut answer = Answer::Yes;
        for wide in &wide.comparisons {
            answer = answer.and(self.implies_comparison(wide, work));
        }
        answer
    }

    fn implies_comparison(&self, wide: &Comparison<'p>, work: &mut Work) -> Answer {
        if wide.is_always_true() {
            return Answer::Yes;
        }
        let about_key = || self.comparisons.iter().filter(|own| own.is_about(wide.key()));
        let mut answer = wide.is_implied(work);
        for own in about_key() {
            answer = answer.or(own.implies(wide, work));
            if answer.is_yes() {
                return answer;
            }
        }
        if self.can_be_true() { answer } else { answer.or_unknown() }
    }

    /// Returns true if some request makes the condition true. That is only known if all keys are different. Several
    /// comparisons of one key can together imply more than each of them.
    fn can_be_true(&self) -> bool {
        let is_repeated =
            |at: usize, own: &Comparison<'_>| self.comparisons.iter().take(at).any(|other| other.is_about(own.key()));
        let mut comparisons = self.comparisons.iter().enumerate();
        comparisons.all(|(at, own)| own.can_be_true() && !is_repeated(at, own))
    }

    /// Returns the variables of all values.
    pub(super) fn variables(&self) -> impl Iterator<Item = Variable<'p>> {
        self.comparisons.iter().flat_map(Comparison::variables)
    }
}
