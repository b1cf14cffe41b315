//! Holes: values of a policy that are not known until the policy is used, and strings with such parts.
//!
//! A function in a template of AWS CloudFormation or a placeholder gives such values. A hole matches anything:
//!
//! * A value that is a hole can be of any type. A string with a hole is a string, and its known parts stay.
//! * A list with a hole can contain anything else, so no entry of it is missing, and it is not the only entry.
//! * A condition that is or contains a hole can restrict anything.
//! * A member whose name has a hole can have any name.
//!
//! The parts of this crate and of `catalog` treat holes as follows:
//!
//! * The linter reports only what the known parts decide, for all values of the holes. Messages show the string as the
//!   source writes it, and a finding on a string with holes offers no replacement.
//! * The typed model has no holes. Reading a tree with a hole as a typed policy is an error at the place of the hole.
//! * JSON contains a hole as the string that the source writes.
//! * An evaluation has to treat a comparison with a hole as undecided.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::ops::Range;

/// A value that is not known, or a string of which only parts are known.
///
/// ```
/// use catalog::policy::hole::{Hole, Piece};
///
/// let pieces = [Piece::Known("arn:aws:s3:::".into()), Piece::Unknown("${Bucket}".into()), Piece::Known("/*".into())];
/// let hole = Hole::new(pieces);
/// assert_eq!((hole.stand_in(), hole.written()), ("arn:aws:s3:::*/*", "arn:aws:s3:::${Bucket}/*"));
/// assert!(hole.is_open() && !hole.is_total());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hole<'a> {
    pieces: Vec<Piece<'a>>,
    stand_in: String,
    written: String,
    /// The string for comparisons, or `None` if it is the stand-in.
    distinct: Option<String>,
}

/// A piece of a string with holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A known part of the string.
    Known(Cow<'a, str>),
    /// A part whose form is known but whose value is not, such as `${AWS::Region}`.
    Formed {
        /// The part as the source writes it.
        written: Cow<'a, str>,
        /// A value of this form, such as `us-east-1`.
        example: &'static str,
    },
    /// A part that can become anything, as the source writes it.
    Unknown(Cow<'a, str>),
}

impl<'a> Hole<'a> {
    /// The stand-in for an unknown part. It is the wildcard that matches any characters.
    pub const ANYTHING: &'static str = "*";

    /// Returns a string of these pieces.
    #[must_use]
    pub fn new(pieces: impl IntoIterator<Item = Piece<'a>>) -> Self {
        let pieces: Vec<_> = pieces.into_iter().collect();
        let stand_in = pieces.iter().map(Piece::stand_in).collect();
        let written = pieces.iter().map(Piece::written).collect();
        let has_formed = pieces.iter().any(|piece| matches!(piece, Piece::Formed { .. }));
        let distinct = has_formed.then(|| pieces.iter().flat_map(Piece::distinct).collect());
        Self { pieces, stand_in, written, distinct }
    }

    /// Returns a value of which nothing is known, not even its type.
    #[must_use]
    pub fn anything(written: impl Into<Cow<'a, str>>) -> Self {
        Self::new([Piece::Unknown(written.into())])
    }

    /// Returns the pieces in order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece<'a>] {
        &self.pieces
    }

    /// Returns the string with stand-ins: `*` for each unknown part, and an example for a part of a known form.
    #[must_use]
    pub fn stand_in(&self) -> &str {
        &self.stand_in
    }

    /// Returns the string as the source writes it, for messages.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Returns the string for comparisons with other strings of the policy. Each part of a known form consists of
    /// characters that [are opaque](is_opaque), so it equals only the same part.
    pub(crate) fn distinct(&self) -> &str {
        self.distinct.as_deref().unwrap_or(&self.stand_in)
    }

    /// Returns the beginning of the [stand-in](Self::stand_in), up to the first part that can become anything.
    #[must_use]
    pub fn head(&self) -> &str {
        let formed = self.pieces.iter().take_while(|piece| !matches!(piece, Piece::Unknown(_)));
        self.stand_in.get(..formed.map(|piece| piece.stand_in().len()).sum()).unwrap_or_default()
    }

    /// Returns a string with the parts of a known form as the source writes them.
    pub(crate) fn write_formed(&self, text: &str) -> String {
        let mut result = String::from(text);
        for piece in &self.pieces {
            if let Piece::Formed { written, example } = piece {
                result = result.replacen(*example, written, 1);
            }
        }
        result
    }

    /// Returns the known parts in order.
    pub fn known_parts(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Known(text) => Some(&**text),
            _ => None,
        })
    }

    /// Returns true if nothing is known. The value can then be of any type.
    #[must_use]
    pub fn is_total(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Unknown(_)))
    }

    /// Returns true if a part can become anything. Otherwise, the form of the whole string is known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Unknown(_)))
    }
}

