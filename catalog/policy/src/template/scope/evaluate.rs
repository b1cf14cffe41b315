//! Evaluates intrinsic functions, as far as the template decides them.

use alloc::{borrow::Cow, format, string::ToString as _, vec, vec::Vec};

use super::{
    Loop, Scope,
    choice::{Choices, Subject, WHEN_TRUE, address},
    function::Call,
    get, literal,
    name::{NO_VALUE, pseudo_parameter},
    substitute::{Segment, segments},
    text::{Origin, Part, Text, without_dynamic_references},
};
use crate::{
    hole::Piece,
    json::{Data, Span, Value},
};

/// The maximum nesting of functions and values. A template can be nested half as deep.
const DEPTH_LIMIT: usize = 2 * crate::json::DEPTH_LIMIT;

/// What a value gives. The values inside it can still contain functions.
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

/// An evaluation of one variant of a value.
pub(super) struct Evaluation<'c, 's, 't> {
    pub(super) scope: &'s Scope<'t>,
    pub(super) choices: &'c mut Choices<'s, 't>,
    /// The loops inside the value, each with its item, the innermost loop last.
    pub(super) bindings: Vec<(&'t str, Option<&'t Value<'t>>)>,
    depth: usize,
}

impl<'c, 's, 't> Evaluation<'c, 's, 't> {
    /// Returns the evaluation of a value with these choices.
    pub(super) const fn new(scope: &'s Scope<'t>, choices: &'c mut Choices<'s, 't>) -> Self {
        Self { scope, choices, bindings: Vec::new(), depth: 0 }
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
                let subject = self.choices.subject(condition);
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
    fn reference(&mut self, name: &'t str, span: Span) -> Option<Head<'t>> {
        if let Some(item) = self.item(name) {
            return item.map(Head::Plain);
        }
        if name == NO_VALUE {
            return Some(Head::Nothing);
        }
        let piece = pseudo_parameter(name, format!("${{{name}}}").into());
        let text = piece.map(|piece| Head::Text(Text { span, parts: vec![Part { piece, origin: None }] }));
        text.or_else(|| self.scope.fixed_parameter(name).map(Head::Plain))
    }

    /// Returns the item of the loop with this identifier, if there is such a loop. The item can be unknown.
    pub(super) fn item(&mut self, name: &str) -> Option<Option<&'t Value<'t>>> {
        if let Some((_, item)) = self.bindings.iter().rev().find(|(identifier, _)| *identifier == name) {
            return Some(*item);
        }
        let position = self.scope.loops.iter().rposition(|around| around.identifier == name)?;
        let Loop { items, .. } = self.scope.loops.get(position)?;
        let item = items.filter(|items| !items.is_empty()).and_then(|items| {
            let taken = self.choices.choose(Subject::Item(position), items.len(), items.as_ptr().addr());
            items.get(taken)
        });
        Some(item)
    }

    /// Evaluates `Fn::Sub`.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html>.
    fn substitute(&mut self, template: &'t Value<'t>, variables: Option<&'t Value<'t>>) -> Option<Text<'t>> {
        let source = template.as_str()?;
        if variables.is_some_and(|variables| !matches!(variables.data, Data::Object(_))) {
            return None;
        }
        let mut parts = Vec::new();
        for (offset, segment) in segments(source) {
            self.scope.spend(1).then_some(())?;
            let Segment::Variable { name, written } = segment else {
                let Segment::Literal(text) = segment else { continue };
                self.push_literal(text, template, offset, &mut parts);
                continue;
            };
            let written = Cow::Borrowed(written);
            let head = match variables.and_then(|variables| get(variables, name)) {
                Some(value) => self.head(value),
                None => self.reference(name, template.span).unwrap_or(Head::Unknown(written.clone(), template.span)),
            };
            let first = parts.len();
            self.push(head, &written, &mut parts);
            // A part without its own place has the place of the variable.
            for part in parts.iter_mut().skip(first) {
                part.origin = part.origin.or(Some(Origin { scalar: template, offset }));
                if let Piece::Unknown(text) | Piece::Formed { written: text, .. } = &mut part.piece {
                    *text = written.clone();
                }
            }
        }
        Some(Text { span: template.span, parts: without_dynamic_references(parts) })
    }

    /// Evaluates `Fn::Join`.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html>.
    fn join(&mut self, delimiter: &'t Value<'t>, list: &'t Value<'t>, span: Span) -> Option<Text<'t>> {
        let delimiter = self.known(delimiter)?;
        let items = self.list(list)?;
        let mut parts = Vec::new();
        for (position, item) in items.into_iter().enumerate() {
            self.scope.spend(1).then_some(())?;
            if position > 0 && !delimiter.is_empty() {
                parts.push(Part { piece: Piece::Known(delimiter.clone()), origin: None });
            }
            self.push(item, &Cow::Borrowed("${Fn::Join}"), &mut parts);
        }
        let parts = without_dynamic_references(parts);
        Some(Text { span: longest(&parts).unwrap_or(span), parts })
    }

