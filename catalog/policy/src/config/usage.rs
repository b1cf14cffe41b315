//! The record of which entries of a configuration were needed.

use alloc::vec::Vec;

/// The record of which entries of a [`Config`](super::Config) were needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    pub(super) allowances: Vec<bool>,
    pub(super) actions: Vec<bool>,
    pub(super) condition_keys: Vec<bool>,
    pub(super) kinds: Vec<bool>,
    pub(super) placeholders: Vec<bool>,
}

impl Usage {
    /// Adds the usage of another policy that was checked with the same configuration.
    pub fn merge(&mut self, other: &Self) {
        let lists = [
            (&mut self.allowances, &other.allowances),
            (&mut self.actions, &other.actions),
            (&mut self.condition_keys, &other.condition_keys),
            (&mut self.kinds, &other.kinds),
            (&mut self.placeholders, &other.placeholders),
        ];
        for (into, from) in lists {
            for (used, other) in into.iter_mut().zip(from) {
                *used |= other;
            }
        }
    }

    /// Records that all entries for the kinds of files were needed.
    #[cfg(feature = "std")]
    pub(crate) fn use_all_kinds(&mut self) {
        self.kinds.fill(true);
    }
}
