//! A view of the elements of a policy in a tree. The view borrows from the tree and checks nothing. It skips values
//! that do not have the form of a policy, and the rules report these values.

mod path;

use alloc::{
    borrow::{Cow, ToOwned as _},
    string::String,
};
use core::slice;

pub use path::{Path, Place};

use catalog_core::ascii_case;

use crate::{
    grammar::{Effect, StatementElement, Version},
    hole::{Hole, Piece},
    json::{Data, Member, Value},
};

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

/// A value and its place.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    /// The value.
    pub value: &'t Value<'t>,
    /// The path to the value.
    pub path: Path<'t>,
}

/// A string and its place.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// The string. In a string with holes, each hole is represented by its stand-in.
    pub text: &'t str,
    /// The place of the string.
    pub place: Place<'t>,
    /// The holes of the string, if it has any.
    pub hole: Option<&'t Hole<'t>>,
}

impl<'t> Text<'t> {
    /// Returns a string without holes.
    #[must_use]
    pub const fn known(text: &'t str, place: Place<'t>) -> Self {
        Self { text, place, hole: None }
    }

    /// Returns the string as the source writes it, with its holes. Messages show this string.
    #[must_use]
    pub fn written(self) -> &'t str {
        self.hole.map_or(self.text, Hole::written)
    }

    /// Returns true if a part of the string can become anything.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.hole.is_some_and(Hole::is_open)
    }

    /// Returns the beginning of the string, up to the first part that can become anything.
    #[must_use]
    pub fn head(self) -> &'t str {
        self.hole.map_or(self.text, Hole::head)
    }

    /// Returns the known parts of the string, in order. A string without holes is one part.
    pub fn known_parts(self) -> impl Iterator<Item = &'t str> {
        let whole = self.hole.is_none().then_some(self.text);
        whole.into_iter().chain(self.hole.into_iter().flat_map(Hole::known_parts))
    }

    /// Returns a part of [`text`](Self::text) as the source writes it.
    pub(crate) fn written_part(self, part: &str) -> Cow<'t, str> {
        let start = self.text.find(part).unwrap_or_default();
        let (mut at, mut written) = (0, String::new());
        for piece in self.hole.into_iter().flat_map(Hole::pieces) {
            let stand_in = piece.stand_in();
            let from = start.saturating_sub(at);
            let to = (start + part.len()).saturating_sub(at).min(stand_in.len());
            if let Some(shown) = stand_in.get(from..to).filter(|shown| !shown.is_empty()) {
                written.push_str(if matches!(piece, Piece::Known(_)) { shown } else { piece.written() });
            }
            at += stand_in.len();
        }
        if self.hole.is_some() { Cow::Owned(written) } else { Cow::Owned(part.to_owned()) }
    }
}

