//! Sets of states of an automaton.

use super::super::fields::LONGEST;

/// The maximum number of states: one per byte of the longest format, and a few more for variables that need several.
pub(super) const STATES: usize = LONGEST + 64;

/// A set of states of an automaton, including its end, with one bit per state.
pub(super) struct Positions {
    words: [u64; (STATES + 1).div_ceil(BITS)],
    /// The number of words in use. A format is short, so most operations need not visit all words.
    used: usize,
}

const BITS: usize = u64::BITS as usize;

impl Positions {
    pub(super) const fn none() -> Self {
        Self { words: [0; (STATES + 1).div_ceil(BITS)], used: 0 }
    }

    /// Adds a position, and returns true if it is new.
    pub(super) fn add(&mut self, position: usize) -> bool {
        let Some(word) = self.words.get_mut(position / BITS) else { return false };
        let bit = 1 << (position % BITS);
        let is_new = *word & bit == 0;
        *word |= bit;
        self.used = self.used.max(position / BITS + 1);
        is_new
    }

    pub(super) fn has(&self, position: usize) -> bool {
        self.words.get(position / BITS).is_some_and(|word| word >> (position % BITS) & 1 == 1)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Returns an iterator over the positions, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().take(self.used).enumerate().flat_map(|(place, word)| {
            let mut left = *word;
            core::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.checked_sub(1)?;
                Some(place * BITS + bit)
            })
        })
    }
}
