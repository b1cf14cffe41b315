//! The places of a YAML scalar: without quotes, in single or double quotes, or in a literal or folded block.

use super::{super::Span, places::Places};

/// The characters that folding removes around a line break.
const BLANK: [char; 2] = [' ', '\t'];

/// Returns the places of a scalar that is written at a span. The text is the decoded scalar.
pub(super) fn scalar(written: &str, span: Span, text: &str) -> Places {
    let inside = |written: &str| written.get(1..written.len().saturating_sub(1)).map_or(0, str::len);
    let content = written.get(1..1_usize.saturating_add(inside(written))).unwrap_or_default();
    let content_span = Span::new(span.start.saturating_add(1), span.end.saturating_sub(1));
    match written.as_bytes().first() {
        Some(b'"') => flow(content, content_span, Style::Double),
        Some(b'\'') => flow(content, content_span, Style::Single),
        Some(b'|' | b'>') => block(written, span, text),
        _ => flow(written, span, Style::Plain),
    }
}

/// The style of a scalar that is not a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Plain,
    Single,
    Double,
}

/// Returns the places of a scalar that is not a block. Its lines are folded.
fn flow(content: &str, span: Span, style: Style) -> Places {
    let mut places = Places::new(span);
    let mut rest = content;
    let is_special = |c: char| match style {
        Style::Plain => is_break(c),
        Style::Single => is_break(c) || c == '\'',
        Style::Double => is_break(c) || c == '\\',
    };
    while let Some(at) = rest.find(is_special) {
        let (before, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let encoded = if special.starts_with(is_break) {
            let kept = before.trim_end_matches(BLANK).len();
            let (breaks, length) = gap(special);
            // One line break becomes a space. Of several, all but the first are kept.
            let decoded = breaks.saturating_sub(1).max(1);
            places.add(kept, decoded, at.saturating_sub(kept).saturating_add(length));
            length
        } else if style == Style::Double && special.get(1..).is_some_and(|next| next.starts_with(is_break)) {
            let (breaks, length) = gap(special.get(1..).unwrap_or_default());
            let length = length.saturating_add(1);
            places.add(at, breaks.saturating_sub(1), length);
            length
        } else {
            let (decoded, length) = if style == Style::Double { escape(special) } else { (1, 2) };
            places.add(at, decoded, length);
            length
        };
        rest = special.get(encoded..).unwrap_or_default();
    }
    places
}

/// Returns the number of line breaks at the start of a string, and the length of the white space that contains them.
fn gap(text: &str) -> (usize, usize) {
    let blank = text.len().saturating_sub(text.trim_start_matches([' ', '\t', '\n', '\r']).len());
    (breaks(text.get(..blank).unwrap_or_default()), blank)
}

/// Returns the number of line breaks in a string.
fn breaks(text: &str) -> usize {
    let count = |wanted: u8| text.bytes().filter(|byte| *byte == wanted).count();
    count(b'\n').saturating_add(count(b'\r')).saturating_sub(text.matches("\r\n").count())
}

const fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

/// Returns the length of the character that an escape in double quotes represents, and the length of the escape.
fn escape(text: &str) -> (usize, usize) {
    let code = |digits: usize| {
        let length = digits.saturating_add(2);
        let code = text.get(2..length).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        code.and_then(char::from_u32).map_or((1, 2), |character| (character.len_utf8(), length))
    };
    match text.as_bytes().get(1) {
        Some(b'x') => code(2),
        Some(b'u') => code(4),
        Some(b'U') => code(8),
        // Next line, and a space that does not break.
        Some(b'N' | b'_') => (2, 2),
        // Line and paragraph separators.
        Some(b'L' | b'P') => (3, 2),
        _ => (1, 2),
    }
}

/// Returns the places of a block. Each line of the text is a line of the source without its indentation, and lines of a
/// folded block can be joined.
fn block(written: &str, span: Span, text: &str) -> Places {
    let mut places = Places::new(span);
    let is_folded = written.starts_with('>');
    let mut lines = Lines { rest: written, start: 0 };
    let header = lines.next().map_or(0, |(_, line)| line.len());
    places.add(0, 0, header);
    let first = text.len().saturating_sub(text.trim_start_matches('\n').len());
    let indentation = lines
        .clone()
        .nth(first)
        .map_or(0, |(_, line)| spaces(line).saturating_sub(spaces(text.get(first..).unwrap_or_default())));
    let mut decoded = Cursor { text, at: 0, source: header };
    let mut is_first = true;
    for (start, line) in lines {
        let content = line.get(spaces(line).min(indentation)..).unwrap_or_default();
        if is_folded && content.is_empty() {
            continue;
        }
        let separator = decoded.separator(is_first, is_folded, content);
        if !decoded.rest(separator).starts_with(content) {
            break;
        }
        let source = start.saturating_add(line.len().saturating_sub(content.len()));
        places.add(0, separator, source.saturating_sub(decoded.source));
        places.add(content.len(), 0, 0);
        decoded.at = decoded.at.saturating_add(separator).saturating_add(content.len());
        decoded.source = source.saturating_add(content.len());
        is_first = false;
    }
    places
}

/// Returns the number of spaces at the start of a line.
fn spaces(line: &str) -> usize {
    line.len().saturating_sub(line.trim_start_matches(' ').len())
}

/// The end of the part of a string that has places.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    /// The same place in the source.
    source: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self, skipped: usize) -> &'t str {
        self.text.get(self.at.saturating_add(skipped)..).unwrap_or_default()
    }

    /// Returns the length of the line breaks, or of the space, between the last line and the next one.
    fn separator(&self, is_first: bool, is_folded: bool, content: &str) -> usize {
        let rest = self.rest(0);
        if !is_folded {
            return usize::from(!is_first && rest.starts_with('\n'));
        }
        let breaks = rest.len().saturating_sub(rest.trim_start_matches('\n').len());
        let is_joined = !is_first && breaks == 0 && rest.starts_with(' ') && !content.starts_with(BLANK);
        breaks.saturating_add(usize::from(is_joined))
    }
}

/// The lines of a string with their offsets. A line ends after `\n`, `\r\n` or `\r`.
#[derive(Clone)]
struct Lines<'t> {
    rest: &'t str,
    start: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let length = self.rest.find(is_break).unwrap_or(self.rest.len());
        let (line, after) = self.rest.split_at_checked(length)?;
        let ending = if after.starts_with("\r\n") { 2 } else { usize::from(!after.is_empty()) };
        let item = (self.start, line);
        self.rest = after.get(ending..).unwrap_or_default();
        self.start = self.start.saturating_add(length).saturating_add(ending);
        Some(item)
    }
}
