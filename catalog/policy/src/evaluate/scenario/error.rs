//! The error about a scenario that cannot be read.

use alloc::string::String;
use core::fmt;

use crate::json::Position;

/// The error about a scenario that cannot be read. It displays as its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioError {
    position: Position,
    message: String,
}

impl ScenarioError {
    pub(super) fn new(position: Position, message: String) -> Self {
        Self { position, message }
    }

    /// Returns the place of the mistake.
    #[must_use]
    pub const fn position(&self) -> Position {
        self.position
    }
}

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for ScenarioError {}
