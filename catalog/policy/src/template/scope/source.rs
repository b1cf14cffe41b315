//! Strings that contain a source of their own, such as a policy as JSON in `Fn::Sub`.

use alloc::{string::String, vec::Vec};

use super::{
    Scope,
    evaluate::Head,
    text::{Origin, Part, Text},
};
use crate::{
    hole::Piece,
    json::{Span, Value},
};

/// A string that contains a source of its own. Functions of a template put it together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TemplateSource<'t> {
    text: String,
    /// The parts that are not known, in order. Each span is in the text.
    gaps: Vec<(Span, Piece<'t>)>,
    /// The parts that are in strings of the template, in order.
    places: Vec<Placed<'t>>,
}

/// A part of the text that is in a string of the template.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Placed<'t> {
    /// The place in the text.
    span: Span,
    /// The string.
    scalar: &'t Value<'t>,
    /// The offset in the content of the string.
    offset: u32,
}

impl<'t> Scope<'t> {
    /// Returns the strings that a value gives: one for each combination of conditions that makes a difference. Returns
    /// none if the value is not a string of which a part is known.
    pub(crate) fn sources(&self, value: &'t Value<'t>) -> Vec<TemplateSource<'t>> {
        self.each_variant(value, |evaluation| {
            let text = match evaluation.head(value) {
                Head::Plain(value) if value.as_str().is_some() => evaluation.text(value),
                Head::Text(text) => text,
                _ => return None,
            };
            TemplateSource::from_text(text)
        })
    }
}

impl<'t> TemplateSource<'t> {
    fn from_text(text: Text<'t>) -> Option<Self> {
        let mut source = Self { text: String::new(), gaps: Vec::new(), places: Vec::new() };
        for Part { piece, origin } in text.parts {
            let start = source.text.len();
            source.text.push_str(piece.written());
            let span = Span::new(u32::try_from(start).ok()?, u32::try_from(source.text.len()).ok()?);
            if let Some(Origin { scalar, offset }) = origin {
                source.places.push(Placed { span, scalar, offset: u32::try_from(offset).ok()? });
            }
            if !matches!(piece, Piece::Known(_)) {
                source.gaps.push((span, piece));
            }
        }
        (source.places.iter().any(|place| place.span.start < place.span.end)).then_some(source)
    }

    /// Returns the text. A part that is not known appears as the template writes it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the parts of the text that are not known, in order, each with its span in the text.
    pub(crate) fn gaps(&self) -> &[(Span, Piece<'t>)] {
        &self.gaps
    }

    /// Returns the string of the template that contains the start of a span of the text, and the span in the content of
    /// this string.
    ///
    /// If no string contains the start, the result is the end of the string before it, or the start of the first string.
    pub(crate) fn place(&self, span: Span) -> Option<(&'t Value<'t>, Span)> {
        let after = self.places.partition_point(|place| place.span.start <= span.start);
        let part = self.places.get(after.saturating_sub(1))?;
        let at = |offset: u32| {
            let inside = offset.clamp(part.span.start, part.span.end).saturating_sub(part.span.start);
            part.offset.saturating_add(inside)
        };
        let mut end = at(span.end);
        // A span can end in a later part of the same string.
        let last = self.places.iter().skip(after).take_while(|place| place.span.start < span.end);
        for place in last.filter(|place| core::ptr::eq(place.scalar, part.scalar)) {
            let inside = span.end.min(place.span.end).saturating_sub(place.span.start);
            end = end.max(place.offset.saturating_add(inside));
        }
        Some((part.scalar, Span::new(at(span.start), end)))
    }
}
