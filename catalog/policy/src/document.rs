//! From a tree to the elements of a policy. It borrows everything and judges nothing: what does not have the form of a
//! policy is passed over here, and told by the rules.

mod path;

use core::slice;

pub use path::{Path, Place};

use crate::{
    grammar::{Effect, StatementElement, Version},
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
    /// The policy of a tree, unless that is no object.
    #[must_use]
    pub fn from_tree(tree: &'t Value<'t>) -> Option<Self> {
        Members::from_value(tree, Path::ROOT).map(|members| Self { members })
    }

    /// The elements, as they are written.
    #[must_use]
    pub fn members(self) -> Members<'t> {
        self.members
    }

    /// `Version`, if it is a string.
    #[must_use]
    pub fn version(self) -> Option<Text<'t>> {
        self.members.get("Version")?.string()
    }

    /// `Id`, if it is a string.
    #[must_use]
    pub fn id(self) -> Option<Text<'t>> {
        self.members.get("Id")?.string()
    }

    /// Whether policy variables have a meaning: they have since version 2012-10-17.
    #[must_use]
    pub fn has_variables(self) -> bool {
        self.version().and_then(|version| Version::from_name(version.text)).is_some_and(Version::has_variables)
    }

    /// The statements that are objects.
    pub fn statements(self) -> impl Iterator<Item = StatementNode<'t>> {
        self.statement_values().filter_map(StatementNode::from_node)
    }

    /// What stands in `Statement`, objects or not.
    pub fn statement_values(self) -> impl Iterator<Item = Node<'t>> {
        self.members.get("Statement").into_iter().flat_map(Node::each)
    }
}

/// A value and its place.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    /// The value.
    pub value: &'t Value<'t>,
    /// Where it is.
    pub path: Path<'t>,
}

/// A string and its place.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// The string.
    pub text: &'t str,
    /// Where it is.
    pub place: Place<'t>,
}

impl<'t> Node<'t> {
    /// The place of the value.
    #[must_use]
    pub fn place(self) -> Place<'t> {
        Place { path: self.path, span: self.value.span }
    }

    /// The members, if it is an object.
    #[must_use]
    pub fn members(self) -> Option<Members<'t>> {
        Members::from_value(self.value, self.path)
    }

    /// The string, if it is one.
    #[must_use]
    pub fn string(self) -> Option<Text<'t>> {
        self.value.as_str().map(|text| Text { text, place: self.place() })
    }

    /// What stands in a list, or the one value that stands for a list of one.
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

    /// Returns true if it is a list without entries.
    #[must_use]
    pub fn is_empty_list(self) -> bool {
        matches!(&self.value.data, Data::Array(values) if values.is_empty())
    }

    /// The strings among [`each`](Self::each).
    pub fn strings(self) -> impl Iterator<Item = Text<'t>> {
        self.each().filter_map(Self::string)
    }
}

/// The members of an object, and its place.
#[derive(Clone, Copy, Debug)]
pub struct Members<'t> {
    /// The members, in order.
    pub members: &'t [Member<'t>],
    /// Where the object is.
    pub place: Place<'t>,
}

impl<'t> Members<'t> {
    fn from_value(value: &'t Value<'t>, path: Path<'t>) -> Option<Self> {
        match &value.data {
            Data::Object(members) => Some(Self { members, place: Place { path, span: value.span } }),
            _ => None,
        }
    }

    /// The first member of a name.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Node<'t>> {
        let member = self.members.iter().find(|member| member.name == name)?;
        Some(Node { value: &member.value, path: self.place.path.member(&member.name) })
    }

    /// Every member, its name with its place and its value.
    pub fn iter(self) -> impl Iterator<Item = (Text<'t>, Node<'t>)> {
        self.members.iter().map(move |member| {
            let path = self.place.path.member(&member.name);
            let name = Text { text: &member.name, place: Place { path, span: member.name_span } };
            (name, Node { value: &member.value, path })
        })
    }
}

