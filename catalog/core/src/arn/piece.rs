//! The pieces that a format is made of.

use super::variable_kind::VariableKind;

/// A piece of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormatPiece<'f> {
    /// Text that is the same in every ARN.
    Literal(&'f str),
    /// A part that differs from ARN to ARN.
    Variable(FormatVariable<'f>),
}

/// A place in which something differs from ARN to ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FormatVariable<'f> {
    pub(super) name: &'f str,
    pub(super) kind: VariableKind,
}
