//! Checks whether an ARN format and an ARN pattern of a policy have an ARN in common.
//!
//! The format becomes a small automaton. It reads the pattern one character at a time and keeps the set of all states
//! that it can be in. The time is proportional to the product of the two lengths, regardless of the pattern.

mod automaton;
mod pattern_marks;
mod positions;
mod witness;

use super::{
    fields::Fields,
    piece::{FormatPiece, FormatVariable},
    variable_kind::VariableKind,
};
use automaton::{Automaton, State};

/// Returns true if some ARN matches both the pattern and the format, with or without the section in brackets. Every pattern
/// overlaps a format that is not valid.
pub(super) fn overlaps(format: &str, pattern: &str) -> bool {
    let by_automaton = || Fields::read(format).map_or(true, |fields| automaton_overlaps(fields, pattern));
    witness::overlaps(format, pattern).unwrap_or_else(by_automaton)
}

fn automaton_overlaps(fields: Fields<'_>, pattern: &str) -> bool {
    let one = |fields: Fields<'_>| {
        let mut automaton = Automaton::new();
        for piece in fields.pieces() {
            match piece {
                FormatPiece::Literal(literal) => automaton.extend(literal.bytes().map(State::Byte)),
                FormatPiece::Variable(FormatVariable { kind, .. }) => automaton.push_kind(kind),
            }
        }
        automaton.meets(pattern)
    };
    one(fields) || fields.has_brackets() && one(fields.with_brackets(true))
}

/// Returns true if the pattern matches at least one valid value of a variable of this kind.
pub(super) fn fits(kind: VariableKind, pattern: &str) -> bool {
    let mut automaton = Automaton::new();
    automaton.push_kind(kind);
    automaton.meets(pattern)
}
