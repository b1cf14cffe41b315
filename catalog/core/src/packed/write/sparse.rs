//! The writer of strings that only a few entries have.

use alloc::string::{String, ToString as _};

/// A writer of the lines of a [`SparseStrings`](crate::packed::SparseStrings).
#[derive(Clone, Debug, Default)]
pub struct SparseStringsWriter {
    lines: String,
}

impl SparseStringsWriter {
    /// Adds a string to the entry at a position. A newline in the string becomes a space.
    pub fn push(&mut self, position: usize, string: &str) {
        if !self.lines.is_empty() {
            self.lines.push('\n');
        }
        self.lines.push_str(&position.to_string());
        self.lines.push(' ');
        self.lines.extend(string.chars().map(|c| if c == '\n' { ' ' } else { c }));
    }

    /// Returns the lines, or `None` if no entry has a string.
    pub(super) fn finish(self) -> Option<String> {
        (!self.lines.is_empty()).then_some(self.lines)
    }
}
