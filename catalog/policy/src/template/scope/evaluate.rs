//! Evaluates intrinsic functions, if the template decides their values.

use alloc::{borrow::Cow, format, string::ToString as _, vec, vec::Vec};

use super::{
    Scope,
    choice::Choices,
    foreach::Loop,
    function::Call,
    name::{NO_VALUE, pseudo_parameter},
    section::literal,
    subject::{Subject, WHEN_TRUE, address},
    text::{Part, Text},
};
use crate::{
    hole::Piece,
    json::{Data, Span, Value},
    shape::get,
};

/// The maximum nesting of functions and values. A template can be nested half as deep.
const DEPTH_LIMIT: usize = 2 * crate::json::DEPTH_LIMIT;

/// A value whose outermost functions are evaluated. The values inside it can still contain functions.
#[derive(Clone, Debug)]
pub(super) enum Head<'t> {
    /// Nothing: the member or the item is removed.
    Nothing,
    /// A value of the template that is not a call of a function.
    Plain(&'t Value<'t>),
    /// A string that a function puts together.
    Text(Text<'t>),
    /// A list that a function gives.
    List(Vec<Head<'t>>, Span),
    /// A value that is not known.
    Unknown(Cow<'t, str>, Span),
}

/// The item of a loop.
#[derive(Clone, Copy, Debug)]
pub(super) enum Item<'t> {
    /// An item that the template states.
    Known(&'t Value<'t>),
    /// Any item.
    Unknown,
}

impl<'t> Item<'t> {
    pub(super) const fn known(self) -> Option<&'t Value<'t>> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown => None,
        }
    }
}

/// An evaluation of one variant of a value.
pub(super) struct Evaluation<'c, 's, 't> {
    pub(super) scope: &'s Scope<'t>,
    pub(super) choices: &'c mut Choices<'s, 't>,
    /// The loops inside the value, each with its item, the innermost loop last.
    pub(super) bindings: Vec<(&'t str, Item<'t>)>,
    /// True if the items of a list inside a list become items of the outer list.
    pub(super) flattens: bool,
    /// True if a function gave a list inside a list.
    pub(super) has_nested_list: bool,
    depth: usize,
}

impl<'c, 's, 't> Evaluation<'c, 's, 't> {
    /// Returns the evaluation of a value with these choices.
    pub(super) const fn new(scope: &'s Scope<'t>, choices: &'c mut Choices<'s, 't>) -> Self {
        Self { scope, choices, bindings: Vec::new(), flattens: false, has_nested_list: false, depth: 0 }
    }

    /// Calls a function one level deeper. Returns `None` if the value is nested too deep or no work is left.
    pub(super) fn deeper<R>(&mut self, function: impl FnOnce(&mut Self) -> R) -> Option<R> {
        if self.depth >= DEPTH_LIMIT || !self.scope.spend(1) {
            return None;
        }
        self.depth = self.depth.saturating_add(1);
        let result = function(self);
        self.depth = self.depth.saturating_sub(1);
        Some(result)
    }

