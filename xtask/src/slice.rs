//! A piece of a page that remembers where it stands.

use crate::source::Span;
use std::borrow::Cow;

/// A piece of a page's text together with its place, so that whatever is wrong with it can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Slice<'a> {
    /// The piece of `source` that `span` covers; empty if `span` does not lie in it.
    #[must_use]
    pub fn new(source: &'a str, span: Span) -> Self {
        let start = span.start;
        Self { text: source.get(span).unwrap_or_default(), start }
    }

    /// The text as the page writes it, escapes and all.
    #[must_use]
    pub fn raw(self) -> &'a str {
        self.text
    }

    /// Returns the place of the piece.
    #[must_use]
    pub fn span(self) -> Span {
        self.start..self.start + self.text.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// The piece without the white space, no-break spaces included, at either end.
    #[must_use]
    pub fn trim(self) -> Self {
        let front = self.text.trim_start();
        Self { text: front.trim_end(), start: self.start + (self.text.len() - front.len()) }
    }

    /// The piece without a character, and without white space, at either end.
    #[must_use]
    pub fn trim_char(self, character: char) -> Self {
        let at_end = |other: char| other == character || other.is_whitespace();
        let front = self.text.trim_start_matches(at_end);
        Self { text: front.trim_end_matches(at_end), start: self.start + (self.text.len() - front.len()) }
    }

    /// Two pieces: up to byte `at`, and from there on. A place that is not in the piece leaves the second one empty.
    #[must_use]
    pub fn split_at(self, at: usize) -> (Self, Self) {
        let (front, back) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        (Self { text: front, start: self.start }, Self { text: back, start: self.start + front.len() })
    }

    /// The pieces between occurrences of `separator`.
    pub fn split(self, separator: char) -> impl Iterator<Item = Self> {
        let mut start = self.start;
        self.text.split(separator).map(move |text| {
            let piece = Self { text, start };
            start += text.len() + separator.len_utf8();
            piece
        })
    }

    /// The pieces between commas that a space follows, without those that are empty.
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

    /// The pieces between HTML's line breaks, `<br />` in any spelling, without those that are empty.
    pub fn lines(self) -> impl Iterator<Item = Self> {
        self.all_lines().filter(|line| !line.is_empty())
    }

    /// The pieces between HTML's line breaks, empty ones included.
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

    /// The words between white space.
    pub fn words(self) -> impl Iterator<Item = Self> {
        let mut rest = self.trim();
        std::iter::from_fn(move || {
            let end = rest.text.find(char::is_whitespace).unwrap_or(rest.text.len());
            let (word, after) = rest.split_at(end);
            rest = after.trim();
            (!word.is_empty()).then_some(word)
        })
    }

    /// Returns the place in the file of byte `at` of [`plain`](Self::plain).
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

    /// The text with Markdown's escapes undone: a backslash before ASCII punctuation disappears.
    #[must_use]
    pub fn plain(self) -> Cow<'a, str> {
        unescape(self.text)
    }
}

/// Undoes Markdown's escapes and nothing else: a backslash before ASCII punctuation disappears.
#[must_use]
pub fn unescape(text: &str) -> Cow<'_, str> {
    let Some((mut plain, mut rest)) = text.split_once('\\').map(|(front, back)| (front.to_owned(), back)) else {
        return Cow::Borrowed(text);
    };
    loop {
        // `rest` is what follows a backslash; the character that it protects is never one itself.
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
