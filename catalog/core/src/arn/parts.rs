//! Matches an ARN with a format and extracts the values of the variables.
//!
//! From left to right, each variable takes as few characters as it can. This rule finds a match if there is one,
//! because a short value leaves more characters to the variables after it. Variables that cannot contain every
//! character are not ambiguous. The fields before the resource end at a colon, which they cannot contain. A bucket name
//! cannot contain a slash, but it comes first in its resource or after a literal that occurs only once.

use core::{fmt, iter::FusedIterator};

use super::{
    error::{ArnError, ArnErrorKind},
    field::ArnField,
    fields::{Fields, Pieces},
    piece::{FormatPiece, FormatVariable},
};

/// The parts of an ARN, with the names of the variables in its format. [`ArnFormat::parse`](super::ArnFormat::parse)
/// returns them.
///
/// The values are borrowed from the ARN and are in its order.
#[derive(Clone, Copy)]
pub struct ArnParts<'f, 'a> {
    fields: Fields<'f>,
    arn: &'a str,
}

impl<'f, 'a> ArnParts<'f, 'a> {
    /// Parses an ARN into its parts.
    pub(super) fn parse(fields: Fields<'f>, arn: &'a str) -> Result<Self, ArnError> {
        let error = |kind| Err(ArnError::new(kind, arn));
        if !arn.starts_with("arn:") {
            return error(ArnErrorKind::NotAnArn);
        }
        let found = arn.bytes().filter(|byte| *byte == b':').count() + 1;
        if found < 6 {
            return error(ArnErrorKind::TooFewFields { found });
        }
        // The fields before the resource are checked first, because most formats differ in them.
        for ((field, piece), value) in fields.front().zip(arn.split(':').skip(1)) {
            let fits = match piece {
                Some(FormatPiece::Literal(literal)) => value == literal,
                Some(FormatPiece::Variable(variable)) => variable.kind.fault(value).is_none(),
                None => value.is_empty(),
            };
            if !fits {
                return error(ArnErrorKind::Mismatch { field });
            }
        }
        let in_brackets = fields.with_brackets(true);
        if fields.has_brackets() && walk(in_brackets, arn) {
            return Ok(Self { fields: in_brackets, arn });
        }
        if walk(fields, arn) {
            Ok(Self { fields, arn })
        } else {
            error(ArnErrorKind::Mismatch { field: ArnField::Resource })
        }
    }

    /// Returns the part that has this name, or the first if there are several.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.iter().find_map(|(other, value)| (other == name).then_some(value))
    }

    /// Returns an iterator over the names and values, in the order of the ARN.
    #[must_use]
    pub fn iter(&self) -> ArnPartsIter<'f, 'a> {
        ArnPartsIter(Walk { pieces: self.fields.pieces(), text: self.arn })
    }
}

impl<'f, 'a> IntoIterator for ArnParts<'f, 'a> {
    type Item = (&'f str, &'a str);
    type IntoIter = ArnPartsIter<'f, 'a>;

    fn into_iter(self) -> ArnPartsIter<'f, 'a> {
        self.iter()
    }
}

impl<'f, 'a> IntoIterator for &ArnParts<'f, 'a> {
    type Item = (&'f str, &'a str);
    type IntoIter = ArnPartsIter<'f, 'a>;

    fn into_iter(self) -> ArnPartsIter<'f, 'a> {
        self.iter()
    }
}

impl fmt::Debug for ArnParts<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// An iterator over the named parts of an ARN, in order. [`ArnParts::iter`] returns it.
#[derive(Clone)]
pub struct ArnPartsIter<'f, 'a>(Walk<'f, 'a>);

impl<'f, 'a> Iterator for ArnPartsIter<'f, 'a> {
    type Item = (&'f str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (variable, value) = self.0.step().ok()??;
        Some((variable.name, value))
    }
}

impl FusedIterator for ArnPartsIter<'_, '_> {}

impl fmt::Debug for ArnPartsIter<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.clone()).finish()
    }
}

/// Returns true if an ARN matches the format.
fn walk(fields: Fields<'_>, arn: &str) -> bool {
    let mut walk = Walk { pieces: fields.pieces(), text: arn };
    loop {
        match walk.step() {
            Ok(Some(_)) => {}
            Ok(None) => return true,
            Err(MismatchError) => return false,
        }
    }
}

/// The parts of a format and of an ARN that have not been compared yet.
#[derive(Clone)]
struct Walk<'f, 'a> {
    pieces: Pieces<'f>,
    text: &'a str,
}

struct MismatchError;

impl<'f, 'a> Walk<'f, 'a> {
    /// Advances past the next variable and returns it with its value. Returns `None` at the end of both the format and
    /// the ARN.
    fn step(&mut self) -> Result<Option<(FormatVariable<'f>, &'a str)>, MismatchError> {
        loop {
            match self.pieces.next() {
                Some(FormatPiece::Literal(literal)) => {
                    self.text = self.text.strip_prefix(literal).ok_or(MismatchError)?;
                }
                Some(FormatPiece::Variable(variable)) => {
                    let (value, rest) = self.value(variable).ok_or(MismatchError)?;
                    self.text = rest;
                    return Ok(Some((variable, value)));
                }
                None if self.text.is_empty() => return Ok(None),
                None => return Err(MismatchError),
            }
        }
    }

    /// Splits the rest of the ARN into the value of a variable and the characters after the value.
    fn value(&self, variable: FormatVariable<'f>) -> Option<(&'a str, &'a str)> {
        let ends = || self.text.char_indices().map(|(at, _)| at).chain([self.text.len()]).skip(variable.kind.least());
        let splits = || ends().filter_map(|end| self.text.split_at_checked(end));
        let mut fitting = splits().filter(|(_, rest)| self.goes_on(rest));
        let (value, rest) = if self.is_last_but_one() {
            let separated = splits().find(|(_, rest)| rest.starts_with(['/', ':']));
            separated.or_else(|| fitting.next())?
        } else {
            fitting.next()?
        };
        variable.kind.fault(value).is_none().then_some((value, rest))
    }

    /// Returns true if a string continues as the format does, up to the next variable.
    fn goes_on(&self, text: &str) -> bool {
        let mut rest = text;
        for piece in self.pieces.clone() {
            match piece {
                FormatPiece::Literal(literal) => match rest.strip_prefix(literal) {
                    Some(behind) => rest = behind,
                    None => return false,
                },
                FormatPiece::Variable(_) => return true,
            }
        }
        rest.is_empty()
    }

    /// Returns true if exactly one variable remains and no literal comes before it. In that case, the format does not
    /// show where the current variable ends, so the first separator in the ARN decides.
    fn is_last_but_one(&self) -> bool {
        let mut pieces = self.pieces.clone();
        matches!((pieces.next(), pieces.next()), (Some(FormatPiece::Variable(_)), None))
    }
}
