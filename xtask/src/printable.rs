//! Escapes file names and strings of pages for messages, so that a terminal does not interpret their control
//! characters.

use catalog_core::excerpt::is_unseen;
use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt::Write as _;

/// Returns a name or path with its control characters and invisible marks escaped. Bytes that are not UTF-8 become
/// `\xff`.
#[must_use]
pub fn printable(name: &OsStr) -> Cow<'_, str> {
    if let Some(name) = name.to_str() {
        return printable_text(name);
    }
    let mut shown = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        shown.push_str(&printable_text(chunk.valid()));
        for byte in chunk.invalid() {
            // Writing into a string cannot fail.
            let _ = write!(shown, "\\x{byte:02x}");
        }
    }
    Cow::Owned(shown)
}

/// Returns a string with its control characters and invisible marks escaped.
#[must_use]
pub fn printable_text(text: &str) -> Cow<'_, str> {
    escaped(text, is_unseen)
}

/// Returns a string of several lines with its control characters and invisible marks escaped.
#[must_use]
pub fn printable_lines(text: &str) -> Cow<'_, str> {
    escaped(text, |character| is_unseen(character) && character != '\n')
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_escaped(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::printable;
    use std::ffi::OsStr;

    #[test]
    fn only_what_a_terminal_obeys_is_escaped() {
        let shown = |name: &str| printable(OsStr::new(name)).into_owned();
        assert_eq!(shown("docs-src/é ☃ \\ (1).md"), "docs-src/é ☃ \\ (1).md");
        assert_eq!(shown("a\u{1b}[31m\n\u{7f}"), r"a\u{1b}[31m\u{a}\u{7f}");
        assert_eq!(shown("\u{9b}2J\u{202e}dm.x\u{200b}"), r"\u{9b}2J\u{202e}dm.x\u{200b}");
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_not_text_are_shown_as_bytes() {
        use std::os::unix::ffi::OsStrExt as _;
        assert_eq!(printable(OsStr::from_bytes(b"a\xff\xc3\x1bb")), r"a\xff\xc3\u{1b}b");
    }
}
