//! Puts the values that functions give into a tree.

use alloc::{borrow::Cow, boxed::Box, vec::Vec};

use super::{
    evaluate::{Evaluation, Head, Item},
    foreach::Loop,
    function::{Call, is_function, is_loop},
    section::literal,
    text::{Text, without_dynamic_references},
};
use crate::{
    hole::Hole,
    json::{Data, Member, Span, Value},
};

impl<'t> Evaluation<'_, '_, 't> {
    /// Returns the value without functions. Returns `None` if it is removed.
    pub(super) fn tree(&mut self, value: &'t Value<'t>) -> Option<Value<'t>> {
        let tree = self.deeper(|evaluation| {
            let head = evaluation.head(value);
            evaluation.tree_of(head)
        });
        tree.unwrap_or_else(|| Some(unknown("${…}".into(), value.span)))
    }

    /// Returns the tree of what a value gives.
    fn tree_of(&mut self, head: Head<'t>) -> Option<Value<'t>> {
        match head {
            Head::Nothing => None,
            Head::Plain(value) => Some(self.plain(value)),
            Head::Text(text) => Some(text.into_value()),
            Head::List(items, span) => {
                let items = items.into_iter().filter_map(|item| self.tree_of(item)).collect();
                Some(Value::new(span, Data::Array(items)))
            }
            Head::Unknown(written, span) => Some(unknown(written, span)),
        }
    }

    /// Returns the tree of a value that is not a call of a function.
    fn plain(&mut self, value: &'t Value<'t>) -> Value<'t> {
        let data = match &value.data {
            Data::Null => Data::Null,
            Data::Bool(flag) => Data::Bool(*flag),
            Data::Number(text) => Data::Number(Cow::Borrowed(text)),
            Data::String(text) if self.is_plain(text) => Data::String(Cow::Borrowed(text)),
            Data::String(_) => return self.text(value).into_value(),
            Data::Array(items) => {
                let mut result = self.items(items);
                if is_undecided(items.len(), result.len()) {
                    result.push(unknown(NOTHING.into(), value.span));
                }
                Data::Array(result)
            }
            Data::Object(members) => {
                let mut result = Vec::with_capacity(members.len());
                self.members(members, &mut result);
                if is_undecided(members.len(), result.len()) {
                    result.push(unknown_member_of(value));
                }
                Data::Object(result)
            }
            Data::Hole(hole) => Data::Hole(hole.clone()),
        };
        Value::new(value.span, data)
    }

    /// Returns true if a string contains nothing that another value replaces.
    fn is_plain(&self, text: &str) -> bool {
        let is_in_loop = !self.bindings.is_empty() || !self.scope.loops.is_empty();
        !(text.contains("{{resolve:") || is_in_loop && text.contains(['$', '&']))
    }

    /// Returns the parts of a string of the template.
    pub(super) fn text(&mut self, value: &'t Value<'t>) -> Text<'t> {
        let mut parts = Vec::new();
        self.push(Head::Plain(value), "", &mut parts);
        Text { span: value.span, parts: without_dynamic_references(parts) }
    }

    /// Returns the items of a list.
    fn items(&mut self, items: &'t [Value<'t>]) -> Vec<Value<'t>> {
        let mut result = Vec::with_capacity(items.len());
        for item in items {
            match self.tree(item) {
                // CloudFormation does not flatten the list that a function gives.
                Some(Value { data: Data::Array(inner), .. }) if self.flattens && Call::from_value(item).is_some() => {
                    result.extend(inner);
                }
                Some(tree) => {
                    let is_nested = matches!(tree.data, Data::Array(_)) && Call::from_value(item).is_some();
                    self.has_nested_list |= is_nested;
                    result.push(tree);
                }
                None => {}
            }
        }
        result
    }

    /// Adds the members of an object.
    fn members(&mut self, members: &'t [Member<'t>], result: &mut Vec<Member<'t>>) {
        for member in members {
            if is_loop(&member.name) {
                self.repeat(member, result);
            } else if is_function(&member.name) && member.name.contains(':') {
                result.push(any_members(&member.name, member.name_span, member.value.span));
            } else if let Some(value) = self.tree(&member.value) {
                result.push(self.member(member, value));
            }
        }
    }

    /// Returns a member with another value. In a loop, the name can contain the item.
    fn member(&mut self, member: &'t Member<'t>, value: Value<'t>) -> Member<'t> {
        if self.is_plain(&member.name) {
            return Member { name: Cow::Borrowed(&member.name), name_hole: member.name_hole.clone(), value, ..*member };
        }
        let mut parts = Vec::new();
        self.push_literal(&member.name, &member.value, 0, &mut parts);
        let name = Text { span: member.name_span, parts: without_dynamic_references(parts) }.into_value();
        let (name, name_hole) = match name.data {
            Data::Hole(hole) => (Cow::Owned(hole.stand_in().into()), Some(hole)),
            Data::String(name) => (name, None),
            _ => (Cow::Borrowed(&*member.name), None),
        };
        Member { name, name_hole, name_span: member.name_span, value }
    }

    /// Adds the members that a loop gives.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html>.
    fn repeat(&mut self, member: &'t Member<'t>, result: &mut Vec<Member<'t>>) {
        let inner = Loop::from_value(&member.value);
        let Some((Loop { identifier, items }, Value { data: Data::Object(body), .. })) = inner else {
            result.push(any_members(&member.name, member.name_span, member.value.span));
            return;
        };
        let Some(items) = items else {
            // The number of items is unknown, and each has the form of the body.
            result.push(any_members(&member.name, member.name_span, member.value.span));
            self.bindings.push((identifier, Item::Unknown));
            self.deeper(|evaluation| evaluation.members(body, result));
            self.bindings.pop();
            return;
        };
        for item in items.iter().filter(|item| literal(item).is_some()) {
            self.bindings.push((identifier, Item::Known(item)));
            let is_done = self.deeper(|evaluation| evaluation.members(body, result)).is_some();
            self.bindings.pop();
            if !is_done {
                result.push(any_members(&member.name, member.name_span, member.value.span));
                return;
            }
        }
    }
}

/// The entries of a list or of an object that all of their functions remove, as a message writes them.
const NOTHING: &str = "${AWS::NoValue}";

/// Returns true if functions remove all entries of a list or of an object with several of them. Usually, each entry has
/// its own condition, and one of them always holds, although the template does not state that.
fn is_undecided(before: usize, after: usize) -> bool {
    before > 1 && after == 0
}

/// Returns a value that can be anything.
fn unknown(written: Cow<'_, str>, span: Span) -> Value<'_> {
    Value::new(span, Data::Hole(Box::new(Hole::anything(written))))
}

/// Returns a member that represents any members of an object.
fn unknown_member_of<'t>(object: &Value<'t>) -> Member<'t> {
    let hole = || Box::new(Hole::anything(NOTHING));
    let value = Value::new(object.span, Data::Hole(hole()));
    Member { name: Cow::Borrowed(Hole::ANYTHING), name_hole: Some(hole()), name_span: object.span, value }
}

/// Returns a member that represents any members.
pub(super) fn any_members(written: &str, name_span: Span, span: Span) -> Member<'_> {
    let hole = || Box::new(Hole::anything(written));
    let value = Value::new(span, Data::Hole(hole()));
    Member { name_hole: Some(hole()), ..Member::new(Cow::Borrowed(Hole::ANYTHING), name_span, value) }
}
