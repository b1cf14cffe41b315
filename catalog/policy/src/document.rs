//! A view of the elements of a policy in a tree. The view borrows from the tree and checks nothing. It skips values
//! that do not have the form of a policy, and the rules report these values.

mod node;
mod path;
mod statement;

pub use node::{Members, Node, Text};
pub use path::{Path, Place};
pub use statement::{ComparisonNode, StatementNode};

use catalog_core::ascii_case;

use crate::{grammar::Version, json::Value};

/// A policy.
///
/// ```
/// use catalog::policy::{document::Document, json};
///
/// let tree = json::parse(br#"{"Statement": {"Effect": "Allow", "Action": "ses:Send*", "Resource": "*"}}"#)?;
/// let policy = Document::from_tree(&tree).unwrap();
/// let statement = policy.statements().next().unwrap();
/// let action = statement.actions().unwrap().strings().next().unwrap();
/// assert_eq!((action.text, action.place.path.to_string().as_str()), ("ses:Send*", "/Statement/Action"));
/// # Ok::<_, json::JsonError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Document<'t> {
    members: Members<'t>,
}

impl<'t> Document<'t> {
    /// Returns the policy of a tree, or `None` if the tree is not an object.
    #[must_use]
    pub fn from_tree(tree: &'t Value<'t>) -> Option<Self> {
        Members::from_value(tree, Path::ROOT).map(|members| Self { members })
    }

    /// Returns the elements in the order of the source.
    #[must_use]
    pub fn members(self) -> Members<'t> {
        self.members
    }

    /// Returns `Version`, if it is a string.
    #[must_use]
    pub fn version(self) -> Option<Text<'t>> {
        self.members.get("Version")?.string()
    }

    /// Returns true if the policy may have a `Version`, even one that is not valid or that has the wrong case. Such
    /// versions have their own findings.
    pub(crate) fn may_have_version(self) -> bool {
        self.members.iter().any(|(name, _)| name.hole.is_some() || ascii_case::eq(name.text, "Version"))
    }

    /// Returns `Id`, if it is a string.
    #[must_use]
    pub fn id(self) -> Option<Text<'t>> {
        self.members.get("Id")?.string()
    }

    /// Returns true if policy variables are expanded, as in version 2012-10-17 and later. The result is false if the
    /// version is a hole.
    #[must_use]
    pub fn has_variables(self) -> bool {
        self.version().and_then(|version| Version::from_name(version.text)).is_some_and(Version::has_variables)
    }

    /// Returns true if policy variables are expanded, or if the version is a hole.
    #[must_use]
    pub fn may_have_variables(self) -> bool {
        let is_hole = || self.members.get("Version").is_some_and(Node::has_hole);
        self.has_variables() || is_hole() || self.members.have_hole()
    }

    /// Returns true if the policy may have statements that [`statements`](Self::statements) does not return.
    #[must_use]
    pub fn has_unknown_statements(self) -> bool {
        self.members.have_hole() || self.statement_values().any(|node| node.value.as_hole().is_some())
    }

    /// Returns the statements that are objects.
    pub fn statements(self) -> impl Iterator<Item = StatementNode<'t>> {
        self.statement_values().filter_map(StatementNode::from_node)
    }

    /// Returns the values of `Statement`, including those that are not objects.
    pub fn statement_values(self) -> impl Iterator<Item = Node<'t>> {
        self.members.get("Statement").into_iter().flat_map(Node::each)
    }
}
