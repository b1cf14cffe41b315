//! The pieces of an ARN format.

use super::variable_kind::VariableKind;

/// A piece of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormatPiece<'f> {
    /// A literal, which is the same in every ARN.
    Literal(&'f str),
    /// A variable, whose value differs between ARNs.
    Variable(FormatVariable<'f>),
}

/// A variable of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FormatVariable<'f> {
    pub(super) name: &'f str,
    pub(super) kind: VariableKind,
}
