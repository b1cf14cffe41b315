//! The names of a service, and what a pattern of them costs and matches.

use core::cmp::Ordering;

use super::cut::{Cut, StarredPattern};

/// The names of a service.
#[derive(Clone, Copy)]
pub(super) struct Names<'f, 'n> {
    /// Returns the name at a position. It is a trait object, so that this crate compiles the algorithm once and not for
    /// each caller.
    pub(super) name: &'f dyn Fn(u16) -> &'n str,
    /// The number of characters that each pattern costs in addition to its own, such as the service prefix and quotes.
    pub(super) overhead: usize,
}

impl<'f, 'n> Names<'f, 'n> {
    /// Returns the parts that spell a pattern.
    fn parts(self, cut: Cut) -> [&'n str; 5] {
        let name = (self.name)(cut.name);
        cut.pattern(name).map_or([name, "", "", "", ""], StarredPattern::parts)
    }

    /// Returns the number of characters of a pattern in a list.
    pub(super) fn cost(self, cut: Cut) -> usize {
        self.overhead + self.parts(cut).into_iter().map(str::len).sum::<usize>()
    }

    /// Prepares a pattern for being compared with many names.
    pub(super) fn matcher(self, cut: Cut) -> Matcher<'f, 'n> {
        Matcher { names: self, name: cut.name, pattern: cut.pattern((self.name)(cut.name)) }
    }

    /// Compares two patterns as strings.
    pub(super) fn compare(self, left: Cut, right: Cut) -> Ordering {
        self.parts(left).into_iter().flat_map(str::bytes).cmp(self.parts(right).into_iter().flat_map(str::bytes))
    }
}

/// A pattern, prepared for being compared with many names.
#[derive(Clone, Copy)]
pub(super) struct Matcher<'f, 'n> {
    names: Names<'f, 'n>,
    name: u16,
    /// The pattern, or `None` if it is the name itself.
    pattern: Option<StarredPattern<'n>>,
}

impl Matcher<'_, '_> {
    /// Returns true if the pattern matches the name at a position.
    pub(super) fn matches(self, position: u16) -> bool {
        match self.pattern {
            Some(pattern) => pattern.matches((self.names.name)(position)),
            None => self.name == position,
        }
    }
}

/// Moves the positions that fulfill a condition to the front, and returns their number.
pub(super) fn narrow(positions: &mut [u16], keep: impl Fn(u16) -> bool) -> usize {
    let mut kept = 0;
    for at in 0..positions.len() {
        if positions.get(at).is_some_and(|position| keep(*position)) {
            positions.swap(kept, at);
            kept += 1;
        }
    }
    kept
}
