//! The JSON parser. It reads the source once, and nests at most [`DEPTH_LIMIT`] levels.

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::{DEPTH_LIMIT, Data, JsonError, JsonErrorKind as Kind, Member, SIZE_LIMIT, Span, Value};

type Result<T> = core::result::Result<T, JsonError>;

/// Parses a source that contains one JSON value.
///
/// ```
/// use catalog::policy::json::{self, Data};
///
/// let tree = json::parse(br#"{"Version": "2012-10-17"}"#)?;
/// let Data::Object(members) = &tree.data else { panic!("expected an object") };
/// assert_eq!((&*members[0].name, members[0].value.as_str()), ("Version", Some("2012-10-17")));
/// assert_eq!((members[0].value.span.start, members[0].value.span.end), (12, 24));
/// # Ok::<_, json::JsonError>(())
/// ```
///
/// # Errors
/// Returns an error if the source is not valid JSON, or exceeds [`SIZE_LIMIT`] or [`DEPTH_LIMIT`].
pub fn parse(text: &[u8]) -> Result<Value<'_>> {
    if text.len() > SIZE_LIMIT {
        return Err(JsonError::new(Kind::TooLarge, span(SIZE_LIMIT, SIZE_LIMIT)));
    }
    let text = core::str::from_utf8(text).map_err(|error| {
        let start = error.valid_up_to();
        JsonError::new(Kind::NotUtf8, span(start, start.saturating_add(error.error_len().unwrap_or(1)).min(text.len())))
    })?;
    let mut reader = Reader { text, at: 0 };
    if reader.peek() == Some('\u{feff}') {
        return Err(reader.error(Kind::ByteOrderMark, 0));
    }
    reader.skip_space()?;
    if reader.peek().is_none() {
        return Err(JsonError::new(Kind::Empty, span(0, text.len())));
    }
    let value = reader.value(0)?;
    reader.skip_space()?;
    if reader.peek().is_some() {
        return Err(reader.error(Kind::TrailingText, reader.at));
    }
    Ok(value)
}

/// Returns a span. Offsets fit into `u32`, because the size of the source has been checked.
fn span(start: usize, end: usize) -> Span {
    let short = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Span::new(short(start), short(end))
}

struct Reader<'a> {
    text: &'a str,
    /// The current offset, which is always a character boundary.
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let eaten = self.byte() == Some(byte);
        self.at += usize::from(eaten);
        eaten
    }

    fn skip_while(&mut self, skipped: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| !skipped(*byte)).unwrap_or(rest.len());
    }

    /// Returns an error for the source from `start` up to and including the current character.
    fn error(&self, kind: Kind, start: usize) -> JsonError {
        JsonError::new(kind, span(start, self.at + self.peek().map_or(0, char::len_utf8)))
    }

    fn unexpected(&self, expected: &'static str) -> JsonError {
        let kind = match self.peek() {
            None => Kind::Truncated { expected },
            Some('\'') => Kind::SingleQuotes,
            Some(found) => Kind::Unexpected { found, expected },
        };
        self.error(kind, self.at)
    }

    fn skip_space(&mut self) -> Result<()> {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        match self.byte() {
            Some(b'/' | b'#') => Err(self.error(Kind::Comment, self.at)),
            _ => Ok(()),
        }
    }

    /// Parses a value without leading or trailing white space.
    fn value(&mut self, depth: usize) -> Result<Value<'a>> {
        let start = self.at;
        let data = match self.byte() {
            Some(b'{') => Data::Object(
                self.items(depth, b'}', ["a name or `}`", "`,` or `}`"], |reader| reader.member(depth + 1))?,
            ),
            Some(b'[') => Data::Array(
                self.items(depth, b']', ["a value or `]`", "`,` or `]`"], |reader| reader.value(depth + 1))?,
            ),
            Some(b'"') => Data::String(self.string()?),
            Some(b'-' | b'+' | b'.' | b'0'..=b'9') => Data::Number(Cow::Borrowed(self.number()?)),
            Some(byte) if byte.is_ascii_alphabetic() => self.word()?,
            _ => return Err(self.unexpected("a value")),
        };
        Ok(Value::new(span(start, self.at), data))
    }

    /// Parses the items between two brackets. The two strings name the expected tokens for the first item and after an
    /// item.
    fn items<T>(
        &mut self,
        depth: usize,
        close: u8,
        [first, next]: [&'static str; 2],
        item: impl Fn(&mut Self) -> Result<T>,
    ) -> Result<Vec<T>> {
        if depth >= DEPTH_LIMIT {
            return Err(self.error(Kind::TooDeep, self.at));
        }
        self.at += 1;
        self.skip_space()?;
        let mut items = Vec::new();
        if self.eat(close) {
            return Ok(items);
        }
        if self.byte().is_none() {
            return Err(self.unexpected(first));
        }
        // Most lists have one item. Without the exact capacity, nested lists would need many times the memory of their
        // source.
        items.reserve_exact(1);
        loop {
            items.push(item(self)?);
            self.skip_space()?;
            let comma = self.at;
            if self.eat(close) {
                return Ok(items);
            }
            if !self.eat(b',') {
                return Err(self.unexpected(next));
            }
            self.skip_space()?;
            if self.byte() == Some(close) {
                return Err(JsonError::new(Kind::TrailingComma, span(comma, comma + 1)));
            }
        }
    }

    fn member(&mut self, depth: usize) -> Result<Member<'a>> {
        let start = self.at;
        match self.byte() {
            Some(b'"') => {}
            Some(byte) if is_of_word(byte) => {
                self.skip_while(is_of_word);
                return Err(JsonError::new(Kind::UnquotedName, span(start, self.at)));
            }
            _ => return Err(self.unexpected("a name in quotes")),
        }
        let name = self.string()?;
        let name_span = span(start, self.at);
        self.skip_space()?;
        if !self.eat(b':') {
            return Err(self.unexpected("`:`"));
        }
        self.skip_space()?;
        Ok(Member::new(name, name_span, self.value(depth)?))
    }

    fn word(&mut self) -> Result<Data<'a>> {
        let start = self.at;
        self.skip_while(is_of_word);
        match self.text.get(start..self.at) {
            Some("true") => Ok(Data::Bool(true)),
            Some("false") => Ok(Data::Bool(false)),
            Some("null") => Ok(Data::Null),
            _ => Err(JsonError::new(Kind::UnknownWord, span(start, self.at))),
        }
    }

    fn number(&mut self) -> Result<&'a str> {
        let start = self.at;
        self.skip_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
        let text = self.text.get(start..self.at).unwrap_or_default();
        if is_number(text) { Ok(text) } else { Err(JsonError::new(Kind::MalformedNumber, span(start, self.at))) }
    }

    /// Parses a string, including both quotes.
    fn string(&mut self) -> Result<Cow<'a, str>> {
        let start = self.at;
        self.at += 1;
        let mut copy: Option<String> = None;
        loop {
            let plain = self.at;
            self.skip_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20));
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
                None => return Err(JsonError::new(Kind::UnclosedString, span(start, self.at))),
            }
        }
    }

    fn escape(&mut self) -> Result<char> {
        let start = self.at;
        self.at += 1;
        let character = match self.peek() {
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

/// Returns true if a byte belongs to a word or a name without quotes. Errors show the whole word.
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Returns true if a string is a JSON number, such as `-12.5e+3`.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let no_zero = whole == "0" || !whole.starts_with('0');
    digits(whole) && no_zero && fraction.is_none_or(digits) && exponent.is_none_or(digits)
}
