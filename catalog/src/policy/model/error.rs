//! The reason why JSON is not a policy, and its place.

use alloc::string::String;
use core::fmt;

use catalog_policy::{
    form::FormError,
    json::{JsonError, Position, Span},
};

/// The reason why a text or a value is not a policy or a part of one.
///
/// It displays as `line:column: what is wrong (JSON pointer)`. What was read through `serde` has no line of its own: the
/// format adds it, if it has any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    kind: FormError,
    pointer: String,
    span: Span,
    position: Option<Position>,
}

impl ReadError {
    pub(super) const fn new(kind: FormError, pointer: String, span: Span) -> Self {
        Self { kind, pointer, span, position: None }
    }

    /// An error of the reader of JSON.
    pub(super) fn from_json(error: JsonError, text: &[u8]) -> Self {
        Self::new(FormError::Json(error), String::new(), error.span()).in_text(text)
    }

    /// Adds where it is in the text that the tree was read from.
    pub(super) fn in_text(mut self, text: &[u8]) -> Self {
        self.position = Some(Position::new(text, self.span.start));
        self
    }

    /// Returns the reason, without the place.
    #[must_use]
    pub const fn kind(&self) -> &FormError {
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

impl core::error::Error for ReadError {}
