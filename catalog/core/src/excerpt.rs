//! The parts of an untrusted string that a message shows: its beginning, or one of its characters.

use core::fmt;

/// A character as a message shows it.
#[derive(Clone, Copy, Debug)]
pub struct Character(pub char);

impl fmt::Display for Character {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ' ' => f.write_str("a space"),
            '`' => f.write_str("a grave accent"),
            c if c.is_whitespace() || is_unseen(c) => write!(f, "the character U+{:04X}", u32::from(c)),
            c if !c.is_ascii() => write!(f, "`{c}` (U+{:04X})", u32::from(c)),
            c => write!(f, "`{c}`"),
        }
    }
}

/// Returns true if a character is invisible or reorders the characters around it.
///
/// Such characters get into a name when it is copied from a web page, or make a string look like another one.
///
/// ```
/// let error = "ses:Send\u{200b}Email".parse::<catalog::AnyAction>().unwrap_err();
/// assert!(error.to_string().contains("the character U+200B at byte 8"));
/// ```
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{180e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A string as a message shows it: invisible and reordering characters are escaped, such as `\u{200b}`.
#[derive(Clone, Copy, Debug)]
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((at, unseen)) = rest.char_indices().find(|(_, c)| is_unseen(*c)) {
            f.write_str(rest.get(..at).unwrap_or_default())?;
            write!(f, "{}", unseen.escape_default())?;
            rest = rest.get(at + unseen.len_utf8()..).unwrap_or_default();
        }
        f.write_str(rest)
    }
}

/// Returns the longest prefix of a string that has at most `limit` bytes. `str::floor_char_boundary` needs Rust 1.91.
#[must_use]
pub fn beginning(text: &str, limit: usize) -> &str {
    // `get` succeeds only at a character boundary, which is at most three bytes before the limit.
    (0..=limit.min(text.len())).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// The beginning of a string, stored inline.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Excerpt {
    bytes: [u8; Self::LIMIT],
    length: u8,
    cut: bool,
}

impl Excerpt {
    /// Nearly every name of the reference fits. A longer one is cut and displayed with an ellipsis.
    const LIMIT: usize = 48;

    /// Copies the beginning of a string.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let start = beginning(text, Self::LIMIT);
        let mut bytes = [0; Self::LIMIT];
        if let Some(into) = bytes.get_mut(..start.len()) {
            into.copy_from_slice(start.as_bytes());
        }
        // The length is at most the limit, which fits a byte.
        let length = u8::try_from(start.len()).unwrap_or_default();
        Self { bytes, length, cut: start.len() < text.len() }
    }

    fn text(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        core::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Escaped(self.text()))?;
        f.write_str(if self.cut { "…" } else { "" })
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn unseen_characters_are_known() {
        assert!(is_unseen('\n') && is_unseen('\u{200b}') && is_unseen('\u{202e}'));
        assert!(!is_unseen(' ') && !is_unseen('é'));
    }

    #[test]
    fn what_is_unseen_is_escaped() {
        assert_eq!(Escaped("ses:\u{1b}[31mé\u{200b}").to_string(), r"ses:\u{1b}[31mé\u{200b}");
        assert_eq!(Excerpt::new("a\u{202e}b").to_string(), r"a\u{202e}b");
        assert_eq!(Character('\u{435}').to_string(), "`\u{435}` (U+0435)");
    }

    #[test]
    fn a_beginning_ends_between_characters() {
        let text = "aé€😀";
        let lengths = (0..12).map(|limit| beginning(text, limit).len());
        assert!(lengths.eq([0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10]));
        assert!((0..12).all(|limit| text.starts_with(beginning(text, limit))));
        assert_eq!(beginning("", usize::MAX), "");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let excerpt = Excerpt::new(&"é".repeat(50));
        assert_eq!(excerpt.to_string(), "é".repeat(24) + "…");
        let odd = Excerpt::new(&("a".to_string() + &"é".repeat(50)));
        assert_eq!(odd.to_string(), "a".to_string() + &"é".repeat(23) + "…");
        assert_eq!(Excerpt::new("ses:SendEmail").to_string(), "ses:SendEmail");
    }
}
