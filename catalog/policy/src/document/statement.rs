//! A statement of a policy, and the comparisons of its condition.

use catalog_core::wildcard::is_everything;

use super::{
    node::{Members, Node, Text},
    path::Place,
};
use crate::{
    grammar::{Effect, StatementElement},
    json::Member,
};

/// A statement.
#[derive(Clone, Copy, Debug)]
pub struct StatementNode<'t> {
    members: Members<'t>,
    /// The positions of the members of each element, in the order of [`StatementElement::ALL`]. A position counts from
    /// 1, and 0 means that there is no such member. The table exists because rules look up elements often.
    positions: [u32; StatementElement::ALL.len()],
}

impl<'t> StatementNode<'t> {
    /// Returns the statement of a value, or `None` if the value is not an object.
    #[must_use]
    pub fn from_node(node: Node<'t>) -> Option<Self> {
        let members = node.members()?;
        let mut positions = [0; StatementElement::ALL.len()];
        for (member, position) in members.members.iter().zip(1_u32..) {
            // If two members have the same name, the first one is the element.
            if member.name_hole.is_none()
                && let Some(element) = StatementElement::from_name(&member.name)
                && let Some(first @ 0) = positions.get_mut(element as usize)
            {
                *first = position;
            }
        }
        Some(Self { members, positions })
    }

    /// Returns the elements in the order of the source.
    #[must_use]
    #[inline]
    pub fn members(self) -> Members<'t> {
        self.members
    }

    #[inline]
    fn member(self, element: StatementElement) -> Option<&'t Member<'t>> {
        let position = self.positions.get(element as usize)?.checked_sub(1)?;
        self.members.members.get(usize::try_from(position).ok()?)
    }

    /// Returns the value of an element.
    #[must_use]
    #[inline]
    pub fn get(self, element: StatementElement) -> Option<Node<'t>> {
        let member = self.member(element)?;
        Some(Node { value: &member.value, path: self.members.place.path.member(&member.name) })
    }

    /// Returns the name of an element, with its place.
    #[must_use]
    pub fn name(self, element: StatementElement) -> Option<Text<'t>> {
        let member = self.member(element)?;
        let path = self.members.place.path.member(&member.name);
        Some(Text::known(&member.name, Place { path, span: member.name_span }))
    }

    /// Returns `Sid`, if it is a string.
    #[must_use]
    pub fn sid(self) -> Option<Text<'t>> {
        self.get(StatementElement::Sid)?.string()
    }

    /// Returns `Sid`, if it is a string of which at least a part is known.
    #[must_use]
    pub fn partial_sid(self) -> Option<Text<'t>> {
        self.get(StatementElement::Sid)?.partial_string()
    }

    /// Returns `Effect`, if it is valid. A hole is not.
    #[must_use]
    #[inline]
    pub fn effect(self) -> Option<Effect> {
        Effect::from_name(self.member(StatementElement::Effect)?.value.as_str()?)
    }

    /// Returns true if the statement has the effect, or if its effect is a hole.
    #[must_use]
    pub fn may_have_effect(self, effect: Effect) -> bool {
        let is_hole = || self.get(StatementElement::Effect).is_some_and(|node| node.value.as_hole().is_some());
        self.effect() == Some(effect) || is_hole() || self.members.have_hole()
    }

    /// Returns `Principal`.
    #[must_use]
    pub fn principal(self) -> Option<Node<'t>> {
        self.get(StatementElement::Principal)
    }

    /// Returns `NotPrincipal`.
    #[must_use]
    pub fn not_principal(self) -> Option<Node<'t>> {
        self.get(StatementElement::NotPrincipal)
    }

    /// Returns true if the statement has `Principal` or `NotPrincipal`, or a member whose name has a hole.
    pub(crate) fn may_name_principals(self) -> bool {
        self.principal().or(self.not_principal()).is_some() || self.members.have_hole()
    }

    /// Returns true if `Principal` or a part of it is a hole, so that it may name anyone.
    #[must_use]
    pub fn has_unknown_principals(self) -> bool {
        let is_unknown = |node: Node<'t>| {
            let kinds = node.members();
            let mut names = kinds.into_iter().flat_map(Members::iter);
            node.has_open_hole()
                || kinds.is_some_and(Members::have_hole)
                || names.any(|(_, names)| names.has_open_hole())
        };
        self.members.have_hole() || self.principal().is_some_and(is_unknown)
    }

    /// Returns the `*` in `Principal` that means everyone, if there is one.
    #[must_use]
    pub fn everybody(self) -> Option<Text<'t>> {
        let node = self.principal()?;
        let of_aws = || node.members()?.get("AWS")?.strings().find(|text| text.text == "*");
        node.string().filter(|text| text.text == "*").or_else(of_aws)
    }

    /// Returns `Action`.
    #[must_use]
    #[inline]
    pub fn actions(self) -> Option<Node<'t>> {
        self.get(StatementElement::Action)
    }

    /// Returns `NotAction`.
    #[must_use]
    #[inline]
    pub fn not_actions(self) -> Option<Node<'t>> {
        self.get(StatementElement::NotAction)
    }

    /// Returns `Resource`.
    #[must_use]
    #[inline]
    pub fn resources(self) -> Option<Node<'t>> {
        self.get(StatementElement::Resource)
    }

    /// Returns `NotResource`.
    #[must_use]
    #[inline]
    pub fn not_resources(self) -> Option<Node<'t>> {
        self.get(StatementElement::NotResource)
    }

    /// Returns true if one of the resources is `*`.
    pub(crate) fn is_on_everything(self) -> bool {
        self.resources().is_some_and(|list| list.plain_strings().any(is_everything))
    }

    /// Returns `Condition`, if it is an object.
    #[must_use]
    pub fn condition(self) -> Option<Members<'t>> {
        self.get(StatementElement::Condition).and_then(Node::members)
    }

    /// Returns true if the statement has a condition with at least one comparison.
    #[must_use]
    pub fn is_conditional(self) -> bool {
        self.conditions().next().is_some()
    }

    /// Returns true if the statement has a condition with at least one comparison, or one with a hole.
    #[must_use]
    pub fn may_be_conditional(self) -> bool {
        self.is_conditional() || self.has_unknown_comparisons()
    }

    /// Returns true if a part of the condition is a hole, so that the condition may have any comparison. A hole in a
    /// value does not count.
    #[must_use]
    pub fn has_unknown_comparisons(self) -> bool {
        let mut operators = self.condition().into_iter().flat_map(Members::iter);
        self.members.have_hole()
            || self.get(StatementElement::Condition).is_some_and(|node| node.value.is_unknown())
            || operators.any(|(operator, keys)| {
                operator.hole.is_some() || keys.value.is_unknown() || keys.members().is_some_and(Members::have_hole)
            })
    }

    /// Returns the comparisons of the condition: an operator, a key and its values. Operators whose value is not an
    /// object are skipped.
    pub fn conditions(self) -> impl Iterator<Item = ComparisonNode<'t>> {
        let operators = self.condition().into_iter().flat_map(Members::iter);
        operators.flat_map(|(operator, keys)| {
            let keys = keys.members().into_iter().flat_map(Members::iter);
            keys.map(move |(key, values)| ComparisonNode { operator, key, values })
        })
    }
}

/// One comparison of a condition.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonNode<'t> {
    /// The operator, such as `StringEquals`.
    pub operator: Text<'t>,
    /// The condition key, such as `aws:username`.
    pub key: Text<'t>,
    /// The values with which the condition key is compared.
    pub values: Node<'t>,
}
