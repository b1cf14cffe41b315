//! Strings of known and unknown parts, with the place of each part.

use alloc::{borrow::Cow, boxed::Box, string::String, vec::Vec};

use crate::{
    hole::{Hole, Piece},
    json::{Data, Span, Value},
};

/// A string of parts.
#[derive(Clone, Debug)]
pub(super) struct Text<'t> {
    /// The place of the string.
    pub(super) span: Span,
    /// The parts in order.
    pub(super) parts: Vec<Part<'t>>,
}

/// A part of a string.
#[derive(Clone, Debug)]
pub(super) struct Part<'t> {
    /// The known string, or the form of an unknown one.
    pub(super) piece: Piece<'t>,
    /// The place of the part, if a string of the source contains it.
    pub(super) origin: Option<Origin<'t>>,
}

/// A place in a string of the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin<'t> {
    /// The string.
    pub(super) scalar: &'t Value<'t>,
    /// The offset in the content of the string.
    pub(super) offset: usize,
}

impl<'t> Part<'t> {
    /// Returns a part that can be anything.
    pub(super) const fn unknown(written: Cow<'t, str>) -> Self {
        Self { piece: Piece::Unknown(written), origin: None }
    }

    /// Returns a part that the source writes.
    pub(super) const fn known(text: &'t str, scalar: &'t Value<'t>, offset: usize) -> Self {
        Self { piece: Piece::Known(Cow::Borrowed(text)), origin: Some(Origin { scalar, offset }) }
    }

    /// Returns the known string of the part.
    pub(super) fn as_known(&self) -> Option<&str> {
        match &self.piece {
            Piece::Known(text) => Some(text),
            Piece::Formed { .. } | Piece::Unknown(_) => None,
        }
    }
}

impl<'t> Text<'t> {
    /// Returns the complete string, if each part is known.
    pub(super) fn as_known(&self) -> Option<Cow<'_, str>> {
        if let [part] = self.parts.as_slice() {
            return part.as_known().map(Cow::Borrowed);
        }
        self.parts.iter().map(Part::as_known).collect::<Option<String>>().map(Cow::Owned)
    }

    /// Returns the string as a value of a tree.
    ///
    /// A string that the source contains as it is stays a string. Another one becomes a hole, even if each part is known.
    /// So no rule offers a replacement for it, which would have to change several strings of the source.
    pub(super) fn into_value(self) -> Value<'t> {
        if let [Part { piece: Piece::Known(text), origin: Some(Origin { scalar, offset: 0 }) }] = self.parts.as_slice()
            && scalar.as_str() == Some(text)
        {
            return Value::new(scalar.span, Data::String(text.clone()));
        }
        let mut pieces: Vec<Piece<'t>> = Vec::new();
        for part in self.parts {
            match (pieces.last_mut(), part.piece) {
                (Some(Piece::Known(before)), Piece::Known(text)) => before.to_mut().push_str(&text),
                (_, Piece::Known(text)) if text.is_empty() => {}
                (_, piece) => pieces.push(piece),
            }
        }
        if pieces.is_empty() {
            return Value::new(self.span, Data::String(Cow::Borrowed("")));
        }
        Value::new(self.span, Data::Hole(Box::new(Hole::new(pieces))))
    }
}

/// Replaces each dynamic reference, such as `{{resolve:ssm:name}}`, with an unknown part. A reference can contain other
/// parts.
///
/// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html>.
pub(super) fn without_dynamic_references(parts: Vec<Part<'_>>) -> Vec<Part<'_>> {
    const START: &str = "{{resolve:";
    const END: &str = "}}";
    let has_start = |part: &Part<'_>| part.as_known().is_some_and(|text| text.contains(START));
    if !parts.iter().any(has_start) {
        return parts;
    }
    let mut result = Vec::with_capacity(parts.len());
    let mut is_inside = false;
    for part in parts {
        let Piece::Known(text) = &part.piece else {
            if !is_inside {
                result.push(part);
            }
            continue;
        };
        let mut rest = 0;
        while let Some(remaining) = text.get(rest..).filter(|remaining| !remaining.is_empty()) {
            let found = remaining.find(if is_inside { END } else { START });
            let length = found.unwrap_or(remaining.len());
            if !is_inside {
                push_slice(&mut result, &part, rest, rest.saturating_add(length));
            }
            let Some(_) = found else { break };
            if is_inside {
                rest = rest.saturating_add(length).saturating_add(END.len());
            } else {
                rest = rest.saturating_add(length);
                result.push(Part::unknown(Cow::Borrowed("{{resolve}}")));
            }
            is_inside = !is_inside;
        }
    }
    result
}

/// Adds a slice of a known part.
fn push_slice<'t>(parts: &mut Vec<Part<'t>>, part: &Part<'t>, start: usize, end: usize) {
    let slice = match &part.piece {
        Piece::Known(Cow::Borrowed(text)) => text.get(start..end).map(Cow::Borrowed),
        Piece::Known(Cow::Owned(text)) => text.get(start..end).map(|text| Cow::Owned(text.into())),
        Piece::Formed { .. } | Piece::Unknown(_) => None,
    };
    if let Some(text) = slice.filter(|text| !text.is_empty()) {
        let origin = part.origin.map(|origin| Origin { offset: origin.offset.saturating_add(start), ..origin });
        parts.push(Part { piece: Piece::Known(text), origin });
    }
}
