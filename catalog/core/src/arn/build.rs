//! Builds an ARN, or a pattern of ARNs, from named parts.

use core::fmt;

use super::{
    error::{ArnError, ArnErrorKind},
    fields::{Fields, Pieces},
    overlap,
    piece::{FormatPiece, FormatVariable},
};

/// An ARN from [`ArnFormat::build`](super::ArnFormat::build), or an ARN pattern from
/// [`ArnFormat::build_pattern`](super::ArnFormat::build_pattern). It displays as the ARN itself.
#[derive(Clone)]
pub struct Arn<'f, P> {
    fields: Fields<'f>,
    parts: P,
}

/// The kind of string that is built from parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Arn,
    Pattern,
}

impl<'f, 'p, P: Iterator<Item = (&'p str, &'p str)> + Clone> Arn<'f, P> {
    /// Checks that the parts and the variables of the format match, and that each value is valid.
    pub(super) fn new(fields: Fields<'f>, parts: P, purpose: Purpose) -> Result<Self, ArnError> {
        // The section in brackets is included if one of its variables is among the parts.
        let asked =
            |(name, _): (&str, &str)| count(fields.with_brackets(true).pieces(), name) > count(fields.pieces(), name);
        let bracketed = fields.has_brackets() && parts.clone().any(asked);
        let arn = Self { fields: fields.with_brackets(bracketed), parts };
        let mut pieces = arn.fields.pieces();
        let mut passed = arn.fields.pieces();
        while let Some(piece) = pieces.next() {
            if let FormatPiece::Variable(variable) = piece {
                let value =
                    arn.value(&mut passed).ok_or_else(|| ArnError::new(ArnErrorKind::Missing, variable.name))?;
                check(variable, value, &pieces, purpose)?;
            } else {
                passed.next();
            }
        }
        for (position, (name, _)) in arn.parts.clone().enumerate() {
            let places = count(arn.fields.pieces(), name);
            let given = arn.parts.clone().take(position + 1).filter(|(other, _)| *other == name).count();
            if given > places {
                let kind = if places == 0 { ArnErrorKind::Unknown } else { ArnErrorKind::Repeated };
                return Err(ArnError::new(kind, name));
            }
        }
        Ok(arn)
    }

    /// Returns the value of the next variable, which is the part with its name. If several variables share a name, the
    /// first of them takes the first part with that name, and so on.
    fn value(&self, pieces: &mut Pieces<'f>) -> Option<&'p str> {
        let Some(FormatPiece::Variable(FormatVariable { name, .. })) = pieces.next() else { return None };
        let before = count(self.fields.pieces(), name) - count(pieces.clone(), name) - 1;
        self.parts.clone().filter(|(other, _)| *other == name).nth(before).map(|(_, value)| value)
    }
}

/// Returns the number of variables that have this name.
fn count(pieces: Pieces<'_>, name: &str) -> usize {
    pieces.filter(|piece| matches!(piece, FormatPiece::Variable(variable) if variable.name == name)).count()
}

/// Checks whether a value is valid for a variable. `behind` has the pieces that follow the variable in the format.
fn check(variable: FormatVariable<'_>, value: &str, behind: &Pieces<'_>, purpose: Purpose) -> Result<(), ArnError> {
    let FormatVariable { name, kind } = variable;
    let patterned = value.contains(['*', '?']) || value.contains("${");
    if patterned && purpose == Purpose::Arn {
        return Err(ArnError::new(ArnErrorKind::Wildcard, name));
    }
    let fits = patterned && overlap::fits(kind, value);
    if let Some(fault) = kind.fault(value).filter(|_| !fits) {
        return Err(ArnError::fault(fault, kind, name));
    }
    if holds_its_end(value, kind.least(), behind) {
        return Err(ArnError::new(ArnErrorKind::HoldsItsEnd, name));
    }
    Ok(())
}

/// Returns true if the literal after a variable already begins within the value, because parsing would then end the
/// value there.
///
/// Only a literal with a separator counts. In `${Name}-${Id}`, the name can contain a `-`, as real names do.
fn holds_its_end(value: &str, least: usize, behind: &Pieces<'_>) -> bool {
    let literals = behind.clone().map_while(|piece| match piece {
        FormatPiece::Literal(literal) => Some(literal),
        FormatPiece::Variable(_) => None,
    });
    let end = literals.clone().flat_map(str::chars);
    let is_last = literals.clone().count() == behind.clone().count();
    if is_last || !end.clone().any(|character| matches!(character, '/' | ':')) {
        return false;
    }
    let starts = value.char_indices().map(|(at, _)| at).skip(least);
    let mut inside = starts.filter_map(|at| value.split_at_checked(at));
    inside.any(|(_, rest)| end.clone().zip(rest.chars().chain(end.clone())).all(|(one, other)| one == other))
}

impl<'p, P: Iterator<Item = (&'p str, &'p str)> + Clone> fmt::Display for Arn<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pieces = self.fields.pieces();
        loop {
            let mut next = pieces.clone();
            match next.next() {
                Some(FormatPiece::Literal(literal)) => f.write_str(literal)?,
                Some(FormatPiece::Variable(_)) => f.write_str(self.value(&mut pieces.clone()).unwrap_or_default())?,
                None => return Ok(()),
            }
            pieces = next;
        }
    }
}

impl<'p, P: Iterator<Item = (&'p str, &'p str)> + Clone> fmt::Debug for Arn<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Arn({self})")
    }
}
