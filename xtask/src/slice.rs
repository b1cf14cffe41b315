//! A part of a page's text that knows its place in the page.

use crate::source::Span;
use std::borrow::Cow;

/// A part of a page's text together with its place, so that messages can point at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Slice<'a> {
    /// Returns the part of `source` that `span` covers, or an empty slice if `span` is not within `source`.
    #[must_use]
    pub fn new(source: &'a str, span: Span) -> Self {
        let start = span.start;
        Self { text: source.get(span).unwrap_or_default(), start }
    }

    /// Returns the text verbatim, including escapes.
    #[must_use]
    pub fn raw(self) -> &'a str {
        self.text
    }

    /// Returns the place of the slice.
    #[must_use]
    pub fn span(self) -> Span {
        self.start..self.start + self.text.len()
    }

    /// Returns true if the slice is empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// Returns the slice without white space, including no-break spaces, at either end.
    #[must_use]
    pub fn trim(self) -> Self {
        let front = self.text.trim_start();
        Self { text: front.trim_end(), start: self.start + (self.text.len() - front.len()) }
    }

    /// Returns the slice without a character and without white space at either end.
    #[must_use]
    pub fn trim_char(self, character: char) -> Self {
        let at_end = |other: char| other == character || other.is_whitespace();
        let front = self.text.trim_start_matches(at_end);
        Self { text: front.trim_end_matches(at_end), start: self.start + (self.text.len() - front.len()) }
    }

    /// Splits the slice at byte `at`. If `at` is not a valid position, the second slice is empty.
    #[must_use]
    pub fn split_at(self, at: usize) -> (Self, Self) {
        let (front, back) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        (Self { text: front, start: self.start }, Self { text: back, start: self.start + front.len() })
    }

    /// Returns the slices between occurrences of `separator`.
    pub fn split(self, separator: char) -> impl Iterator<Item = Self> {
        let mut start = self.start;
        self.text.split(separator).map(move |text| {
            let piece = Self { text, start };
            start += text.len() + separator.len_utf8();
            piece
        })
    }

    /// Returns the non-empty slices between commas that are followed by a space.
    pub fn comma_separated(self) -> impl Iterator<Item = Self> {
        let mut rest = self;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let (piece, after) = rest.split_at(rest.text.find(", ").unwrap_or(rest.text.len()));
            rest = after.split_at(", ".len().min(after.text.len())).1;
            Some(piece)
        })
        .map(Self::trim)
        .filter(|piece| !piece.is_empty())
    }

    /// Returns the non-empty slices between HTML line breaks, such as `<br />` or `<br>`.
    pub fn lines(self) -> impl Iterator<Item = Self> {
        self.all_lines().filter(|line| !line.is_empty())
    }

    /// Returns the slices between HTML line breaks, including empty ones.
    #[must_use]
    pub fn broken_lines(self) -> Vec<Self> {
        self.all_lines().collect()
    }

    fn all_lines(self) -> impl Iterator<Item = Self> {
        let mut rest = Some(self);
        std::iter::from_fn(move || {
            let from = rest.take()?;
            let found = from.text.match_indices("<br").find_map(|(at, tag)| {
                let inside = from.text.get(at + tag.len()..)?;
                let end = inside.find('>').filter(|end| {
                    inside.get(..*end).is_some_and(|inside| inside.trim_matches([' ', '/']).is_empty())
                })?;
                Some((at, at + tag.len() + end + 1))
            });
            let Some((start, end)) = found else { return Some(from) };
            rest = Some(from.split_at(end).1);
            Some(from.split_at(start).0)
        })
        .map(Self::trim)
    }

    /// Returns the words, which white space separates.
    pub fn words(self) -> impl Iterator<Item = Self> {
        let mut rest = self.trim();
        std::iter::from_fn(move || {
            let end = rest.text.find(char::is_whitespace).unwrap_or(rest.text.len());
            let (word, after) = rest.split_at(end);
            rest = after.trim();
            (!word.is_empty()).then_some(word)
        })
    }

    /// Returns the position in the file that corresponds to byte `at` of [`plain`](Self::plain).
    #[must_use]
    pub fn raw_offset(self, at: usize) -> usize {
        let mut plain = 0;
        let mut characters = self.text.char_indices().peekable();
        while let Some((raw, character)) = characters.next() {
            let is_escape = character == '\\' && characters.peek().is_some_and(|(_, next)| next.is_ascii_punctuation());
            let (raw, character) =
                if is_escape { characters.next().unwrap_or((raw, character)) } else { (raw, character) };
            if plain >= at {
                return self.start + raw;
            }
            plain += character.len_utf8();
        }
        self.span().end
    }

    /// Returns the text without Markdown's escapes: a backslash before ASCII punctuation is removed.
    #[must_use]
    pub fn plain(self) -> Cow<'a, str> {
        unescape(self.text)
    }
}