impl<'t> Node<'t> {
    /// Returns the place of the value.
    #[must_use]
    pub fn place(self) -> Place<'t> {
        Place { path: self.path, span: self.value.span }
    }

    /// Returns the members, if the value is an object.
    #[must_use]
    pub fn members(self) -> Option<Members<'t>> {
        Members::from_value(self.value, self.path)
    }

    /// Returns the string, if the value is one and no part of it can become anything.
    #[must_use]
    pub fn string(self) -> Option<Text<'t>> {
        match &self.value.data {
            Data::String(text) => Some(Text::known(text, self.place())),
            Data::Hole(hole) if !hole.is_open() => Some(self.text_of(hole)),
            _ => None,
        }
    }

    fn text_of(self, hole: &'t Hole<'t>) -> Text<'t> {
        Text { text: hole.stand_in(), place: self.place(), hole: Some(hole) }
    }

    /// Returns the string, if the value is one of which at least a part is known.
    #[must_use]
    pub fn partial_string(self) -> Option<Text<'t>> {
        match &self.value.data {
            Data::String(text) => Some(Text::known(text, self.place())),
            Data::Hole(hole) if !hole.is_total() => Some(self.text_of(hole)),
            _ => None,
        }
    }

    /// Returns true if the value is a hole or a list with a hole.
    #[must_use]
    pub fn has_hole(self) -> bool {
        self.each().any(|entry| entry.value.as_hole().is_some())
    }

    /// Returns true if the value is a hole that can become anything in a part, or a list with such a hole.
    #[must_use]
    pub fn has_open_hole(self) -> bool {
        self.each().any(|entry| entry.value.as_hole().is_some_and(Hole::is_open))
    }

    /// Returns true if the value is a hole of which nothing is known, or a list with such a hole.
    #[must_use]
    pub fn has_total_hole(self) -> bool {
        self.each().any(|entry| entry.value.is_unknown())
    }

    /// Returns the entries of a list. A value that is not a list counts as a list of one entry.
    pub fn each(self) -> impl Iterator<Item = Node<'t>> {
        let (values, is_list) = match &self.value.data {
            Data::Array(values) => (values.as_slice(), true),
            _ => (slice::from_ref(self.value), false),
        };
        values.iter().enumerate().map(move |(position, value)| {
            let path = if is_list { self.path.nth(position) } else { self.path };
            Node { value, path }
        })
    }

    /// Returns true if the value is `false`, as a boolean or as a string.
    #[must_use]
    pub(crate) fn is_false(self) -> bool {
        match &self.value.data {
            Data::Bool(flag) => !flag,
            Data::String(text) => text.eq_ignore_ascii_case("false"),
            _ => false,
        }
    }

    /// Returns true if the value is an empty list.
    #[must_use]
    pub fn is_empty_list(self) -> bool {
        matches!(&self.value.data, Data::Array(values) if values.is_empty())
    }

    /// Returns the strings of which at least a part is known among the values of [`each`](Self::each).
    pub fn partial_strings(self) -> impl Iterator<Item = Text<'t>> {
        self.each().filter_map(Self::partial_string)
    }

    /// Returns the strings among the values of [`each`](Self::each), except those with a part that can become anything.
    pub fn strings(self) -> impl Iterator<Item = Text<'t>> {
        self.each().filter_map(Self::string)
    }
}

/// The members of an object, and its place.
#[derive(Clone, Copy, Debug)]
pub struct Members<'t> {
    /// The members, in order.
    pub members: &'t [Member<'t>],
    /// The place of the object.
    pub place: Place<'t>,
}

impl<'t> Members<'t> {
    fn from_value(value: &'t Value<'t>, path: Path<'t>) -> Option<Self> {
        match &value.data {
            Data::Object(members) => Some(Self { members, place: Place { path, span: value.span } }),
            _ => None,
        }
    }

    /// Returns true if the name of a member has a hole, so that the object may have a member of any name.
    #[must_use]
    pub fn have_hole(self) -> bool {
        self.members.iter().any(|member| member.name_hole.is_some())
    }

    /// Returns the first member that has this name. Names with holes are skipped.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Node<'t>> {
        let member = self.members.iter().find(|member| member.name == name && member.name_hole.is_none())?;
        Some(Node { value: &member.value, path: self.place.path.member(&member.name) })
    }

    /// Returns all members: each name with its place, and each value.
    pub fn iter(self) -> impl Iterator<Item = (Text<'t>, Node<'t>)> {
        self.members.iter().map(move |member| {
            let path = self.place.path.member(&member.name);
            let place = Place { path, span: member.name_span };
            let name = Text { text: &member.name, place, hole: member.name_hole.as_deref() };
            (name, Node { value: &member.value, path })
        })
    }
}

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
    pub fn members(self) -> Members<'t> {
        self.members
    }

    fn member(self, element: StatementElement) -> Option<&'t Member<'t>> {
        let position = self.positions.get(element as usize)?.checked_sub(1)?;
        self.members.members.get(usize::try_from(position).ok()?)
    }

    /// Returns the value of an element.
    #[must_use]
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
    pub fn actions(self) -> Option<Node<'t>> {
        self.get(StatementElement::Action)
    }

    /// Returns `NotAction`.
    #[must_use]
    pub fn not_actions(self) -> Option<Node<'t>> {
        self.get(StatementElement::NotAction)
    }

    /// Returns `Resource`.
    #[must_use]
    pub fn resources(self) -> Option<Node<'t>> {
        self.get(StatementElement::Resource)
    }

    /// Returns `NotResource`.
    #[must_use]
    pub fn not_resources(self) -> Option<Node<'t>> {
        self.get(StatementElement::NotResource)
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
