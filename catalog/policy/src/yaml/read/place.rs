//! The places of tokens in the text. The parser's own places include spaces, comments, tags and anchors.

use super::source::Source;

/// The properties of a value: its tag and its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Properties {
    /// The range of the tag, if the value has one.
    pub(super) tag: Option<(usize, usize)>,
    /// The offset of the value after its properties, or of the end of the properties if the value is empty.
    pub(super) content: usize,
}

/// Finds the properties of a value that begins at an offset and has a tag or an anchor, or both.
pub(super) fn properties(source: &Source<'_>, start: usize, has_anchor: bool, has_tag: bool) -> Properties {
    let mut found = Properties { tag: None, content: start };
    let (mut anchors, mut tags) = (usize::from(has_anchor), usize::from(has_tag));
    while anchors > 0 || tags > 0 {
        let at = space(source, found.content);
        let left = match source.byte(at) {
            Some(b'&') => &mut anchors,
            Some(b'!') => &mut tags,
            _ => break,
        };
        if *left == 0 {
            break;
        }
        *left = left.saturating_sub(1);
        let end = at.saturating_add(property_length(source.rest(at)));
        if source.byte(at) == Some(b'!') {
            found.tag = Some((at, end));
        }
        found.content = end;
    }
    found.content = space(source, found.content);
    found
}

/// Returns the length of a tag or an anchor at the start of a string.
fn property_length(text: &str) -> usize {
    let is_verbatim = text.starts_with("!<");
    let is_end =
        |c: char| matches!(c, ' ' | '\t' | '\n' | '\r') || !is_verbatim && matches!(c, ',' | '[' | ']' | '{' | '}');
    text.find(is_end).unwrap_or(text.len())
}

/// Returns the offset after white space and comments.
fn space(source: &Source<'_>, start: usize) -> usize {
    let mut at = start;
    loop {
        let rest = source.rest(at);
        let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r']);
        at = at.saturating_add(rest.len().saturating_sub(trimmed.len()));
        if !trimmed.starts_with('#') {
            return at;
        }
        at = at.saturating_add(line_length(trimmed));
    }
}

/// Returns the length of the first line of a string, without the line break.
pub(super) fn line_length(text: &str) -> usize {
    text.find(['\n', '\r']).unwrap_or(text.len())
}

/// Returns the length of an anchor or an alias at the start of a string.
pub(super) fn anchor_length(text: &str) -> usize {
    property_length(text)
}

/// Returns the length of the string in quotes at the start of a string.
pub(super) fn quoted_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let Some(quote @ (b'"' | b'\'')) = bytes.first().copied() else { return 0 };
    let mut at = 1_usize;
    while let Some(byte) = bytes.get(at).copied() {
        let next = bytes.get(at.saturating_add(1)).copied();
        let length = match byte {
            b'\\' if quote == b'"' => 2,
            b'\'' if quote == b'\'' && next == Some(b'\'') => 2,
            byte if byte == quote => return at.saturating_add(1),
            _ => 1,
        };
        at = at.saturating_add(length);
    }
    bytes.len()
}

/// Returns the offset of the first of several marks, after the token that ends at an offset. Only other marks, spaces
/// and comments are between the two.
pub(super) fn mark(source: &Source<'_>, after: usize, wanted: &[u8]) -> usize {
    let mut at = space(source, after);
    while let Some(byte) = source.byte(at).filter(u8::is_ascii_punctuation) {
        if wanted.contains(&byte) {
            return at;
        }
        at = space(source, at.saturating_add(1));
    }
    after
}

/// Returns the offset after the last character of a block, which begins at an offset and whose lines end before another
/// offset.
pub(super) fn block_end(source: &Source<'_>, start: usize, limit: usize) -> usize {
    let block = source.slice(start, limit);
    let text = block.trim_end_matches([' ', '\n', '\r']).len().max(1);
    // Spaces at the end of the last line are content.
    let spaces = line_length(block.get(text..).unwrap_or_default());
    start.saturating_add(text).saturating_add(spaces)
}
