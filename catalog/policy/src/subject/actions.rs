//! The actions of a statement, and the names of the catalog that they match.

use alloc::vec::Vec;

use catalog_core::resolve::Pattern;

use crate::document::{Node, StatementNode, Text};

/// The actions in `Action` of a statement.
pub(crate) struct Actions<'t, S> {
    /// The statement.
    pub(crate) statement: StatementNode<'t>,
    /// The strings of `Action` that the catalog knows, each with the actions that it matches. The list is empty if
    /// there is no `Action`.
    pub(crate) named: Vec<(Text<'t>, Pattern<'t, S>)>,
    /// Whether `named` contains all intended actions of the statement. Otherwise, rules cannot conclude that an action
    /// is missing.
    pub(crate) is_complete: bool,
}

impl<'t, S: Copy> Actions<'t, S> {
    /// Returns the strings that name actions of one service, each with the service.
    pub(crate) fn services(&self) -> impl Iterator<Item = (Text<'t>, S)> {
        self.named.iter().filter_map(|(text, pattern)| match pattern {
            Pattern::One(service, _) | Pattern::Matching(service, _) => Some((*text, *service)),
            Pattern::Everything => None,
        })
    }
}

/// The list in `Action` or `NotAction`.
pub(crate) struct ActionList<'l, 't, S> {
    /// The statement.
    pub(crate) statement: StatementNode<'t>,
    /// The list.
    pub(crate) list: Node<'t>,
    /// The strings that repeat an earlier string of the list, ignoring case.
    pub(crate) repeated: &'l [Text<'t>],
    /// The strings of the list that the catalog knows, in order, each with the actions that it matches.
    pub(crate) named: &'l [(Text<'t>, Pattern<'t, S>)],
    /// For each string in `named`, whether it repeats an earlier one.
    pub(crate) is_repeated: &'l [bool],
}
