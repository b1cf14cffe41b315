//! The errors of the YAML parser, each with its span and its message.

use alloc::string::String;
use core::fmt;

use catalog_core::excerpt::Character;

use super::COPY_LIMIT;
use crate::{
    json::{DEPTH_LIMIT, Position, SIZE_LIMIT, Span},
    shown::Shown,
};

/// The reason why a source is not valid YAML, or cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum YamlErrorKind {
    /// The source is larger than [`SIZE_LIMIT`].
    TooLarge,
    /// Lists and mappings are nested deeper than [`DEPTH_LIMIT`].
    TooDeep,
    /// Anchors and aliases copy more than [`COPY_LIMIT`] bytes.
    TooManyCopies,
    /// The source is UTF-16 or UTF-32.
    Utf16,
    /// The source is not valid UTF-8.
    NotUtf8,
    /// A byte-order mark is inside a document.
    ByteOrderMark,
    /// The source contains a character that YAML does not allow.
    ControlCharacter {
        /// The character.
        found: char,
    },
    /// A tab is part of an indentation, or separates two tokens.
    Tab,
    /// A line has an indentation that no line before it has.
    Indentation,
    /// A quoted string is not closed.
    UnclosedString {
        /// The quote.
        quote: char,
    },
    /// A quoted string is followed by more text.
    TextAfterString {
        /// The quote.
        quote: char,
    },
    /// A string in double quotes contains an invalid escape.
    UnknownEscape,
    /// A list or a mapping in brackets is not closed.
    UnclosedBracket {
        /// The opening bracket.
        open: char,
    },
    /// A closing bracket has no opening bracket.
    LoneBracket {
        /// The closing bracket.
        close: char,
    },
    /// The items in brackets are not separated by commas.
    MissingComma {
        /// The closing bracket.
        close: char,
    },
    /// A value is missing before a comma, a bracket or another mark.
    MissingValue,
    /// A string without quotes begins with a reserved character.
    ReservedCharacter {
        /// The character.
        found: char,
    },
    /// A string without quotes contains `: `.
    ColonInString,
    /// A line with a name continues the string of the line above.
    ContinuedString,
    /// A value is followed by more text in its line.
    TextAfterValue,
    /// A string without quotes contains a comment between two lines.
    CommentInString,
    /// The name of a member is not followed by `:`.
    MissingColon,
    /// The item of a list is at a place where YAML allows none.
    MisplacedItem,
    /// A `*` or `&` is not followed by a name.
    MissingName {
        /// The character.
        found: char,
    },
    /// An alias has no anchor before it in its document.
    UndefinedAlias {
        /// The name of the alias.
        name: String,
    },
    /// An alias is inside the value of its own anchor.
    RecursiveAlias {
        /// The name of the alias.
        name: String,
    },
    /// The value of a merge key is not a mapping.
    MergeOfOther,
    /// The name of a member is a list or a mapping.
    ComplexName,
    /// A tag has an invalid form, or a prefix that no directive declares.
    MalformedTag,
    /// A line after `|` or `>` is invalid.
    MalformedBlock,
    /// A line that begins with `%` is not a valid directive.
    MalformedDirective,
    /// A document is followed by more text.
    TrailingText,
    /// Another mistake, in the words of the parser.
    Other {
        /// The description.
        description: String,
    },
}

/// An error of the YAML parser, with its span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlError {
    kind: YamlErrorKind,
    span: Span,
}

