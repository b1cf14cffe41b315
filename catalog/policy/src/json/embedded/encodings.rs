//! Encodings of a string: JSON's escapes, and percent-encoding.

use alloc::{format, string::String, vec::Vec};

use super::{
    super::{Data, Span, parse},
    places::Places,
};

/// Returns the places of a JSON string that is written at a span.
pub(super) fn literal(written: &str, span: Span) -> Places {
    let content = written.get(1..written.len().saturating_sub(1)).unwrap_or_default();
    escapes(content, Span::new(span.start.saturating_add(1), span.end.saturating_sub(1)))
}

/// Decodes a string that seems to be JSON in another encoding. Returns `None` if it is not valid in that encoding.
pub(super) fn decode(text: &str) -> Option<(String, Places)> {
    if is_percent_encoded(text) { decode_percent(text) } else { decode_escapes(text) }
}

/// Returns true if a string seems to be JSON in another encoding.
pub(super) fn is_encoded(text: &str) -> bool {
    is_percent_encoded(text) || is_escaped_twice(text)
}

/// Returns true if a string seems to be a percent-encoded JSON object.
#[must_use]
pub(crate) fn is_percent_encoded(text: &str) -> bool {
    text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("%7b"))
}

/// Returns true if a string seems to be a JSON object whose quotes are escaped once more, as in the output of
/// `aws apigateway get-rest-api`.
fn is_escaped_twice(text: &str) -> bool {
    text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with("\\\""))
}

/// Returns the places of a string with escapes, which is at a span of the source.
fn escapes(content: &str, span: Span) -> Places {
    let mut places = Places::new(span);
    let mut rest = content;
    while let Some(at) = rest.find('\\') {
        let escape = rest.get(at..).unwrap_or_default();
        let (decoded, encoded) = lengths(escape);
        places.add(at, decoded, encoded);
        rest = escape.get(encoded..).unwrap_or_default();
    }
    places
}

/// Returns the length of the character that an escape such as `\n` or `\u00e9` represents, and the length of the
/// escape.
fn lengths(escape: &str) -> (usize, usize) {
    let unit = |from: usize| {
        let digits = escape.get(from..from.saturating_add(4))?;
        u32::from_str_radix(digits, 16).ok()
    };
    if !escape.starts_with("\\u") {
        return (1, 2);
    }
    match unit(2).map(char::from_u32) {
        Some(Some(character)) => (character.len_utf8(), 6),
        // A surrogate pair, which the parser has checked.
        Some(None) => (4, 12),
        None => (1, 2),
    }
}

/// Resolves escapes. Returns `None` if an escape is not valid.
fn decode_escapes(text: &str) -> Option<(String, Places)> {
    let literal = format!("\"{text}\"");
    let Data::String(decoded) = parse(literal.as_bytes()).ok()?.data else { return None };
    let places = escapes(text, Span::new(0, u32::try_from(text.len()).ok()?));
    Some((decoded.into_owned(), places))
}

/// Resolves percent-encoding. Returns `None` if the result is not UTF-8.
///
/// Some programs write a space as `+`, and AWS writes `%20`. So `+` is a space if the string has no `%20`.
fn decode_percent(text: &str) -> Option<(String, Places)> {
    let plus = if text.contains("%20") { b'+' } else { b' ' };
    let plain_bytes =
        |text: &str| -> Vec<u8> { text.bytes().map(|byte| if byte == b'+' { plus } else { byte }).collect() };
    let mut bytes = Vec::with_capacity(text.len());
    let mut places = Places::new(Span::new(0, u32::try_from(text.len()).unwrap_or(u32::MAX)));
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (plain, encoded) = rest.split_at_checked(at)?;
        bytes.extend(plain_bytes(plain));
        let digits = encoded.get(1..3).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        let length = if byte.is_some() { 3 } else { 1 };
        places.add(at, 1, length);
        rest = encoded.get(length..)?;
    }
    bytes.extend(plain_bytes(rest));
    Some((String::from_utf8(bytes).ok()?, places))
}
