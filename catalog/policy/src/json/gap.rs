//! A range of a JSON source that a program or a template engine replaces before the source is used.

use super::Span;
use crate::hole::Piece;

/// A range of a JSON source that is replaced before the source is used, such as a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap<'a> {
    /// The range. It begins and ends between two characters of the source.
    pub span: Span,
    /// The replacement, or what is known about it.
    pub piece: Piece<'a>,
}

impl<'a> Gap<'a> {
    /// Returns the gap with the given span and piece.
    #[must_use]
    pub const fn new(span: Span, piece: Piece<'a>) -> Self {
        Self { span, piece }
    }

    /// Returns the offset of the first byte.
    pub(super) fn start(&self) -> usize {
        usize::try_from(self.span.start).unwrap_or(usize::MAX)
    }

    /// Returns the offset after the last byte.
    pub(super) fn end(&self) -> usize {
        usize::try_from(self.span.end).unwrap_or(usize::MAX)
    }

    /// Returns the replacement, if it is known.
    pub(super) fn known(&self) -> Option<&str> {
        match &self.piece {
            Piece::Known(text) => Some(text),
            _ => None,
        }
    }
}
