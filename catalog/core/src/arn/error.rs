//! What is wrong with a format, with an ARN, and with the parts of one.

use core::fmt;

use super::{
    field::ArnField,
    variable_kind::{Fault, VariableKind},
};
use crate::excerpt::{Character, Excerpt};

/// Why a text is no ARN format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArnFormatError {
    /// It does not begin with `arn:`.
    NotAnArn,
    /// It has fewer than the six fields of an ARN, and which one is missing cannot be told.
    TooFewFields {
        /// How many there are.
        found: usize,
    },
    /// A field in front of the resource is more than one text or one variable.
    MixedField {
        /// The field.
        field: ArnField,
    },
    /// A character that stands in no ARN for itself, and is no mark of a format either.
    Character {
        /// The character.
        found: char,
        /// Where it begins, in bytes from the start of the text.
        at: usize,
    },
    /// A bracket without its other half, inside another pair, or of a second pair.
    Brackets {
        /// Where it stands, in bytes from the start of the text.
        at: usize,
    },
    /// The text is longer than any that is read.
    TooLong {
        /// How many bytes it may have.
        limit: usize,
    },
}

impl fmt::Display for ArnFormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NotAnArn => f.write_str("an ARN format begins with `arn:`"),
            Self::TooFewFields { found } => {
                write!(f, "an ARN format has six fields, `arn:partition:service:region:account:…`: here are {found}")
            }
            Self::MixedField { field } => {
                write!(f, "the {field} of an ARN format is one text or one variable, not several")
            }
            Self::Character { found, at } => {
                write!(
                    f,
                    "{} at byte {at} of an ARN format means nothing: write a variable as `${{Name}}`",
                    Character(found)
                )
            }
            Self::Brackets { at } => {
                write!(f, "the bracket at byte {at} of an ARN format is not one of a single pair, `[` and `]`")
            }
            Self::TooLong { limit } => write!(f, "an ARN format has at most {limit} bytes"),
        }
    }
}

impl core::error::Error for ArnFormatError {}

/// Why a text is not an ARN of a format, or parts do not make one.
///
/// It holds the beginning of the text in itself and takes nothing from the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArnError {
    kind: ArnErrorKind,
    given: Excerpt,
}

/// The ways in which an ARN, or a part of one, can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArnErrorKind {
    /// The format itself cannot be read.
    Format(ArnFormatError),
    /// The text does not begin with `arn:`.
    NotAnArn,
    /// The text has fewer than the six fields of an ARN.
    TooFewFields {
        /// How many there are.
        found: usize,
    },
    /// A field is not as the format has it.
    Mismatch {
        /// The first such field.
        field: ArnField,
    },
    /// A variable of the format is not among the parts.
    Missing,
    /// The format has no such variable.
    Unknown,
    /// A part is given more often than the format has its variable.
    Repeated,
    /// A part is empty that may not be.
    Empty,
    /// A part holds a character that cannot stand in its place.
    IllegalCharacter {
        /// The character.
        found: char,
        /// Where it begins, in bytes from the start of the part.
        at: usize,
    },
    /// A part has not the form that its place asks for.
    IllegalForm {
        /// The place.
        field: ArnField,
    },
    /// A part holds the text that ends it, so that it would be read as two.
    HoldsItsEnd,
    /// A part holds a wildcard or a policy variable, which an ARN has not: a pattern has.
    Wildcard,
}

impl ArnError {
    /// An error about an ARN, or about the part of a name.
    pub(super) fn new(kind: ArnErrorKind, given: &str) -> Self {
        Self { kind, given: Excerpt::new(given) }
    }

    /// An error about the value of a variable.
    pub(super) fn fault(fault: Fault, kind: VariableKind, name: &str) -> Self {
        let kind = match fault {
            Fault::Empty => ArnErrorKind::Empty,
            Fault::Character { found, at } => ArnErrorKind::IllegalCharacter { found, at },
            Fault::Form => ArnErrorKind::IllegalForm { field: kind.field() },
        };
        Self::new(kind, name)
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> ArnErrorKind {
        self.kind
    }
}

impl fmt::Display for ArnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = &self.given;
        match self.kind {
            ArnErrorKind::Format(error) => write!(f, "`{given}` cannot be read: {error}"),
            ArnErrorKind::NotAnArn => write!(f, "`{given}` is no ARN: it does not begin with `arn:`"),
            ArnErrorKind::TooFewFields { found } => {
                write!(
                    f,
                    "`{given}` is no ARN: of six fields, `arn:partition:service:region:account:…`, it has {found}"
                )
            }
            ArnErrorKind::Mismatch { field } => write!(f, "the {field} of `{given}` is not as the ARN format has it"),
            ArnErrorKind::Missing => write!(f, "the part `{given}` of the ARN is missing"),
            ArnErrorKind::Unknown => write!(f, "the ARN format has no part `{given}`"),
            ArnErrorKind::Repeated => write!(f, "the part `{given}` of the ARN is given more than once"),
            ArnErrorKind::Empty => write!(f, "the part `{given}` of the ARN is empty"),
            ArnErrorKind::IllegalCharacter { found, at } => {
                write!(
                    f,
                    "the part `{given}` of the ARN has {} at byte {at}, which cannot stand there",
                    Character(found)
                )
            }
            ArnErrorKind::IllegalForm { field } => {
                write!(f, "the part `{given}` of the ARN must be {}", VariableKind::new(field, "").form())
            }
            ArnErrorKind::HoldsItsEnd => {
                write!(
                    f,
                    "the part `{given}` of the ARN holds the text that stands behind it, and would be read as two"
                )
            }
            ArnErrorKind::Wildcard => {
                write!(f, "the part `{given}` of the ARN has a wildcard or a policy variable: only a pattern may")
            }
        }
    }
}

impl core::error::Error for ArnError {}
