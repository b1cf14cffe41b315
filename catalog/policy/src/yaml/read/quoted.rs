//! Decodes a string in quotes. The parser decodes it in a source that is not repaired.

use alloc::{borrow::Cow, string::String};

/// Decodes the content of a string in quotes. If an escape is invalid, returns its offset in the content.
pub(super) fn decode(content: &str, is_double: bool) -> Result<Cow<'_, str>, usize> {
    let special = |c: char| matches!(c, '\n' | '\r') || c == if is_double { '\\' } else { '\'' };
    if !content.contains(special) {
        return Ok(Cow::Borrowed(content));
    }
    let mut text = String::with_capacity(content.len());
    let mut rest = content;
    while let Some(at) = rest.find(special) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        if from.starts_with(['\n', '\r']) {
            // The spaces before a line break are not part of the string. Escaped spaces are already in the text.
            text.push_str(before.trim_end_matches([' ', '\t']));
            let (breaks, after) = line_breaks(from);
            text.push_str(if breaks == 1 { " " } else { "" });
            text.extend((1..breaks).map(|_| '\n'));
            rest = after;
            continue;
        }
        text.push_str(before);
        let escape = from.get(1..).unwrap_or_default();
        if !is_double {
            text.push('\'');
            rest = escape.strip_prefix('\'').unwrap_or(escape);
        } else if escape.starts_with(['\n', '\r']) {
            let (breaks, after) = line_breaks(escape);
            text.extend((1..breaks).map(|_| '\n'));
            rest = after;
        } else {
            let (decoded, length) = character(escape).ok_or(content.len().saturating_sub(from.len()))?;
            text.push(decoded);
            rest = escape.get(length..).unwrap_or_default();
        }
    }
    text.push_str(rest);
    Ok(Cow::Owned(text))
}

/// Returns the number of line breaks at the start of a string, and the text after all white space.
fn line_breaks(text: &str) -> (usize, &str) {
    let after = text.trim_start_matches([' ', '\t', '\n', '\r']);
    let blank = text.get(..text.len().saturating_sub(after.len())).unwrap_or_default();
    let count = blank.matches('\n').count().saturating_add(blank.matches('\r').count());
    (count.saturating_sub(blank.matches("\r\n").count()), after)
}

/// Returns the character that an escape represents, and the length of the escape after the backslash.
fn character(escape: &str) -> Option<(char, usize)> {
    let simple = match escape.chars().next()? {
        '0' => '\0',
        'a' => '\x07',
        'b' => '\x08',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\x0b',
        'f' => '\x0c',
        'r' => '\r',
        'e' => '\x1b',
        c @ (' ' | '"' | '/' | '\\') => c,
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        'x' => return Some((char::from_u32(code(escape, 2)?)?, 3)),
        'u' => return unit(escape),
        'U' => return Some((char::from_u32(code(escape, 8)?)?, 9)),
        _ => return None,
    };
    Some((simple, 1))
}

/// Returns the character of `u` and four digits, or of a surrogate pair.
fn unit(escape: &str) -> Option<(char, usize)> {
    let first = code(escape, 4)?;
    if let Some(character) = char::from_u32(first) {
        return Some((character, 5));
    }
    let second = code(escape.get(5..)?.strip_prefix('\\').filter(|next| next.starts_with('u'))?, 4)?;
    let [high, low] = [first, second].map(|half| u16::try_from(half).unwrap_or_default());
    let character = char::decode_utf16([high, low]).next()?.ok()?;
    Some((character, 11))
}

/// Returns the number of some hexadecimal digits after the first character.
fn code(escape: &str, digits: usize) -> Option<u32> {
    let digits = escape.get(1..digits.saturating_add(1))?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}