/// Removes Markdown's escapes and nothing else: a backslash before ASCII punctuation is removed.
#[must_use]
pub fn unescape(text: &str) -> Cow<'_, str> {
    let Some((mut plain, mut rest)) = text.split_once('\\').map(|(front, back)| (front.to_owned(), back)) else {
        return Cow::Borrowed(text);
    };
    loop {
        // `rest` is the text after a backslash. The escaped character cannot be an escape itself.
        let mut chars = rest.chars();
        match chars.next() {
            Some(escaped) if escaped.is_ascii_punctuation() => plain.push(escaped),
            Some(other) => plain.extend(['\\', other]),
            None => {
                plain.push('\\');
                return Cow::Owned(plain);
            }
        }
        let Some((front, back)) = chars.as_str().split_once('\\') else {
            plain.push_str(chars.as_str());
            return Cow::Owned(plain);
        };
        plain.push_str(front);
        rest = back;
    }
}

#[cfg(test)]
mod tests {
    use super::{Slice, unescape};

    #[test]
    fn only_a_backslash_before_punctuation_disappears() {
        assert_eq!(unescape(r"a\.b \[c\] \\ C:\dir \"), r"a.b [c] \ C:\dir \");
        assert_eq!(unescape(r"\\\*"), r"\*");
        assert_eq!(unescape("nothing"), "nothing");
    }

    #[test]
    fn places_of_the_plain_text_are_known() {
        let text = Slice::new(r"ab\_c\\\*é", 0..11);
        let offsets = text.plain().char_indices().map(|(at, _)| text.raw_offset(at)).collect::<Vec<_>>();
        assert_eq!(offsets, [0, 1, 3, 4, 6, 8, 9]);
        assert_eq!(text.raw_offset(99), 11);
    }

    #[test]
    fn pieces_know_where_they_stand() {
        let source = "|  \u{a0}one  two |";
        let cell = Slice::new(source, 1..source.len() - 1).trim();
        assert_eq!(cell.raw(), "one  two");
        let words: Vec<_> = cell.words().collect();
        assert_eq!(words.len(), 2);
        for word in words {
            assert_eq!(source.get(word.span()), Some(word.raw()));
        }
        let source = "a<br />b <br> c<br/><brown>";
        let lines: Vec<_> = Slice::new(source, 0..source.len()).lines().map(Slice::raw).collect();
        assert_eq!(lines, ["a", "b", "c", "<brown>"]);
        let broken = Slice::new("<br>a<br/>", 0..10).broken_lines();
        assert_eq!(broken.into_iter().map(Slice::raw).collect::<Vec<_>>(), ["", "a", ""]);
        let listed: Vec<_> = Slice::new("x, y", 0..4).split(',').map(Slice::span).collect();
        assert_eq!(listed, [0..1, 2..4]);
        let values: Vec<_> = Slice::new("a.b, c,d, ", 0..10).comma_separated().map(Slice::raw).collect();
        assert_eq!(values, ["a.b", "c,d"]);
    }
}
