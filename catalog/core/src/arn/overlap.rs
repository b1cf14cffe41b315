//! Whether a format and an ARN pattern of a policy have an ARN in common.
//!
//! The format becomes a small automaton, and the pattern is led through it, a character at a time, in all ways at once.
//! The time is the product of the two lengths, whatever the pattern.

mod automaton;
mod pattern_marks;
mod positions;

use super::{
    fields::Fields,
    piece::{FormatPiece, FormatVariable},
    variable_kind::VariableKind,
};
use automaton::{Automaton, State};

/// Whether an ARN could fit the format, with or without what it has in brackets, and the pattern.
pub(super) fn overlaps(fields: Fields<'_>, pattern: &str) -> bool {
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

/// Whether a value of a kind could fit the pattern.
pub(super) fn fits(kind: VariableKind, pattern: &str) -> bool {
    let mut automaton = Automaton::new();
    automaton.push_kind(kind);
    automaton.meets(pattern)
}
