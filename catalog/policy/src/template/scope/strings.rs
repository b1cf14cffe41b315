//! Evaluates the functions that put strings together or split them.

use alloc::{borrow::Cow, string::ToString as _, vec::Vec};

use super::{
    evaluate::{Evaluation, Head},
    section::{literal, members},
    substitute::{Segment, segments},
    text::{Origin, Part, Text, without_dynamic_references},
};
use crate::{
    hole::Piece,
    json::{Data, Span, Value},
    shape::get,
};

impl<'t> Evaluation<'_, '_, 't> {
    /// Evaluates `Fn::Sub`.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html>.
    pub(super) fn substitute(&mut self, template: &'t Value<'t>, variables: Option<&'t Value<'t>>) -> Option<Text<'t>> {
        let source = template.as_str()?;
        if variables.is_some_and(|variables| !matches!(variables.data, Data::Object(_))) {
            return None;
        }
        let mut parts = Vec::new();
        let names = variables.map_or(0, |variables| members(variables).len());
        for (offset, segment) in segments(source) {
            self.scope.spend((names / 16).saturating_add(1)).then_some(())?;
            let Segment::Variable { name, written } = segment else {
                let Segment::Literal(text) = segment else { continue };
                self.push_literal(text, template, offset, &mut parts);
                continue;
            };
            let head = match variables.and_then(|variables| get(variables, name)) {
                Some(value) => self.head(value),
                None => self.reference(name, template.span).unwrap_or(Head::Unknown(written.into(), template.span)),
            };
            let first = parts.len();
            self.push(head, written, &mut parts);
            let is_single = parts.len() == first.saturating_add(1);
            // A part without its own place has the place of the variable.
            for part in parts.iter_mut().skip(first) {
                part.origin = part.origin.or(Some(Origin { scalar: template, offset }));
                if is_single && let Piece::Unknown(text) | Piece::Formed { written: text, .. } = &mut part.piece {
                    *text = Cow::Borrowed(written);
                }
            }
        }
        Some(Text { span: template.span, parts: without_dynamic_references(parts) })
    }

    /// Evaluates `Fn::Join`.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html>.
    pub(super) fn join(&mut self, delimiter: &'t Value<'t>, list: &'t Value<'t>, span: Span) -> Option<Text<'t>> {
        let delimiter = self.known(delimiter)?;
        let items = self.list(list)?;
        let mut parts = Vec::new();
        for (position, item) in items.into_iter().enumerate() {
            self.scope.spend((delimiter.len() / 64).saturating_add(1)).then_some(())?;
            if position > 0 && !delimiter.is_empty() {
                parts.push(Part { piece: Piece::Known(delimiter.clone()), origin: None });
            }
            self.push(item, "${Fn::Join}", &mut parts);
        }
        let parts = without_dynamic_references(parts);
        Some(Text { span: longest(&parts).unwrap_or(span), parts })
    }

    /// Evaluates `Fn::Split`.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html>.
    pub(super) fn split(&mut self, delimiter: &'t Value<'t>, text: &'t Value<'t>, span: Span) -> Option<Head<'t>> {
        let delimiter = self.known(delimiter).filter(|delimiter| !delimiter.is_empty())?;
        let head = self.head(text);
        let mut parts = Vec::new();
        self.push(head, "${Fn::Split}", &mut parts);
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

    /// Adds the parts of a string. A value that is not a string is one unknown part.
    pub(super) fn push(&mut self, head: Head<'t>, written: &'t str, parts: &mut Vec<Part<'t>>) {
        match head {
            Head::Plain(value) if literal(value).is_some() => {
                self.push_literal(literal(value).unwrap_or_default(), value, 0, parts);
            }
            Head::Text(text) => parts.extend(text.parts),
            Head::Unknown(written, _) => parts.push(Part::unknown(written)),
            _ => parts.push(Part::unknown(written.into())),
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
        if !self.scope.spend((text.len() / 64).saturating_add(1)) {
            parts.push(Part::unknown("…".into()));
            return;
        }
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
                let item = item.known().and_then(literal);
                let item = item.filter(|item| self.scope.spend((item.len() / 64).saturating_add(1)));
                parts.push(match item {
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

/// Returns the place of the longest part that the source contains. It is most likely the part that is wrong.
fn longest(parts: &[Part<'_>]) -> Option<Span> {
    let written = parts.iter().filter_map(|part| Some((part.as_known()?.len(), part.origin?.scalar.span)));
    written.max_by_key(|(length, _)| *length).map(|(_, span)| span)
}
