//! The patterns that the list has so far.

use super::cut::Cut;

/// The patterns that the list has so far.
pub(super) struct PatternBuffer<'c> {
    cuts: &'c mut [Cut],
    length: usize,
}

impl<'c> PatternBuffer<'c> {
    pub(super) const fn new(cuts: &'c mut [Cut]) -> Self {
        Self { cuts, length: 0 }
    }

    /// Returns the number of patterns.
    pub(super) const fn length(&self) -> usize {
        self.length
    }

    pub(super) fn push(&mut self, cut: Cut) {
        if let Some(place) = self.cuts.get_mut(self.length) {
            *place = cut;
            self.length += 1;
        }
    }

    /// Removes each pattern whose matches are all matched by another pattern. Such patterns exist because names are cut
    /// at words but matched by characters. A pattern of one group can therefore match the names of another group.
    pub(super) fn leave_out_the_enclosed<'n>(&mut self, name: &dyn Fn(u16) -> &'n str) {
        let mut kept = 0;
        for place in 0..self.length {
            let Some(cut) = self.cuts.get(place).copied() else { break };
            let own = name(cut.name);
            let pattern = cut.pattern(own);
            // Compare only with patterns that have not been removed, so that the last one of several equal patterns
            // stays.
            let others = self.cuts.get(..kept).into_iter().chain(self.cuts.get(place + 1..self.length)).flatten();
            let mut starred = others.filter_map(|other| other.pattern(name(other.name)));
            let enclosed = starred.any(|other| match pattern {
                Some(pattern) => other.encloses(pattern),
                None => other.matches(own),
            });
            if !enclosed && let Some(to) = self.cuts.get_mut(kept) {
                *to = cut;
                kept += 1;
            }
        }
        self.length = kept;
    }
}
