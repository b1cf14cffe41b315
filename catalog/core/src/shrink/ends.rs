//! The ends that the names of a group have in common.

/// How much of its names a group is cut to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ends {
    pub(super) beginning: usize,
    pub(super) end: usize,
}

impl Ends {
    pub(super) const fn length(self) -> usize {
        self.beginning + self.end
    }
}

/// The side that a group is cut at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Front,
    Back,
}
