//! What is wrong with the file of a configuration: everything at once, each with its place.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::{
    finding::LIMIT,
    json::{Lines, Position, Span},
};

/// Everything that is wrong with the file of a configuration, the first thousand things.
///
/// ```
/// use catalog::policy::Config;
///
/// let error = Config::from_toml("allow = ['empty-sit', 7]\nactoins = {}").unwrap_err();
/// let told = "\
/// 1:10: unknown finding `empty-sit`: did you mean `empty-sid`?
/// 1:23: `allow` is a list of finding ids and groups, and here is an integer: write `allow = [\"empty-sid\"]`
/// 2:1: the configuration has no `actoins`: did you mean `actions`?";
/// assert_eq!(error.to_string(), told);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// By place, and never empty.
    problems: Vec<ConfigProblem>,
}

/// One thing that is wrong with it. It displays as `3:10: unknown finding …`, so that the file's name and a colon go in
/// front.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConfigProblem {
    /// Where it is in the text.
    pub span: Span,
    /// Where it begins, as an editor counts.
    pub position: Position,
    /// What is wrong, and what to write.
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

    /// What is wrong, by place.
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
