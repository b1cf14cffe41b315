//! Cuts the part of a long line that a message can show.
//!
//! The renderer does not get the whole line, because many messages about one long line would then take quadratic time.

use crate::source::{Line, Span};
use catalog_core::excerpt::is_unseen;
use std::borrow::Cow;

/// The width of messages. For a longer line, such as a row of a page, the renderer shows the part around the caret.
pub(super) const WIDTH: usize = 120;

/// The number of bytes after a place that the renderer gets. A message shows fewer characters, of at most four bytes
/// each.
const MARGIN: usize = 4 * WIDTH;

/// A line, or the part of it that a message can show.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'a> {
    /// The text from the start of the line, because the renderer counts columns. Invisible characters are replaced.
    pub(super) text: Cow<'a, str>,
    /// The place within `text`.
    pub(super) span: Span,
}

impl<'a> Excerpt<'a> {
    /// Returns the part of a line up to some bytes after the start of `span`, which counts from the start of the file.
    pub(super) fn new(line: Line<'a>, span: &Span) -> Self {
        let start = span.start.saturating_sub(line.start).min(line.text.len());
        let end = span.end.saturating_sub(line.start).clamp(start, line.text.len());
        let end = boundary(line.text, end.min(start.saturating_add(MARGIN)));
        let text = line.text.get(..boundary(line.text, end.saturating_add(MARGIN))).unwrap_or(line.text);
        if !text.contains(is_hidden) {
            return Self { text: Cow::Borrowed(text), span: start..end };
        }
        let [start, end] = [start, end].map(|at| shown(text.get(..at).unwrap_or_default()).len());
        Self { text: Cow::Owned(shown(text)), span: start..end }
    }
}

/// Replaces each invisible character by a visible one, so that columns do not change.
fn shown(text: &str) -> String {
    text.chars().map(|character| if is_hidden(character) { char::REPLACEMENT_CHARACTER } else { character }).collect()
}

/// Returns true if a character is invisible. A tab is not, because the renderer shows it as spaces.
fn is_hidden(character: char) -> bool {
    is_unseen(character) && character != '\t'
}

/// Returns the last character boundary at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at = at.saturating_sub(1);
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, MARGIN};
    use crate::source::Line;

    #[test]
    fn an_excerpt_does_not_grow_with_the_rest_of_its_line() {
        for length in [MARGIN, 100 * MARGIN] {
            let text = "ä☃".repeat(length);
            let line = Line { number: 1, start: 7, text: &text };
            for (start, end) in [(0, 5), (0, text.len()), (50, 52), (50, text.len()), (0, 0)] {
                let excerpt = Excerpt::new(line, &(7 + start..7 + end));
                assert!(excerpt.text.len() <= start + 2 * MARGIN, "{}", excerpt.text.len());
                let place = excerpt.text.get(excerpt.span.clone()).unwrap();
                assert!(text.get(start..end).unwrap().starts_with(place), "{place}");
                assert_eq!((excerpt.span.start, place.is_empty()), (start, start == end));
            }
        }
    }

    #[test]
    fn what_is_not_seen_is_shown() {
        let line = Line { number: 1, start: 0, text: "a\u{200b}b\u{1b}[31m\t" };
        let Excerpt { text, span } = Excerpt::new(line, &(4..5));
        assert_eq!((&*text, text.get(span)), ("a\u{fffd}b\u{fffd}[31m\t", Some("b")));
    }

    #[test]
    fn a_short_line_is_whole() {
        let line = Line { number: 3, start: 10, text: "one two" };
        assert_eq!(Excerpt::new(line, &(14..99)), Excerpt { text: "one two".into(), span: 4..7 });
        assert_eq!(Excerpt::new(line, &(99..99)), Excerpt { text: "one two".into(), span: 7..7 });
    }
}
