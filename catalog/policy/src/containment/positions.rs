//! Sets of positions in the patterns of a union, with one bit per position.

use alloc::{vec, vec::Vec};

/// A set of positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Positions {
    words: Vec<u64>,
}

const BITS: usize = u64::BITS as usize;

impl Positions {
    /// Returns an empty set for this many positions.
    pub(super) fn none(count: usize) -> Self {
        Self { words: vec![0; count.div_ceil(BITS)] }
    }

    /// Adds a position.
    pub(super) fn add(&mut self, position: usize) {
        if let Some(word) = self.words.get_mut(position / BITS) {
            *word |= 1 << (position % BITS);
        }
    }

    /// Returns true if the set has no position.
    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Returns true if the set has a position of another set.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).any(|(own, other)| own & other != 0)
    }

    /// Returns true if each position is in another set.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).all(|(own, other)| own & !other == 0)
    }

    /// Returns the positions in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(place, word)| {
            let mut left = *word;
            core::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.checked_sub(1)?;
                Some(place * BITS + bit)
            })
        })
    }
}