    /// Evaluates `Fn::Select`.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html>.
    fn select(&mut self, position: &'t Value<'t>, list: &'t Value<'t>) -> Option<Head<'t>> {
        let position: usize = self.known(position)?.parse().ok()?;
        self.list(list)?.into_iter().nth(position)
    }

    /// Evaluates `Fn::Split`.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html>.
    fn split(&mut self, delimiter: &'t Value<'t>, text: &'t Value<'t>, span: Span) -> Option<Head<'t>> {
        let delimiter = self.known(delimiter).filter(|delimiter| !delimiter.is_empty())?;
        let head = self.head(text);
        let mut parts = Vec::new();
        self.push(head, &Cow::Borrowed("${Fn::Split}"), &mut parts);
        let is_decided = |part: &Part<'_>| match &part.piece {
            Piece::Known(_) => true,
            // The parts of a known form contain letters, digits, hyphens and dots.
            Piece::Formed { .. } => matches!(&*delimiter, ":" | "/" | "," | "|" | ";" | "_" | " "),
            Piece::Unknown(_) => false,
        };
        if !parts.iter().all(is_decided) {
            return None;
        }
        let span_of = |parts: &[Part<'t>]| longest(parts).unwrap_or(span);
        let mut items = Vec::new();
        let mut item: Vec<Part<'t>> = Vec::new();
        for part in parts {
            let Piece::Known(text) = &part.piece else {
                item.push(part);
                continue;
            };
            let mut offset = 0_usize;
            for (position, piece) in text.split(&*delimiter).enumerate() {
                self.scope.spend(1).then_some(())?;
                if position > 0 {
                    offset = offset.saturating_add(delimiter.len());
                    let parts = core::mem::take(&mut item);
                    items.push(Head::Text(Text { span: span_of(&parts), parts }));
                }
                let origin =
                    part.origin.map(|origin| Origin { offset: origin.offset.saturating_add(offset), ..origin });
                item.push(Part { piece: Piece::Known(piece.to_string().into()), origin });
                offset = offset.saturating_add(piece.len());
            }
        }
        items.push(Head::Text(Text { span: span_of(&item), parts: item }));
        Some(Head::List(items, span))
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
    fn list(&mut self, value: &'t Value<'t>) -> Option<Vec<Head<'t>>> {
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
    fn known(&mut self, value: &'t Value<'t>) -> Option<Cow<'t, str>> {
        match self.head(value) {
            Head::Plain(value) if self.bindings.is_empty() && self.scope.loops.is_empty() => {
                literal(value).map(Cow::Borrowed)
            }
            head => {
                let mut parts = Vec::new();
                self.push(head, &Cow::Borrowed(""), &mut parts);
                Text { span: value.span, parts }.as_known().map(|text| Cow::Owned(text.into_owned()))
            }
        }
    }

    /// Adds the parts of a string. A value that is not a string is one unknown part.
    pub(super) fn push(&mut self, head: Head<'t>, written: &Cow<'t, str>, parts: &mut Vec<Part<'t>>) {
        match head {
            Head::Plain(value) if literal(value).is_some() => {
                self.push_literal(literal(value).unwrap_or_default(), value, 0, parts);
            }
            Head::Text(text) => parts.extend(text.parts),
            Head::Unknown(written, _) => parts.push(Part::unknown(written)),
            _ => parts.push(Part::unknown(written.clone())),
        }
    }

    /// Adds the parts of a string of the template. In a loop, `${Identifier}` and `&{Identifier}` represent the item.
    pub(super) fn push_literal(
        &mut self,
        text: &'t str,
        scalar: &'t Value<'t>,
        offset: usize,
        parts: &mut Vec<Part<'t>>,
    ) {
        let first = parts.len();
        let mut rest = 0_usize;
        if !self.bindings.is_empty() || !self.scope.loops.is_empty() {
            let mut from = 0_usize;
            while let Some(found) = text.get(from..).and_then(|rest| rest.find(['$', '&'])) {
                let start = from.saturating_add(found);
                from = start.saturating_add(1);
                let name = text.get(from..).and_then(|rest| rest.strip_prefix('{')?.split_once('}'));
                let Some((name, item)) = name.and_then(|(name, _)| Some((name, self.item(name)?))) else { continue };
                let end = from.saturating_add(name.len()).saturating_add(2);
                push_known(text, rest, start, scalar, offset, parts);
                let written = Cow::Borrowed(text.get(start..end).unwrap_or_default());
                parts.push(match item.and_then(literal) {
                    Some(item) => Part { piece: Piece::Known(item.into()), origin: None },
                    None => Part::unknown(written),
                });
                (rest, from) = (end, end);
            }
        }
        push_known(text, rest, text.len(), scalar, offset, parts);
        if parts.len() == first {
            parts.push(Part::known("", scalar, offset));
        }
    }
}

/// Adds a range of a string of the template.
fn push_known<'t>(
    text: &'t str,
    start: usize,
    end: usize,
    scalar: &'t Value<'t>,
    offset: usize,
    parts: &mut Vec<Part<'t>>,
) {
    if let Some(known) = text.get(start..end).filter(|known| !known.is_empty()) {
        parts.push(Part::known(known, scalar, offset.saturating_add(start)));
    }
}

/// Returns true if the branches of `Fn::If` differ in a part that the template decides.
pub(super) fn is_choice(when_true: &Value<'_>, when_false: &Value<'_>) -> bool {
    let is_opaque = |value| Call::from_value(value).is_some_and(Call::is_opaque);
    !is_opaque(when_true) || !is_opaque(when_false)
}

/// Returns the place of the longest part that the source contains. It is most likely the part that is wrong.
fn longest(parts: &[Part<'_>]) -> Option<Span> {
    let written = parts.iter().filter_map(|part| Some((part.as_known()?.len(), part.origin?.scalar.span)));
    written.max_by_key(|(length, _)| *length).map(|(_, span)| span)
}
