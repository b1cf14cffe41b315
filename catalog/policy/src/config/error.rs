//! The error about an invalid `catalog.toml`: a list of all its problems, each with its place.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::{
    finding::LIMIT,
    json::{Lines, Position, Span},
};

/// All problems of a `catalog.toml`, up to the first thousand.
///
/// ```
/// use catalog::policy::Config;
///
/// let error = Config::from_toml("allow = ['empty-sit', 7]\nactoins = {}").unwrap_err();
/// let message = "\
/// 1:10: unknown finding `empty-sit`: did you mean `empty-sid`?
/// 1:23: expected a string, found an integer: write `allow = [\"empty-sid\"]`
/// 2:1: unknown key `actoins` in the configuration: did you mean `actions`?";
/// assert_eq!(error.to_string(), message);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The problems, in the order in which they appear in the file. The list is never empty.
    problems: Vec<ConfigProblem>,
}

/// One problem of a `catalog.toml`. It displays as `3:10: unknown finding …`, so that a caller can prepend the name of
/// the file and a colon.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConfigProblem {
    /// The place in the file.
    pub span: Span,
    /// The position of the first character, as editors count lines and columns.
    pub position: Position,
    /// The problem and its fix.
    pub message: String,
}

impl ConfigError {
    pub(super) fn new(text: &str, mut problems: Vec<(Span, String)>) -> Self {
        problems.sort();
        problems.truncate(LIMIT);
        let lines = Lines::new(text.as_bytes());
        let problem =
            |(span, message): (Span, String)| ConfigProblem { span, position: lines.position(span.start), message };
        Self { problems: problems.into_iter().map(problem).collect() }
    }

    /// Returns the problems, in the order in which they appear in the file.
    #[must_use]
    pub fn problems(&self) -> &[ConfigProblem] {
        &self.problems
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, problem) in self.problems.iter().enumerate() {
            f.write_str(if number == 0 { "" } else { "\n" })?;
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.position, self.message)
    }
}

impl core::error::Error for ConfigError {}