/// A statement.
#[derive(Clone, Copy, Debug)]
pub struct StatementNode<'t> {
    members: Members<'t>,
    /// For each element, in the order of [`StatementElement::ALL`], the position of its member plus one, or 0 if there is
    /// none: rules look elements up often.
    positions: [u32; StatementElement::ALL.len()],
}

impl<'t> StatementNode<'t> {
    /// The statement of a value, unless that is no object.
    #[must_use]
    pub fn from_node(node: Node<'t>) -> Option<Self> {
        let members = node.members()?;
        let mut positions = [0; StatementElement::ALL.len()];
        for (member, position) in members.members.iter().zip(1_u32..) {
            // Of two members with one name, the first is the element.
            if let Some(element) = StatementElement::from_name(&member.name)
                && let Some(first @ 0) = positions.get_mut(element as usize)
            {
                *first = position;
            }
        }
        Some(Self { members, positions })
    }

    /// The elements, as they are written.
    #[must_use]
    pub fn members(self) -> Members<'t> {
        self.members
    }

    fn member(self, element: StatementElement) -> Option<&'t Member<'t>> {
        let position = self.positions.get(element as usize)?.checked_sub(1)?;
        self.members.members.get(usize::try_from(position).ok()?)
    }

    /// The value of an element.
    #[must_use]
    pub fn get(self, element: StatementElement) -> Option<Node<'t>> {
        let member = self.member(element)?;
        Some(Node { value: &member.value, path: self.members.place.path.member(&member.name) })
    }

    /// The name of an element, with its place.
    #[must_use]
    pub fn name(self, element: StatementElement) -> Option<Text<'t>> {
        let member = self.member(element)?;
        let path = self.members.place.path.member(&member.name);
        Some(Text { text: &member.name, place: Place { path, span: member.name_span } })
    }

    /// `Sid`, if it is a string.
    #[must_use]
    pub fn sid(self) -> Option<Text<'t>> {
        self.get(StatementElement::Sid)?.string()
    }

    /// `Effect`, if it is one.
    #[must_use]
    pub fn effect(self) -> Option<Effect> {
        Effect::from_name(self.member(StatementElement::Effect)?.value.as_str()?)
    }

    /// `Principal`
    #[must_use]
    pub fn principal(self) -> Option<Node<'t>> {
        self.get(StatementElement::Principal)
    }

    /// `NotPrincipal`
    #[must_use]
    pub fn not_principal(self) -> Option<Node<'t>> {
        self.get(StatementElement::NotPrincipal)
    }

    /// The `*` in `Principal` that means everybody, if there is one.
    #[must_use]
    pub fn everybody(self) -> Option<Text<'t>> {
        let node = self.principal()?;
        let of_aws = || node.members()?.get("AWS")?.strings().find(|text| text.text == "*");
        node.string().filter(|text| text.text == "*").or_else(of_aws)
    }

    /// `Action`
    #[must_use]
    pub fn actions(self) -> Option<Node<'t>> {
        self.get(StatementElement::Action)
    }

    /// `NotAction`
    #[must_use]
    pub fn not_actions(self) -> Option<Node<'t>> {
        self.get(StatementElement::NotAction)
    }

    /// `Resource`
    #[must_use]
    pub fn resources(self) -> Option<Node<'t>> {
        self.get(StatementElement::Resource)
    }

    /// `NotResource`
    #[must_use]
    pub fn not_resources(self) -> Option<Node<'t>> {
        self.get(StatementElement::NotResource)
    }

    /// `Condition`, if it is an object.
    #[must_use]
    pub fn condition(self) -> Option<Members<'t>> {
        self.get(StatementElement::Condition).and_then(Node::members)
    }

    /// Whether the statement has a condition that asks for something.
    #[must_use]
    pub fn is_conditional(self) -> bool {
        self.conditions().next().is_some()
    }

    /// What the condition compares: an operator, a key and its values, of every operator that has an object.
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
    /// The operator: `StringEquals`.
    pub operator: Text<'t>,
    /// The key: `aws:username`.
    pub key: Text<'t>,
    /// The values that it is compared to.
    pub values: Node<'t>,
}
