//! The error about JSON that is not a policy, with its position.

use alloc::string::String;
use core::fmt;

use catalog_policy::{
    form::FormError,
    json::{JsonError, Position, Span},
};

/// The error about input that is not a policy or a part of a policy.
///
/// `Display` writes `line:column: message (JSON pointer)`. An error from `serde` has no line and column of its own, but
/// the deserializer may add them.
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

    /// Creates the error for a syntax error in JSON.
    pub(super) fn from_json(error: JsonError, text: &[u8]) -> Self {
        Self::new(FormError::Json(error), String::new(), error.span()).in_text(text)
    }

    /// Adds the position of the error in the JSON that the tree was parsed from.
    pub(super) fn in_text(mut self, text: &[u8]) -> Self {
        self.position = Some(Position::new(text, self.span.start));
        self
    }

    /// Returns the reason, without the place.
    #[must_use]
    pub const fn kind(&self) -> &FormError {
        &self.kind
    }

    /// Returns the place of the error as a [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901). The pointer is empty
    /// for the whole policy.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns the line and column of the error, if the policy was parsed from JSON text.
    #[must_use]
    pub const fn position(&self) -> Option<Position> {
        self.position
    }

    /// Returns the bytes of the JSON text that the error is about, if the policy was parsed from text.
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
