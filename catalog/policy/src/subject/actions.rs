//! The actions of a statement, resolved to the names of the catalog.

use alloc::vec::Vec;

use catalog_core::resolve::Pattern;

use crate::document::{Node, StatementNode, Text};

/// The actions that a statement's `Action` names.
pub(crate) struct Actions<'t, S> {
    /// The statement.
    pub(crate) statement: StatementNode<'t>,
    /// Each string of `Action` that the catalog knows, with its meaning. Empty if there is no `Action`.
    pub(crate) named: Vec<(Text<'t>, Pattern<'t, S>)>,
    /// Whether these are all actions that the statement is meant to be about. Only then does it lack others.
    pub(crate) is_complete: bool,
}

/// The list in `Action` or `NotAction`.
pub(crate) struct ActionList<'l, 't, S> {
    /// The statement.
    pub(crate) statement: StatementNode<'t>,
    /// The list.
    pub(crate) list: Node<'t>,
    /// The strings that an earlier string of the list equals, ignoring case.
    pub(crate) repeated: &'l [Text<'t>],
    /// The strings of the list that the catalog knows, in order, each with its meaning.
    pub(crate) named: &'l [(Text<'t>, Pattern<'t, S>)],
    /// For each of these, whether it is repeated.
    pub(crate) is_repeated: &'l [bool],
}
