//! A statement in its form for decisions.

use alloc::boxed::Box;

use super::{
    actions::Actions,
    comparison::Comparison,
    principals::Principals,
    resources::Resources,
    truth::{self, Truth},
    view::View,
};
use crate::{
    document::{Members, Node, StatementNode},
    grammar::{Effect, StatementElement},
};

/// A statement.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    pub(super) effect: Effect,
    pub(super) principals: Principals,
    pub(super) actions: Actions,
    pub(super) resources: Resources,
    pub(super) comparisons: Box<[Comparison]>,
    pub(super) location: StatementLocation,
}

/// The location of a statement in its policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StatementLocation {
    /// The position in the list of statements, from 0.
    pub(super) index: usize,
    pub(super) sid: Option<Box<str>>,
    /// The offset of the statement in its source.
    pub(super) start: u32,
}

impl Statement {
    /// Reads a statement. Returns `None` if its effect is neither `Allow` nor `Deny`, because it then has no effect.
    pub(super) fn new(statement: StatementNode<'_>, has_variables: bool, index: usize, start: u32) -> Option<Self> {
        let condition = statement.get(StatementElement::Condition);
        let operators = condition.and_then(Node::members).into_iter().flat_map(Members::iter);
        // A condition that cannot be read is never true.
        if condition.is_some_and(|node| node.members().is_none()) || !operators.map(|(_, keys)| keys).all(is_object) {
            return None;
        }
        Some(Self {
            effect: statement.effect()?,
            principals: Principals::new(statement),
            actions: Actions::new(statement),
            resources: Resources::new(statement, has_variables),
            comparisons: statement.conditions().map(|node| Comparison::new(&node, has_variables)).collect(),
            location: StatementLocation { index, sid: statement.sid().map(|sid| sid.text.into()), start },
        })
    }

    /// Returns true if the resources and the condition of the statement apply to a request.
    pub(super) fn holds(&self, resource: &str, completes_arns: bool, view: &View<'_>) -> Truth {
        view.count(1);
        let resource = self.resources.contain(resource, completes_arns, view);
        if resource == Truth::No {
            return resource;
        }
        resource.and(truth::all(self.comparisons.iter().map(|comparison| comparison.holds(view))))
    }
}

fn is_object(node: Node<'_>) -> bool {
    node.members().is_some()
}
