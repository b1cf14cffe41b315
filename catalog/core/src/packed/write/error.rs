//! The error about a table that is too large.

use core::fmt;

/// The error about a table that grew past what its numbers can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLargeError {
    /// The things of which there are too many, in the plural.
    pub what: &'static str,
    /// The largest number of them.
    pub limit: usize,
}

impl fmt::Display for TooLargeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "too many {}: a table holds at most {}", self.what, self.limit)
    }
}

impl core::error::Error for TooLargeError {}
