//! What is wrong with a text that should be JSON: the kind, the place, and words that help.

use core::fmt;

use super::{DEPTH_LIMIT, Position, SIZE_LIMIT, Span};
use catalog_core::excerpt::Character;

/// Why a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonErrorKind {
    /// The text is larger than [`SIZE_LIMIT`].
    TooLarge,
    /// Arrays and objects are nested deeper than [`DEPTH_LIMIT`].
    TooDeep,
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// A byte-order mark.
    ByteOrderMark,
    /// There is nothing but white space.
    Empty,
    /// The text ends too early.
    Truncated {
        /// What is missing.
        expected: &'static str,
    },
    /// A character where something else must stand.
    Unexpected {
        /// The character.
        found: char,
        /// What must stand there.
        expected: &'static str,
    },
    /// A comma with nothing behind it.
    TrailingComma,
    /// A comment.
    Comment,
    /// Single quotes for double ones.
    SingleQuotes,
    /// A member's name without quotes.
    UnquotedName,
    /// A word that is neither `true`, `false` nor `null`.
    UnknownWord,
    /// A number that is written as JSON does not know it.
    MalformedNumber,
    /// A control character in a string.
    ControlCharacter {
        /// The character.
        found: char,
    },
    /// An escape that JSON does not have.
    UnknownEscape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// A string that does not end.
    UnclosedString,
    /// Something behind the end.
    TrailingText,
}

/// Why a text is no JSON, and where.
///
/// ```
/// use catalog::policy::json;
///
/// let text = b"{\"Version\": \"2012-10-17\",}";
/// let error = json::parse(text).unwrap_err();
/// assert_eq!(error.to_string(), "a comma with nothing behind it: remove it");
/// assert_eq!(error.position(text).to_string(), "1:25");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    kind: JsonErrorKind,
    span: Span,
}

impl JsonError {
    /// An error of whoever makes a tree in another way than from a text, in the same words.
    #[must_use]
    pub const fn new(kind: JsonErrorKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> JsonErrorKind {
        self.kind
    }

    /// Where, in bytes of the text.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Where it begins, in the text that was read.
    #[must_use]
    pub fn position(&self, text: &[u8]) -> Position {
        Position::new(text, self.span.start)
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            JsonErrorKind::TooLarge => {
                return write!(f, "the text has more than {} MiB: that is no policy", SIZE_LIMIT >> 20);
            }
            JsonErrorKind::TooDeep => return write!(f, "nested deeper than {DEPTH_LIMIT} levels: a policy needs five"),
            JsonErrorKind::Truncated { expected } => return write!(f, "the text ends where {expected} is wanted"),
            JsonErrorKind::Unexpected { found, expected } => {
                return write!(f, "found {} where {expected} is wanted", Character(found));
            }
            JsonErrorKind::ControlCharacter { found } if !matches!(found, '\n' | '\r') => {
                return write!(f, "{} in a string: write `\\u{:04x}`", Character(found), u32::from(found));
            }
            JsonErrorKind::ControlCharacter { .. } => "a line end in a string: close it with `\"`, or write `\\n`",
            JsonErrorKind::NotUtf8 => "bytes that are no UTF-8: save the file as UTF-8",
            JsonErrorKind::ByteOrderMark => "a byte-order mark: save the file as UTF-8 without one",
            JsonErrorKind::Empty => "an empty text where a policy is wanted",
            JsonErrorKind::TrailingComma => "a comma with nothing behind it: remove it",
            JsonErrorKind::Comment => "JSON has no comments: remove it, or say it in a `Sid`",
            JsonErrorKind::SingleQuotes => "JSON has no single quotes: write `\"`",
            JsonErrorKind::UnquotedName => "a name without quotes: write it in `\"`",
            JsonErrorKind::UnknownWord => {
                "a word without quotes that is neither `true`, `false` nor `null`: write it in `\"`"
            }
            JsonErrorKind::MalformedNumber => {
                "a number that JSON does not know: it has no `+` in front, no leading zero, digits around its point"
            }
            JsonErrorKind::UnknownEscape => {
                "an escape that JSON does not have: write `\\\\` for a backslash, `\\u` with four digits for a character"
            }
            JsonErrorKind::LoneSurrogate => "half of a surrogate pair, which is no character",
            JsonErrorKind::UnclosedString => "a string that does not end: close it with `\"`",
            JsonErrorKind::TrailingText => "text behind the end of the policy: remove it",
        })
    }
}

impl core::error::Error for JsonError {}
