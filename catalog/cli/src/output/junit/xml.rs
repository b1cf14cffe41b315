//! Escapes strings for XML.

use std::fmt::{self, Write as _};

use catalog::policy::files::Escaped;

/// A string as the content of an element or the value of an attribute within quotes.
///
/// XML forbids control characters and two other characters, even if they are escaped. They are shown as in messages, such
/// as `\u{1b}`. So are other invisible characters.
#[derive(Clone, Copy)]
pub(crate) struct Xml<'a>(pub(crate) &'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in Escaped(self.0).to_string().chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&apos;")?,
                '\u{fffe}' | '\u{ffff}' => write!(f, "{}", c.escape_unicode())?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_can_be_in_an_attribute_and_in_an_element() {
        for c in '\0'..=char::MAX {
            let text = Xml(c.encode_utf8(&mut [0; 4])).to_string();
            assert!(!text.contains(['<', '>', '"', '\'', '\n', '\r', '\t']), "{c:?}");
            let is_allowed = |c| matches!(c, ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
            assert!(text.chars().all(is_allowed), "{c:?}");
        }
        assert_eq!(Xml("]]>&amp;\u{1b}\u{ffff}").to_string(), r"]]&gt;&amp;amp;\u{1b}\u{ffff}");
    }
}
