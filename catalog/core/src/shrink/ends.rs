//! The ends that the names of a group have in common.

/// The lengths of the beginning and the end that a group was cut to. All names of the group have both in common.
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
