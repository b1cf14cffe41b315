//! The error about a table that is too large.

use core::fmt;

/// The error about a table with more entries than its numbers can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLargeError {
    /// The kind of entry that there are too many of, as a plural noun.
    pub what: &'static str,
    /// The maximum number of these entries.
    pub limit: usize,
}

impl fmt::Display for TooLargeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "too many {}: a table holds at most {}", self.what, self.limit)
    }
}

impl core::error::Error for TooLargeError {}