impl YamlError {
    /// Returns an error.
    #[must_use]
    pub const fn new(kind: YamlErrorKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// Returns the kind of the error.
    #[must_use]
    pub const fn kind(&self) -> &YamlErrorKind {
        &self.kind
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

impl fmt::Display for YamlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use YamlErrorKind as Kind;
        f.write_str(match &self.kind {
            Kind::TooLarge => return write!(f, "the file is too large: expected at most {} MiB", SIZE_LIMIT >> 20),
            Kind::TooDeep => return write!(f, "nested deeper than {DEPTH_LIMIT} levels: a template needs fewer"),
            Kind::TooManyCopies => {
                return write!(f, "aliases copy more than {} MiB: repeat smaller values", COPY_LIMIT >> 20);
            }
            Kind::Utf16 => "the file is UTF-16: save it as UTF-8",
            Kind::NotUtf8 => "the file is not valid UTF-8",
            Kind::ByteOrderMark => "a byte-order mark inside the file: remove the invisible character",
            Kind::ControlCharacter { found } => {
                return write!(f, "YAML does not allow {}: remove it", Character(*found));
            }
            Kind::Tab => "YAML does not allow a tab here: use spaces",
            Kind::Indentation => {
                "the indentation fits no line above: indent the line like the other members or items of its block"
            }
            Kind::UnclosedString { quote } => return write!(f, "unclosed string: close it with `{quote}`"),
            Kind::TextAfterString { quote: '\'' } => {
                "unexpected text after a quoted string: write `''` for a quote inside of it"
            }
            Kind::TextAfterString { .. } => {
                "unexpected text after a quoted string: write `\\\"` for a quote inside of it"
            }
            Kind::UnknownEscape => {
                "invalid escape in double quotes: write `\\\\` for a backslash, or use single quotes"
            }
            Kind::UnclosedBracket { open } => {
                return write!(f, "unclosed `{open}`: close it with `{}`", closing(*open));
            }
            Kind::LoneBracket { close } => return write!(f, "`{close}` without an opening bracket: remove it"),
            Kind::MissingComma { close } => {
                return write!(f, "expected `,` or `{close}` after an item: quote a string that contains a bracket");
            }
            Kind::MissingValue => "expected a value: remove the extra character, or quote it",
            Kind::ReservedCharacter { found } => {
                return write!(f, "a string cannot begin with {}: quote it", Character(*found));
            }
            Kind::ColonInString => "unexpected `: `: quote the string if the colon is part of it",
            Kind::ContinuedString => {
                "the line continues the string above: fix its indentation, or write a space after the `:` above"
            }
            Kind::TextAfterValue => "unexpected text after a value: quote the whole value, or start a new line",
            Kind::CommentInString => "a comment cannot interrupt a string: move the comment, or quote the string",
            Kind::MissingColon => "expected `:` after a name: add it, or indent a string that continues the line above",
            Kind::MisplacedItem => "unexpected list item: start the list on a new line, or quote the `-`",
            Kind::MissingName { found: '*' } => "an unquoted `*` begins an alias in YAML: quote it: `'*'`",
            Kind::MissingName { .. } => "an unquoted `&` begins an anchor in YAML: quote the string",
            Kind::UndefinedAlias { name } => {
                let name = Shown(name);
                return write!(f, "unknown alias `*{name}`: quote a string that begins with `*`, as in `'*{name}'`");
            }
            Kind::RecursiveAlias { name } => {
                return write!(f, "the alias `*{}` is inside of its own value: remove it", Shown(name));
            }
            Kind::MergeOfOther => "expected a mapping or a list of mappings after `<<`",
            Kind::ComplexName => "a name cannot be a list or a mapping: quote it if it is a string or a placeholder",
            Kind::MalformedTag => "invalid tag: write a space after it, or quote a string that begins with `!`",
            Kind::MalformedBlock => {
                "invalid block after `|` or `>`: start it on the next line, or quote a string that begins with them"
            }
            Kind::MalformedDirective => "invalid directive: quote a string that begins with `%`",
            Kind::TrailingText => "unexpected text after the end of the document: indent it like the lines above",
            Kind::Other { description } => return write!(f, "the file is not valid YAML: {}", Shown(description)),
        })
    }
}

impl core::error::Error for YamlError {}

/// Returns the bracket that closes an opening bracket.
const fn closing(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}
