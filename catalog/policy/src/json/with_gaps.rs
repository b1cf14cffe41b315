//! Parses JSON sources with gaps. Known pieces are replaced first, and the parser reads the other gaps as holes.

#[cfg(test)]
mod tests;

use alloc::{
    borrow::Cow,
    boxed::Box,
    string::{String, ToString as _},
    vec::Vec,
};

use super::{Data, Gap, JsonError, Member, SIZE_LIMIT, Span, Value, reader};
use crate::hole::{Hole, Piece};

/// Parses a source that contains one JSON value, in which some ranges are replaced before it is used.
///
/// A known piece is read as if the source contained it. Each other piece becomes a [hole](crate::hole):
///
/// * In a string, it is a part of the string.
/// * In the name of a member, the name has a hole.
/// * In place of a value, an item or a name without quotes, it can become anything.
/// * In place of a member, with or without commas, it is a member of which neither the name nor the value is known.
/// * Before or after the only value of the source, it is ignored.
///
/// The gaps must be sorted. A gap is ignored if it overlaps the one before it, or is not a range of whole characters.
///
/// ```
/// use catalog::policy::{hole::Piece, json::{self, Data, Gap, Span}};
///
/// let source = br#"["arn:aws:s3:::${bucket}/*"]"#;
/// let gap = Gap::new(Span::new(15, 24), Piece::Unknown("${bucket}".into()));
/// let tree = json::parse_with_gaps(source, &[gap])?;
/// let Data::Array(items) = &tree.data else { panic!("expected a list") };
/// assert_eq!(items[0].as_hole().map(|hole| hole.stand_in()), Some("arn:aws:s3:::*/*"));
/// # Ok::<_, json::JsonError>(())
/// ```
///
/// # Errors
/// Returns an error if the source is not valid JSON apart from the gaps, or is too large or nested too deeply.
pub fn parse_with_gaps<'a>(text: &'a [u8], gaps: &[Gap<'a>]) -> Result<Value<'a>, JsonError> {
    let source = core::str::from_utf8(text).ok().filter(|_| text.len() <= SIZE_LIMIT && !gaps.is_empty());
    let Some(source) = source else { return reader::parse(text) };
    let mut end = 0;
    let gaps: Vec<_> = gaps
        .iter()
        .filter(|gap| {
            let is_valid = end <= gap.start() && source.get(gap.start()..gap.end()).is_some();
            end = if is_valid { gap.end() } else { end };
            is_valid
        })
        .cloned()
        .collect();
    if gaps.iter().all(|gap| gap.known().is_none()) {
        return reader::read(text, &gaps);
    }
    let replaced = Replaced::new(source, &gaps);
    match reader::read(replaced.text.as_bytes(), &replaced.gaps) {
        Ok(value) => Ok(replaced.value(value)),
        Err(error) => Err(JsonError::new(error.kind(), replaced.place(error.span()))),
    }
}

/// A source in which the gaps with known pieces are replaced by these pieces.
struct Replaced<'a> {
    text: String,
    /// The gaps that are left.
    gaps: Vec<Gap<'a>>,
    /// The span of each known piece, with the span of its gap.
    known: Vec<(Span, Span)>,
}

impl<'a> Replaced<'a> {
    fn new(source: &str, gaps: &[Gap<'a>]) -> Self {
        let mut replaced = Self { text: String::new(), gaps: Vec::new(), known: Vec::new() };
        let mut end = 0;
        for gap in gaps {
            // The parser reports a source that is too large, however much is missing at its end.
            if replaced.text.len() > SIZE_LIMIT {
                break;
            }
            replaced.text.push_str(source.get(end..gap.start()).unwrap_or_default());
            end = gap.end();
            let start = replaced.text.len();
            replaced.text.push_str(gap.known().or_else(|| source.get(gap.start()..end)).unwrap_or_default());
            let span = reader::span(start, replaced.text.len());
            match gap.known() {
                Some(_) => replaced.known.push((span, gap.span)),
                None => replaced.gaps.push(Gap::new(span, gap.piece.clone())),
            }
        }
        replaced.text.push_str(source.get(end..).unwrap_or_default());
        replaced
    }

    /// Returns the span in the original source. A span in a known piece becomes the span of its gap.
    fn place(&self, span: Span) -> Span {
        let before =
            |count: usize| count.checked_sub(1).and_then(|last| self.known.get(last)).copied().unwrap_or_default();
        let (new, old) = before(self.known.partition_point(|(new, _)| new.start <= span.start));
        let start = match span.start.checked_sub(new.end) {
            Some(behind) => old.end.saturating_add(behind),
            None => old.start,
        };
        let (new, old) = before(self.known.partition_point(|(new, _)| new.start < span.end));
        let end = old.end.saturating_add(span.end.saturating_sub(new.end));
        Span::new(start, end.max(start))
    }

    /// Returns a copy of a value with its places in the original source.
    fn value(&self, value: Value<'_>) -> Value<'a> {
        let data = match value.data {
            Data::Null => Data::Null,
            Data::Bool(truth) => Data::Bool(truth),
            Data::Number(text) => Data::Number(owned(text)),
            Data::String(text) => Data::String(owned(text)),
            Data::Array(values) => Data::Array(values.into_iter().map(|value| self.value(value)).collect()),
            Data::Object(members) => Data::Object(members.into_iter().map(|member| self.member(member)).collect()),
            Data::Hole(hole) => Data::Hole(Box::new(owned_hole(&hole))),
        };
        Value::new(self.place(value.span), data)
    }

    fn member(&self, member: Member<'_>) -> Member<'a> {
        Member {
            name: owned(member.name),
            name_hole: member.name_hole.map(|hole| Box::new(owned_hole(&hole))),
            name_span: self.place(member.name_span),
            value: self.value(member.value),
        }
    }
}

fn owned<'a>(text: Cow<'_, str>) -> Cow<'a, str> {
    Cow::Owned(text.into_owned())
}

fn owned_hole<'a>(hole: &Hole<'_>) -> Hole<'a> {
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Known(text) => Piece::Known(Cow::Owned(text.to_string())),
        Piece::Formed { written, example } => Piece::Formed { written: Cow::Owned(written.to_string()), example },
        Piece::Unknown(text) => Piece::Unknown(Cow::Owned(text.to_string())),
    };
    Hole::new(hole.pieces().iter().map(piece))
}
