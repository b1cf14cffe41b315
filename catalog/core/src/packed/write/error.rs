//! The error about a table that is too large.

use core::fmt;

/// The error about a table with more entries than its numbers can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLargeError {
    /// A plural noun for the entries of which there are too many.
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
