//! The JSON parser. It reads the source once, and nests at most [`DEPTH_LIMIT`] levels.

mod holes;
mod string;

use alloc::{borrow::Cow, boxed::Box, vec::Vec};

use super::{DEPTH_LIMIT, Data, Gap, JsonError, JsonErrorKind as Kind, Member, SIZE_LIMIT, Span, Value};
use crate::hole::Piece;

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
    read(text, &[])
}

/// Parses a source with gaps whose content is not known. The gaps are sorted and disjoint, and begin and end between
/// characters.
pub(super) fn read<'a>(text: &'a [u8], gaps: &[Gap<'a>]) -> Result<Value<'a>> {
    if text.len() > SIZE_LIMIT {
        return Err(JsonError::new(Kind::TooLarge, span(SIZE_LIMIT, SIZE_LIMIT)));
    }
    if matches!(text, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        return Err(JsonError::new(Kind::Utf16, span(0, 0)));
    }
    let text = core::str::from_utf8(text).map_err(|error| {
        let start = error.valid_up_to();
        JsonError::new(Kind::NotUtf8, span(start, start.saturating_add(error.error_len().unwrap_or(1)).min(text.len())))
    })?;
    let mut reader = Reader::new(text, gaps);
    if reader.peek() == Some('\u{feff}') {
        return Err(reader.error(Kind::ByteOrderMark, 0));
    }
    let value = reader.root()?;
    if reader.peek().is_some() {
        return Err(reader.error(Kind::TrailingText, reader.at));
    }
    Ok(value)
}

/// Returns a span. Offsets fit into `u32`, because the size of the source has been checked.
pub(super) fn span(start: usize, end: usize) -> Span {
    let short = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Span::new(short(start), short(end))
}

struct Reader<'a, 'g> {
    /// The source.
    source: &'a str,
    /// The source up to the next gap. So the parser comes to a gap where it comes to the end of this string.
    text: &'a str,
    /// The current offset, which is always a character boundary.
    at: usize,
    /// The gaps after the current offset.
    gaps: &'g [Gap<'a>],
    /// The end of the last gap before the current offset, or 0.
    gap_end: usize,
    /// The pieces of the current string up to its last gap, if it has gaps.
    pieces: Vec<Piece<'a>>,
}

impl<'a> Reader<'a, '_> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Returns the next character, which can be the first one of a gap.
    fn peek(&self) -> Option<char> {
        self.source.get(self.at..)?.chars().next()
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

    #[expect(clippy::inline_always, reason = "each value, name and item calls it, and a call makes the parser slower")]
    #[inline(always)]
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
            Some(b'"') => {
                let text = self.string()?;
                if self.pieces.is_empty() { Data::String(text) } else { Data::Hole(Box::new(self.string_hole(text))) }
            }
            Some(b'-' | b'+' | b'.' | b'0'..=b'9') => self.number()?,
            Some(byte) if byte.is_ascii_alphabetic() => self.word()?,
            None if self.is_at_gap() => Data::Hole(Box::new(self.bare_hole(start))),
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
        if self.byte().is_none() && !self.is_at_gap() {
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
                if self.is_beside_gap() {
                    continue;
                }
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
            None if self.is_at_gap() => return self.member_with_gap(depth),
            _ => return Err(self.unexpected("a name in quotes")),
        }
        let name = self.string()?;
        if !self.pieces.is_empty() {
            return self.member_with_holes(name, start, depth);
        }
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
        if self.is_at_gap() {
            return Ok(Data::Hole(Box::new(self.bare_hole(start))));
        }
        match self.text.get(start..self.at) {
            Some("true") => Ok(Data::Bool(true)),
            Some("false") => Ok(Data::Bool(false)),
            Some("null") => Ok(Data::Null),
            _ => Err(JsonError::new(Kind::UnknownWord, span(start, self.at))),
        }
    }

    fn number(&mut self) -> Result<Data<'a>> {
        let start = self.at;
        self.skip_while(is_of_number);
        if self.is_at_gap() {
            return Ok(Data::Hole(Box::new(self.bare_hole(start))));
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        if is_number(text) {
            Ok(Data::Number(Cow::Borrowed(text)))
        } else {
            Err(JsonError::new(Kind::MalformedNumber, span(start, self.at)))
        }
    }
}

/// Returns true if a byte belongs to a word or a name without quotes. Errors show the whole word.
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Returns true if a byte belongs to a number, or to a mistake in one. Errors show the whole number.
fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
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
