//! The words of names, taken from either side.

use super::{
    ends::{Ends, Side},
    words::is_border,
};

/// The names of a service, as sequences of words.
pub(super) struct Cutter<'f, 'n> {
    /// Returns the name at a position. It is a trait object, so that this crate compiles the algorithm once and not for
    /// each caller.
    pub(super) name: &'f dyn Fn(u16) -> &'n str,
    /// The number of characters that each pattern costs in addition to its own, such as the service prefix and quotes.
    pub(super) overhead: usize,
}

impl<'n> Cutter<'_, 'n> {
    /// Returns the next word of a name at a side, as bytes. It is empty if nothing is left of the name.
    pub(super) fn word(&self, name: u16, ends: Ends, side: Side) -> &'n [u8] {
        let name = (self.name)(name);
        let (from, to) = (ends.beginning, name.len().saturating_sub(ends.end));
        let (from, to) = match side {
            Side::Front => (from, (from + 1..to).find(|at| is_border(name, *at)).unwrap_or(to)),
            Side::Back => ((from + 1..to).rev().find(|at| is_border(name, *at)).unwrap_or(from), to),
        };
        name.as_bytes().get(from..to).unwrap_or_default()
    }

    /// Returns true if a name still has the given ends after a word is added to one of them. The name must have the
    /// ends already.
    pub(super) fn fits(&self, name: u16, ends: Ends, side: Side, word: &[u8]) -> bool {
        let name = (self.name)(name).as_bytes();
        let start = match side {
            Side::Front => Some(ends.beginning),
            Side::Back => name.len().checked_sub(ends.end + word.len()),
        };
        ends.length() + word.len() <= name.len()
            && start
                .and_then(|start| name.get(start..start + word.len()))
                .is_some_and(|found| found.eq_ignore_ascii_case(word))
    }
}
