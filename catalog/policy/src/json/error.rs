//! The errors of the JSON parser, each with its span and its message.

use core::fmt;

use super::{DEPTH_LIMIT, Position, SIZE_LIMIT, Span};
use catalog_core::excerpt::Character;

/// The reason why a source is not valid JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonErrorKind {
    /// The source is larger than [`SIZE_LIMIT`].
    TooLarge,
    /// Arrays and objects are nested deeper than [`DEPTH_LIMIT`].
    TooDeep,
    /// The source begins with a byte-order mark of UTF-16.
    Utf16,
    /// The source is not valid UTF-8.
    NotUtf8,
    /// The source begins with a byte-order mark.
    ByteOrderMark,
    /// The source is empty, or contains only white space.
    Empty,
    /// The source ends too early.
    Truncated {
        /// The token that is missing.
        expected: &'static str,
    },
    /// A character is found in place of another token.
    Unexpected {
        /// The character.
        found: char,
        /// The expected token.
        expected: &'static str,
    },
    /// A comma is not followed by another item.
    TrailingComma,
    /// The source contains a comment, which JSON does not allow.
    Comment,
    /// Single quotes are used for a string.
    SingleQuotes,
    /// The name of a member has no quotes.
    UnquotedName,
    /// A word without quotes is not `true`, `false` or `null`.
    UnknownWord,
    /// A number does not have the form of a JSON number.
    MalformedNumber,
    /// A string contains a control character.
    ControlCharacter {
        /// The character.
        found: char,
    },
    /// A string contains an invalid escape.
    UnknownEscape,
    /// A string contains half of a surrogate pair.
    LoneSurrogate,
    /// A string is not closed.
    UnclosedString,
    /// The value is followed by more text.
    TrailingText,
}

/// An error of the JSON parser, with its span.
///
/// ```
/// use catalog::policy::json;
///
/// let text = b"{\"Version\": \"2012-10-17\",}";
/// let error = json::parse(text).unwrap_err();
/// assert_eq!(error.to_string(), "trailing comma");
/// assert_eq!(error.position(text).to_string(), "1:25");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    kind: JsonErrorKind,
    span: Span,
}

impl JsonError {
    /// Returns an error. Code that builds a tree without the parser uses it to report the same messages as the parser.
    #[must_use]
    pub const fn new(kind: JsonErrorKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// Returns the kind of the error.
    #[must_use]
    pub const fn kind(&self) -> JsonErrorKind {
        self.kind
    }

    /// Returns the span of the error, in bytes of the source.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Returns the position of the first character of the error, in the source that was parsed.
    #[must_use]
    pub fn position(&self, text: &[u8]) -> Position {
        Position::new(text, self.span.start)
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            JsonErrorKind::TooLarge => {
                return write!(f, "the file is too large for a policy: expected at most {} MiB", SIZE_LIMIT >> 20);
            }
            JsonErrorKind::TooDeep => return write!(f, "nested deeper than {DEPTH_LIMIT} levels: a policy needs five"),
            JsonErrorKind::Truncated { expected } => {
                return write!(f, "expected {expected}, found the end of the file");
            }
            JsonErrorKind::Unexpected { found, expected } => {
                return write!(f, "expected {expected}, found {}", Character(found));
            }
            JsonErrorKind::ControlCharacter { found } if !matches!(found, '\n' | '\r') => {
                return write!(f, "a string cannot contain {}: write `\\u{:04x}`", Character(found), u32::from(found));
            }
            JsonErrorKind::ControlCharacter { .. } => "a string cannot span lines: close it with `\"`, or write `\\n`",
            JsonErrorKind::Utf16 => "the file is UTF-16: save it as UTF-8",
            JsonErrorKind::NotUtf8 => "the file is not valid UTF-8",
            JsonErrorKind::ByteOrderMark => "the file begins with a byte-order mark: save it as UTF-8 without one",
            JsonErrorKind::Empty => "expected a policy, found an empty file",
            JsonErrorKind::TrailingComma => "trailing comma",
            JsonErrorKind::Comment => "JSON does not allow comments: remove the comment",
            JsonErrorKind::SingleQuotes => "JSON does not allow single quotes: write `\"`",
            JsonErrorKind::UnquotedName => "missing double quotes around a name",
            JsonErrorKind::UnknownWord => "unknown word: expected `true`, `false`, `null` or a string in double quotes",
            JsonErrorKind::MalformedNumber => {
                "invalid number: JSON does not allow a leading `+` or `0`, or a decimal point without digits around it"
            }
            JsonErrorKind::UnknownEscape => {
                "invalid escape: write `\\\\` for a backslash, or `\\u` and four hexadecimal digits for a character"
            }
            JsonErrorKind::LoneSurrogate => "half of a surrogate pair: write both halves, or the character itself",
            JsonErrorKind::UnclosedString => "unclosed string: close it with `\"`",
            JsonErrorKind::TrailingText => "unexpected text after the end of the policy: remove it",
        })
    }
}

impl core::error::Error for JsonError {}
