//! The entries of a configuration that were needed.

use alloc::vec::Vec;

/// The entries of a [`Config`](super::Config) that were needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    pub(super) allowances: Vec<bool>,
    pub(super) actions: Vec<bool>,
    pub(super) condition_keys: Vec<bool>,
}

impl Usage {
    /// Adds the use of another policy by the same configuration.
    pub fn merge(&mut self, other: &Self) {
        let lists = [
            (&mut self.allowances, &other.allowances),
            (&mut self.actions, &other.actions),
            (&mut self.condition_keys, &other.condition_keys),
        ];
        for (into, from) in lists {
            for (used, other) in into.iter_mut().zip(from) {
                *used |= other;
            }
        }
    }
}
