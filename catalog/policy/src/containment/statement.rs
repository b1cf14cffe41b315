//! A statement as the set of requests to which it applies.

use alloc::vec::Vec;

use super::{
    answer::Answer, condition::Condition, pattern::Pattern, pattern_set::PatternSet, principals::Principals, work::Work,
};
use crate::{
    document::{Node, StatementNode},
    grammar::Effect,
};

/// The requests to which a statement applies, and its effect on them.
#[derive(Clone, Debug)]
pub struct Statement<'p> {
    /// The effect on the requests.
    pub effect: Effect,
    /// The principals who make the requests.
    pub principals: Principals<'p>,
    /// The actions.
    pub actions: PatternSet<'p>,
    /// The resources. A statement without resources applies to all resources of its policy.
    pub resources: PatternSet<'p>,
    /// The conditions that the requests meet.
    pub condition: Condition<'p>,
}

impl<'p> Statement<'p> {
    /// Returns the requests of a statement. Returns `None` if a part is missing, can become anything or is not valid.
    #[must_use]
    pub fn from_node(statement: StatementNode<'p>, has_variables: bool) -> Option<Self> {
        if statement.members().have_hole() {
            return None;
        }
        let actions = set(statement.actions(), statement.not_actions(), Pattern::action)??;
        let resource = |text| Pattern::resource(text, has_variables);
        let everything = || PatternSet::union(Vec::from([Pattern::everything()]));
        let resources = set(statement.resources(), statement.not_resources(), resource)?.unwrap_or_else(everything);
        Some(Self {
            effect: statement.effect()?,
            principals: Principals::from_statement(statement)?,
            actions,
            resources,
            condition: Condition::from_statement(statement, has_variables)?,
        })
    }

    /// Decides if another statement applies to each request to which this one applies, with the same effect.
    ///
    /// The answer is about strings. A pattern that matches no existing action is a set like any other.
    #[must_use]
    pub fn within(&self, wide: &Self, work: &mut Work) -> Answer {
        if self.effect != wide.effect {
            return Answer::No;
        }
        // The cheapest comparisons come first.
        let mut answer = self.actions.within(&wide.actions, work);
        if !answer.is_no() {
            answer = answer.and(self.resources.within(&wide.resources, work));
        }
        if !answer.is_no() {
            answer = answer.and(self.principals.within(&wide.principals, work));
        }
        if !answer.is_no() {
            answer = answer.and(self.condition.implies(&wide.condition, work));
        }
        // AWS ignores a statement if a request lacks the key of a variable.
        let own: Vec<_> = self.resources.variables().chain(self.condition.variables()).collect();
        let has_other_variable =
            wide.resources.variables().any(|other| other.default.is_none() && !own.contains(&other));
        // A statement that applies to nothing is within any other one, and this one may be such a statement.
        if has_other_variable || answer.is_no() && (self.actions.is_empty() || self.resources.is_empty()) {
            return Answer::Unknown;
        }
        answer
    }
}

/// Returns the set of an element, or of the element with `Not`. The inner `None` means that the statement has neither of
/// them.
#[expect(clippy::option_option, reason = "the outer one is for elements that are not known")]
fn set<'p>(
    element: Option<Node<'p>>,
    negated: Option<Node<'p>>,
    pattern: impl Fn(&'p str) -> Pattern<'p>,
) -> Option<Option<PatternSet<'p>>> {
    let (node, is_complement) = match (element, negated) {
        (Some(_), Some(_)) => return None,
        (Some(node), None) => (node, false),
        (None, Some(node)) => (node, true),
        (None, None) => return Some(None),
    };
    let patterns: Option<Vec<_>> = node.each().map(|entry| Some(pattern(entry.string()?.distinct()))).collect();
    Some(Some(PatternSet { patterns: patterns?, is_complement }))
}