impl Piece<'_> {
    /// Returns the string that represents the piece in a check.
    #[must_use]
    pub fn stand_in(&self) -> &str {
        match self {
            Self::Known(text) => text,
            Self::Formed { example, .. } => example,
            Self::Unknown(_) => Hole::ANYTHING,
        }
    }

    /// Returns the characters of the stand-in, or opaque ones for a part of a known form.
    fn distinct(&self) -> impl Iterator<Item = char> {
        let is_formed = matches!(self, Self::Formed { .. });
        let text = if is_formed { self.written() } else { self.stand_in() };
        text.chars().map(move |character| if is_formed { opaque(character) } else { character })
    }

    /// Returns the piece as the source writes it.
    #[must_use]
    pub fn written(&self) -> &str {
        match self {
            Self::Known(text) | Self::Formed { written: text, .. } | Self::Unknown(text) => text,
        }
    }
}

/// The first of the opaque characters. They are in a private plane of Unicode, so policies do not use them.
const OPAQUE: u32 = 0xF_0000;

/// Returns the opaque character for a character of a part of a known form.
fn opaque(character: char) -> char {
    char::from_u32(OPAQUE | u32::from(character) & 0xFFFF).unwrap_or(character)
}

/// Returns true if a character is from a part of a known form, whose value is not known.
pub(crate) fn is_opaque(character: char) -> bool {
    u32::from(character) & !0xFFFF == OPAQUE
}

/// Returns the pieces of a string in which these ranges are unknown. The ranges are in order and do not overlap.
pub(crate) fn split(text: &str, unknown: impl IntoIterator<Item = Range<usize>>) -> Vec<Piece<'static>> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for range in unknown {
        pieces.extend(known(text.get(end..range.start)));
        pieces.push(Piece::Unknown(Cow::Owned(text.get(range.clone()).unwrap_or_default().into())));
        end = range.end;
    }
    pieces.extend(known(text.get(end..)));
    pieces
}

/// Returns a known piece, unless it is empty.
pub(crate) fn known(text: Option<&str>) -> Option<Piece<'static>> {
    text.filter(|text| !text.is_empty()).map(|text| Piece::Known(Cow::Owned(text.into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_as_open_as_its_pieces() {
        let region = || Piece::Formed { written: "${AWS::Region}".into(), example: "us-east-1" };
        let formed = Hole::new([Piece::Known("arn:aws:ses:".into()), region()]);
        assert_eq!((formed.is_open(), formed.is_total()), (false, false));
        assert_eq!((formed.stand_in(), formed.written()), ("arn:aws:ses:us-east-1", "arn:aws:ses:${AWS::Region}"));
        let anything = Hole::anything("!Ref Topic");
        assert_eq!((anything.is_open(), anything.is_total()), (true, true));
        assert_eq!((anything.stand_in(), anything.written()), ("*", "!Ref Topic"));
        assert_eq!((formed.head(), anything.head()), ("arn:aws:ses:us-east-1", ""));
        assert!(formed.known_parts().eq(["arn:aws:ses:"]));
        let other = Hole::new([Piece::Known("arn:aws:ses:us-east-1".into())]);
        assert!(formed.distinct() == formed.clone().distinct() && formed.distinct() != other.distinct());
        assert_eq!(formed.distinct().chars().filter(|own| is_opaque(*own)).count(), "${AWS::Region}".len());
        assert_eq!(other.distinct(), other.stand_in());
        assert!(!Hole::new([Piece::Unknown("a".into()), region()]).is_total());
    }

    #[test]
    fn a_string_is_split_at_its_unknown_ranges() {
        let (known, unknown) = (|text| Piece::Known(Cow::Borrowed(text)), |text| Piece::Unknown(Cow::Borrowed(text)));
        assert_eq!(split("ab<c><d>e", [2..5, 5..8]), [known("ab"), unknown("<c>"), unknown("<d>"), known("e")]);
        assert_eq!(split("<a>", Some(0..3)), [unknown("<a>")]);
        assert_eq!(split("a", []), [known("a")]);
        assert!(split("", []).is_empty());
    }
}
