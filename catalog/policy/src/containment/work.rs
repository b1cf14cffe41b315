//! The work of a decision, which has a limit.

/// The work that decisions may still do, in steps of an automaton.
#[derive(Clone, Debug)]
pub struct Work {
    limit: u64,
    done: u64,
}

impl Work {
    /// Returns the permission for this many steps.
    #[must_use]
    pub const fn new(limit: u64) -> Self {
        Self { limit, done: 0 }
    }

    /// Adds steps. Returns true if the limit is not exceeded.
    pub fn spend(&mut self, steps: usize) -> bool {
        self.done = self.done.saturating_add(steps as u64);
        self.done <= self.limit
    }

    /// Returns the number of steps so far.
    #[must_use]
    pub const fn done(&self) -> u64 {
        self.done
    }
}