    /// Evaluates a value until it is not a call of a function.
    pub(super) fn head(&mut self, value: &'t Value<'t>) -> Head<'t> {
        let Some(call) = Call::from_value(value) else { return Head::Plain(value) };
        let head = self.deeper(|evaluation| evaluation.call(call, value.span)).flatten();
        head.unwrap_or_else(|| Head::Unknown(call.written(), value.span))
    }

    /// Evaluates a call. Returns `None` if it gives something unknown.
    fn call(&mut self, call: Call<'t>, span: Span) -> Option<Head<'t>> {
        match (call.name, call.arguments()) {
            ("Ref", _) => self.reference(call.argument.as_str()?, span),
            ("Fn::If", [condition, when_true, when_false]) => {
                is_choice(when_true, when_false).then_some(())?;
                let subject = self.scope.subject(condition);
                let branch = self.choices.choose(subject, 2, address(call.argument));
                Some(self.head(if branch == WHEN_TRUE { when_true } else { when_false }))
            }
            ("Fn::Sub", []) => self.substitute(call.argument, None).map(Head::Text),
            ("Fn::Sub", [template, variables]) => self.substitute(template, Some(variables)).map(Head::Text),
            ("Fn::Join", [delimiter, list]) => self.join(delimiter, list, span).map(Head::Text),
            ("Fn::Select", [position, list]) => self.select(position, list),
            ("Fn::Split", [delimiter, text]) => self.split(delimiter, text, span),
            ("Fn::FindInMap", [map, top, second, rest @ ..]) => self.find(map, top, second, rest.first()),
            ("Fn::Length", _) => {
                let length = self.list(call.argument)?.len().to_string();
                let part = Part { piece: Piece::Known(length.into()), origin: None };
                Some(Head::Text(Text { span, parts: vec![part] }))
            }
            _ => None,
        }
    }

    /// Evaluates a name in `Ref` or `Fn::Sub`.
    pub(super) fn reference(&mut self, name: &'t str, span: Span) -> Option<Head<'t>> {
        if let Some(item) = self.item(name) {
            return item.known().map(Head::Plain);
        }
        if name == NO_VALUE {
            return Some(Head::Nothing);
        }
        let piece = pseudo_parameter(name, format!("${{{name}}}").into());
        let text = piece.map(|piece| Head::Text(Text { span, parts: vec![Part { piece, origin: None }] }));
        text.or_else(|| self.scope.fixed_parameter(name).map(Head::Plain))
    }

    /// Returns the item of the loop with this identifier, if there is such a loop. The item can be unknown.
    pub(super) fn item(&mut self, name: &str) -> Option<Item<'t>> {
        if let Some((_, item)) = self.bindings.iter().rev().find(|(identifier, _)| *identifier == name) {
            return Some(*item);
        }
        let position = self.scope.loops.iter().rposition(|around| around.identifier == name)?;
        let Loop { items, .. } = self.scope.loops.get(position)?;
        let Some(items) = items.filter(|items| !items.is_empty()) else { return Some(Item::Unknown) };
        let taken = self.choices.choose(Subject::Item(position), items.len(), items.as_ptr().addr());
        Some(items.get(taken).map_or(Item::Unknown, Item::Known))
    }

    /// Evaluates `Fn::Select`.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html>.
    fn select(&mut self, position: &'t Value<'t>, list: &'t Value<'t>) -> Option<Head<'t>> {
        let position: usize = self.known(position)?.parse().ok()?;
        self.list(list)?.into_iter().nth(position)
    }

    /// Evaluates `Fn::FindInMap`, with a default value in the language extensions.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap-enhancements.html>.
    fn find(
        &mut self,
        map: &'t Value<'t>,
        top: &'t Value<'t>,
        second: &'t Value<'t>,
        default: Option<&'t Value<'t>>,
    ) -> Option<Head<'t>> {
        let map = self.known(map)?;
        let (top, second) = (self.known(top), self.known(second));
        let found = self.scope.find_in_map(&map, top.as_deref(), second.as_deref());
        match default {
            None => found.map(Head::Plain),
            Some(_) if top.is_none() || second.is_none() => None,
            Some(_) if found.is_some() => found.map(Head::Plain),
            Some(default) => get(default, "DefaultValue").map(|default| self.head(default)),
        }
    }

    /// Returns the items of a list, if the template decides how many there are.
    pub(super) fn list(&mut self, value: &'t Value<'t>) -> Option<Vec<Head<'t>>> {
        match self.head(value) {
            Head::List(items, _) => Some(items),
            Head::Plain(Value { data: Data::Array(items), .. }) => {
                let mut heads = Vec::with_capacity(items.len());
                for item in items {
                    self.scope.spend(1).then_some(())?;
                    match self.head(item) {
                        Head::Nothing => {}
                        head => heads.push(head),
                    }
                }
                Some(heads)
            }
            _ => None,
        }
    }

    /// Returns a string, if the template decides it.
    pub(super) fn known(&mut self, value: &'t Value<'t>) -> Option<Cow<'t, str>> {
        match self.head(value) {
            Head::Plain(value) if self.bindings.is_empty() && self.scope.loops.is_empty() => {
                literal(value).map(Cow::Borrowed)
            }
            head => {
                let mut parts = Vec::new();
                self.push(head, "", &mut parts);
                Text { span: value.span, parts }.as_known().map(|text| Cow::Owned(text.into_owned()))
            }
        }
    }
}

/// Returns true if the branches of `Fn::If` differ in a part that the template decides.
pub(super) fn is_choice(when_true: &Value<'_>, when_false: &Value<'_>) -> bool {
    let is_opaque = |value| Call::from_value(value).is_some_and(Call::is_opaque);
    !is_opaque(when_true) || !is_opaque(when_false)
}
