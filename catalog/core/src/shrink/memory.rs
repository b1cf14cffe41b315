//! The memory that shrinking needs, so that it does not allocate.

use super::cut::Cut;

/// The memory for shrinking names of a service that has at most `N` names.
#[derive(Clone)]
pub struct Memory<const N: usize> {
    pub(super) cuts: [Cut; N],
    pub(super) sole: [u16; N],
    pub(super) marks: [u16; N],
    pub(super) owners: [u16; N],
}

impl<const N: usize> Memory<N> {
    /// Creates memory without a list.
    #[must_use]
    pub const fn new() -> Self {
        Self { cuts: [Cut::NONE; N], sole: [0; N], marks: [0; N], owners: [0; N] }
    }

    /// Returns a pattern of the list that was last written.
    #[must_use]
    pub fn cut(&self, index: usize) -> Option<Cut> {
        self.cuts.get(index).copied()
    }
}

impl<const N: usize> Default for Memory<N> {
    fn default() -> Self {
        Self::new()
    }
}
