//! Parses strings and their escapes.

use alloc::{borrow::Cow, string::String};

use catalog_core::words::{has_byte, has_control};

use super::{JsonError, Kind, Reader, Result, span};

impl<'a> Reader<'a, '_> {
    /// Parses a string, including both quotes. In a string with gaps, everything up to the last gap becomes pieces, and
    /// the rest is returned.
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>> {
        let start = self.at;
        self.at += 1;
        let mut copy: Option<String> = None;
        loop {
            let plain = self.at;
            self.skip_plain();
            let piece = self.text.get(plain..self.at).unwrap_or_default();
            if let Some(copy) = &mut copy {
                copy.push_str(piece);
            }
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(copy.map_or(Cow::Borrowed(piece), Cow::Owned));
                }
                Some(b'\\') => {
                    let character = self.escape()?;
                    copy.get_or_insert_with(|| String::from(piece)).push(character);
                }
                Some(byte) => {
                    return Err(self.error(Kind::ControlCharacter { found: char::from(byte) }, self.at));
                }
                None if self.is_at_gap() => self.add_pieces(copy.take().map_or(Cow::Borrowed(piece), Cow::Owned)),
                None => return Err(JsonError::new(Kind::UnclosedString, span(start, self.at))),
            }
        }
    }

    /// Skips the characters of a string that represent themselves.
    fn skip_plain(&mut self) {
        let is_plain = |word: &&[u8; 8]| {
            let word = u64::from_le_bytes(**word);
            !(has_byte(word, b'"') || has_byte(word, b'\\') || has_control(word))
        };
        // Most of a policy is in strings, and most words of a string have no other character.
        let (words, _) = self.text.as_bytes().get(self.at..).unwrap_or_default().as_chunks();
        self.at += words.iter().take_while(is_plain).count() * 8;
        self.skip_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20));
    }

    fn escape(&mut self) -> Result<char> {
        let start = self.at;
        self.at += 1;
        let character = match self.rest().chars().next() {
            None if self.is_at_gap() => return Err(self.error(Kind::UnknownEscape, start)),
            None => return Err(self.error(Kind::Truncated { expected: "an escaped character" }, start)),
            Some(escaped @ ('"' | '\\' | '/')) => escaped,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => return self.unicode_escape(start),
            Some(_) => return Err(self.error(Kind::UnknownEscape, start)),
        };
        self.at += 1;
        Ok(character)
    }

    /// Parses `\u0041`, or two such escapes for a character above U+FFFF. The backslash has been read.
    fn unicode_escape(&mut self, start: usize) -> Result<char> {
        let first = self.unit(start)?;
        if let Some(character) = char::from_u32(first) {
            return Ok(character);
        }
        let lone = JsonError::new(Kind::LoneSurrogate, span(start, self.at));
        if first >= 0xdc00 || !self.rest().starts_with("\\u") {
            return Err(lone);
        }
        self.at += 1;
        let second = self.unit(start)?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(lone);
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)).ok_or(lone)
    }

    /// Parses `u` and four hexadecimal digits.
    fn unit(&mut self, start: usize) -> Result<u32> {
        let digits = self.text.get(self.at + 1..self.at + 5);
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let Some(unit) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) else {
            return Err(self.error(Kind::UnknownEscape, start));
        };
        self.at += 5;
        Ok(unit)
    }
}
