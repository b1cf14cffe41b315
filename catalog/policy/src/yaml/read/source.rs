//! The text of a YAML source: its encoding, and the byte offsets of its characters.

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::super::{YamlError, YamlErrorKind as Kind};
use crate::json::{SIZE_LIMIT, Span};

/// The number of characters between two marks. A lookup reads at most this many characters.
const STEP: usize = 64;

/// The byte-order mark of UTF-8.
const MARK: &str = "\u{feff}";

/// The decoded text of a source. Offsets in the text count bytes without the byte-order mark.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    /// The text that the parser reads, which has the same length. It differs if the text is repaired.
    pub(super) parsed: Cow<'a, str>,
    /// The length of the byte-order mark.
    skipped: usize,
    /// The offset of every [`STEP`]-th character. Empty if each character is one byte.
    marks: Vec<usize>,
}

impl<'a> Source<'a> {
    /// Decodes a source.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, YamlError> {
        if bytes.len() > SIZE_LIMIT {
            return Err(YamlError::new(Kind::TooLarge, span(SIZE_LIMIT, SIZE_LIMIT)));
        }
        if is_utf_16(bytes) {
            return Err(YamlError::new(Kind::Utf16, span(0, 0)));
        }
        let all = core::str::from_utf8(bytes).map_err(|error| {
            let start = error.valid_up_to();
            let end = start.saturating_add(error.error_len().unwrap_or(1)).min(bytes.len());
            YamlError::new(Kind::NotUtf8, span(start, end))
        })?;
        if let Some(at) = bytes.iter().position(|byte| is_forbidden(*byte)) {
            let found = bytes.get(at).copied().map_or('\0', char::from);
            return Err(YamlError::new(Kind::ControlCharacter { found }, span(at, at.saturating_add(1))));
        }
        let text = all.strip_prefix(MARK).unwrap_or(all);
        Ok(Self {
            text,
            parsed: Cow::Borrowed(text),
            skipped: all.len().saturating_sub(text.len()),
            marks: marks(text),
        })
    }

    /// Returns the source with a repaired text of the same length.
    pub(super) fn with_repaired(&self, repaired: String) -> Self {
        let marks = marks(&repaired);
        Self { text: self.text, parsed: Cow::Owned(repaired), skipped: self.skipped, marks }
    }

    /// Returns true if the text that the parser reads is repaired.
    pub(super) const fn is_repaired(&self) -> bool {
        matches!(self.parsed, Cow::Owned(_))
    }

    /// Returns the offset of the character of the parsed text with the given number.
    pub(super) fn offset(&self, index: usize) -> usize {
        if self.marks.is_empty() {
            return index.min(self.text.len());
        }
        let Some(start) = self.marks.get(index / STEP).copied() else { return self.text.len() };
        let rest = self.parsed.get(start..).unwrap_or_default();
        rest.char_indices().nth(index % STEP).map_or(self.text.len(), |(offset, _)| start.saturating_add(offset))
    }

    /// Returns the byte at an offset.
    pub(super) fn byte(&self, offset: usize) -> Option<u8> {
        self.text.as_bytes().get(offset).copied()
    }

    /// Returns the text from an offset to the end.
    pub(super) fn rest(&self, offset: usize) -> &'a str {
        self.text.get(offset..).unwrap_or_default()
    }

    /// Returns the text between two offsets.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns the span in the source of a range in the text.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let end = end.min(self.text.len());
        span(start.min(end).saturating_add(self.skipped), end.saturating_add(self.skipped))
    }
}

/// Returns the offset of every [`STEP`]-th character, or nothing if each character is one byte.
fn marks(text: &str) -> Vec<usize> {
    if text.is_ascii() {
        return Vec::new();
    }
    text.char_indices().step_by(STEP).map(|(offset, _)| offset).collect()
}

/// Returns a span. Offsets fit into `u32`, because the size of the source has been checked.
fn span(start: usize, end: usize) -> Span {
    let short = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Span::new(short(start), short(end))
}

/// Returns true if a source seems to be UTF-16 or UTF-32: it begins with their byte-order mark, or with a character
/// and a zero byte.
fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..])
}

/// Returns true if YAML does not allow a byte in any place.
const fn is_forbidden(byte: u8) -> bool {
    matches!(byte, 0..=8 | 11..=12 | 14..=31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn offsets_are_those_of_the_characters(text in "\u{feff}?[a\né😀]{0,300}") {
            let source = Source::new(text.as_bytes()).unwrap();
            for (index, (offset, _)) in source.text.char_indices().enumerate() {
                prop_assert_eq!(source.offset(index), offset);
            }
            let count = source.text.chars().count();
            prop_assert_eq!((source.offset(count), source.offset(count + 99)), (source.text.len(), source.text.len()));
            prop_assert_eq!(source.span(0, usize::MAX).end as usize, text.len());
        }
    }

    #[test]
    fn other_encodings_are_errors() {
        for (bytes, kind) in [
            (&b"\xff\xfea\0"[..], Kind::Utf16),
            (b"\xfe\xff\0a", Kind::Utf16),
            (b"a\0:\0", Kind::Utf16),
            (b"\0a\0:", Kind::Utf16),
            (b"a: \xe9", Kind::NotUtf8),
            (b"a: \x07", Kind::ControlCharacter { found: '\u{7}' }),
        ] {
            assert_eq!(Source::new(bytes).unwrap_err().kind(), &kind, "{bytes:?}");
        }
    }
}
