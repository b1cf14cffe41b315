//! The errors about ARN formats, ARNs, and the parts of ARNs.

use core::fmt;

use super::{
    field::ArnField,
    variable_kind::{Fault, VariableKind},
};
use crate::excerpt::{Character, Excerpt};

/// The error about a string that is not a valid ARN format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArnFormatError {
    /// The string does not begin with `arn:`.
    NotAnArn,
    /// The string has fewer than the six fields of an ARN, and it is not clear which field is missing.
    TooFewFields {
        /// The number of fields.
        found: usize,
    },
    /// A field before the resource is not exactly one literal or one variable.
    MixedField {
        /// The field.
        field: ArnField,
    },
    /// The string has a character that is neither valid in an ARN nor part of the format's syntax.
    Character {
        /// The character.
        found: char,
        /// The offset of the character from the start of the string, in bytes.
        at: usize,
    },
    /// A bracket is unmatched, nested, outside of the resource, or part of a second pair.
    Brackets {
        /// The offset of the bracket from the start of the string, in bytes.
        at: usize,
    },
    /// The string is longer than the limit.
    TooLong {
        /// The maximum number of bytes.
        limit: usize,
    },
}

impl fmt::Display for ArnFormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NotAnArn => f.write_str("an ARN format must begin with `arn:`"),
            Self::TooFewFields { found } => {
                write!(f, "expected six fields, `arn:partition:service:region:account:resource`, found {found}")
            }
            Self::MixedField { field } => {
                write!(f, "the {field} of an ARN format must be a single literal or variable")
            }
            Self::Character { found, at } => {
                write!(
                    f,
                    "unexpected {} at byte {at} of an ARN format: write a variable as `${{Name}}`",
                    Character(found)
                )
            }
            Self::Brackets { at } => {
                write!(f, "unexpected bracket at byte {at} of an ARN format: only one pair in the resource is allowed")
            }
            Self::TooLong { limit } => write!(f, "an ARN format can have at most {limit} bytes"),
        }
    }
}

impl core::error::Error for ArnFormatError {}

/// The error about an ARN that does not match a format, or about parts from which no ARN can be built.
///
/// The error contains the beginning of the given string and does not allocate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArnError {
    kind: ArnErrorKind,
    given: Excerpt,
}

/// The reason why an ARN or a part of one is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArnErrorKind {
    /// The format itself is not valid.
    Format(ArnFormatError),
    /// The string does not begin with `arn:`.
    NotAnArn,
    /// The string has fewer than the six fields of an ARN.
    TooFewFields {
        /// The number of fields.
        found: usize,
    },
    /// A field does not match the format.
    Mismatch {
        /// The first field that does not match.
        field: ArnField,
    },
    /// No part is given for a variable of the format.
    Missing,
    /// The format has no variable with the name of this part.
    Unknown,
    /// A name occurs among the parts more often than among the variables of the format.
    Repeated,
    /// A part is empty, but its variable needs a value.
    Empty,
    /// A part has a character that is not valid in its field.
    IllegalCharacter {
        /// The character.
        found: char,
        /// The offset of the character from the start of the part, in bytes.
        at: usize,
    },
    /// A part does not have the form that its field requires.
    IllegalForm {
        /// The field of the part.
        field: ArnField,
    },
    /// A part contains the literal that follows it in the format, so parsing would end the part too early.
    HoldsItsEnd,
    /// A part has a wildcard or a policy variable, which only an ARN pattern can have.
    Wildcard,
}

impl ArnError {
    /// Creates an error. Depending on the kind, `given` is the ARN or the name of a part.
    pub(super) fn new(kind: ArnErrorKind, given: &str) -> Self {
        Self { kind, given: Excerpt::new(given) }
    }

    /// Creates an error about the value of a variable.
    pub(super) fn fault(fault: Fault, kind: VariableKind, name: &str) -> Self {
        let kind = match fault {
            Fault::Empty => ArnErrorKind::Empty,
            Fault::Character { found, at } => ArnErrorKind::IllegalCharacter { found, at },
            Fault::Form => ArnErrorKind::IllegalForm { field: kind.field() },
        };
        Self::new(kind, name)
    }

    /// Returns the reason for the error.
    #[must_use]
    pub const fn kind(&self) -> ArnErrorKind {
        self.kind
    }
}

impl fmt::Display for ArnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = &self.given;
        match self.kind {
            ArnErrorKind::Format(error) => write!(f, "`{given}` is not a valid ARN format: {error}"),
            ArnErrorKind::NotAnArn => write!(f, "`{given}` is not an ARN: it does not begin with `arn:`"),
            ArnErrorKind::TooFewFields { found } => {
                write!(
                    f,
                    "`{given}` is not an ARN: expected six fields, `arn:partition:service:region:account:resource`, \
                     found {found}"
                )
            }
            ArnErrorKind::Mismatch { field } => write!(f, "the {field} of `{given}` does not match the ARN format"),
            ArnErrorKind::Missing => write!(f, "the part `{given}` of the ARN is missing"),
            ArnErrorKind::Unknown => write!(f, "the ARN format has no part `{given}`"),
            ArnErrorKind::Repeated => write!(f, "the part `{given}` of the ARN is given more than once"),
            ArnErrorKind::Empty => write!(f, "the part `{given}` of the ARN is empty"),
            ArnErrorKind::IllegalCharacter { found, at } => {
                write!(
                    f,
                    "the part `{given}` of the ARN has {} at byte {at}, which is not allowed there",
                    Character(found)
                )
            }
            ArnErrorKind::IllegalForm { field } => {
                write!(f, "the part `{given}` of the ARN must be {}", VariableKind::new(field, "").form())
            }
            ArnErrorKind::HoldsItsEnd => {
                write!(
                    f,
                    "the part `{given}` of the ARN contains the text that follows it, so it would be read as two parts"
                )
            }
            ArnErrorKind::Wildcard => {
                write!(
                    f,
                    "the part `{given}` of the ARN has a wildcard or a policy variable: only patterns can have one"
                )
            }
        }
    }
}

impl core::error::Error for ArnError {}
