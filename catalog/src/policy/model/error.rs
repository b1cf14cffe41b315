//! Why something is no policy, and where.

use alloc::string::String;
use core::fmt;

use catalog_policy::json::{JsonError, Position, Span};

/// Why a text or a value is no policy, or no part of one.
///
/// It displays as `line:column: what is wrong (JSON pointer)`. What was read through `serde` has no line of its own: the
/// format adds it, if it has any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    kind: ReadErrorKind,
    pointer: String,
    span: Span,
    position: Option<Position>,
}

/// The ways in which something can be no policy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// The text is no JSON, or larger or deeper than a policy can be.
    Json(JsonError),
    /// A value of another type than the one that stands there.
    WrongType {
        /// What stands there, with its article.
        expected: &'static str,
        /// What was found, with its article.
        found: &'static str,
    },
    /// An element that a policy or a statement has not.
    UnknownElement {
        /// What has no such element, with its article.
        of: &'static str,
        /// What was found.
        given: String,
        /// What may have been meant.
        suggestion: Option<&'static str>,
    },
    /// A member that its object has already.
    RepeatedMember {
        /// The name of the member.
        name: String,
    },
    /// An element is not there.
    MissingElement {
        /// What has to have it, with its article.
        of: &'static str,
        /// The name of the element.
        name: &'static str,
    },
    /// An element and its opposite: `Action` and `NotAction`.
    ConflictingElements {
        /// The element without `Not`.
        name: &'static str,
    },
    /// A version that is none.
    UnknownVersion {
        /// What was found.
        given: String,
    },
    /// An effect that is none.
    UnknownEffect {
        /// What was found.
        given: String,
    },
    /// A string other than `*` where principals are.
    BarePrincipal {
        /// What was found.
        given: String,
    },
    /// A kind of principal that is none.
    UnknownPrincipalKind {
        /// What was found.
        given: String,
        /// What may have been meant.
        suggestion: Option<&'static str>,
    },
    /// A number that no double can be.
    NumberOutOfRange,
}

impl ReadError {
    pub(super) const fn new(kind: ReadErrorKind, pointer: String, span: Span) -> Self {
        Self { kind, pointer, span, position: None }
    }

    /// An error of the reader of JSON.
    pub(super) fn of_json(error: JsonError, text: &[u8]) -> Self {
        Self::new(ReadErrorKind::Json(error), String::new(), error.span()).in_text(text)
    }

    /// Adds where it is in the text that the tree was read from.
    pub(super) fn in_text(mut self, text: &[u8]) -> Self {
        self.position = Some(Position::of(text, self.span.start));
        self
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> &ReadErrorKind {
        &self.kind
    }

    /// Where it is, as a [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901). That of a whole policy is empty.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Where it is in the text, if it was read from one.
    #[must_use]
    pub const fn position(&self) -> Option<Position> {
        self.position
    }

    /// The bytes of the text that it is about, if it was read from one.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.position.map(|_| self.span)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.position {
            write!(f, "{position}: ")?;
        }
        write!(f, "{}", self.kind)?;
        if self.pointer.is_empty() { Ok(()) } else { write!(f, " ({})", self.pointer) }
    }
}

/// What is wrong, without its place.
impl fmt::Display for ReadErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let meant = |f: &mut fmt::Formatter<'_>, suggestion: Option<&str>| match suggestion {
            Some(near) => write!(f, ": did you mean `{near}`?"),
            None => Ok(()),
        };
        match self {
            Self::Json(error) => write!(f, "{error}"),
            Self::WrongType { expected, found } => write!(f, "{found} where {expected} is wanted"),
            Self::UnknownElement { of, given, suggestion } => {
                write!(f, "{of} has no element `{given}`")?;
                meant(f, *suggestion)
            }
            Self::RepeatedMember { name } => write!(f, "`{name}` stands twice in one object: put both into one"),
            Self::MissingElement { of, name } => write!(f, "{of} needs `{name}`"),
            Self::ConflictingElements { name } => {
                write!(f, "a statement has `{name}` or `Not{name}`, not both: make it two statements")
            }
            Self::UnknownVersion { given } => write!(f, "there is no version `{given}`: write 2012-10-17"),
            Self::UnknownEffect { given } => {
                write!(f, "`{given}` is no effect: write `Allow` or `Deny`, with the capital letter")
            }
            Self::BarePrincipal { given } => {
                write!(f, "`{given}` is no principal without its kind: write `{{\"AWS\": …}}`, or `*` for everybody")
            }
            Self::UnknownPrincipalKind { given, suggestion } => {
                write!(
                    f,
                    "`{given}` is no kind of principal: there are `AWS`, `Service`, `Federated` and `CanonicalUser`"
                )?;
                meant(f, *suggestion)
            }
            Self::NumberOutOfRange => f.write_str("a number that is too large: the largest is about 1.8e308"),
        }
    }
}

impl core::error::Error for ReadError {}
