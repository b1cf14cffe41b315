//! The report about the policies of a directory.

use alloc::{string::String, vec::Vec};
use core::fmt;

use catalog_policy::files::Unread;

use super::super::findings::Findings;

/// The report of [`check_dir`](super::check_dir) about a directory with findings.
///
/// `Display` prints all findings with their files, lines and columns, as the command `catalog lint` does. `Debug` prints
/// the same, because a failed test prints its error with `Debug`.
#[derive(Clone, Default)]
pub struct DirReport {
    pub(super) files: Vec<Findings<'static>>,
    pub(super) unread: Vec<Unread>,
    pub(super) notes: Vec<String>,
    pub(super) checked: usize,
    pub(super) policies: usize,
}

impl DirReport {
    /// Returns the findings of each file that has findings, in the order of the files.
    pub fn files(&self) -> impl Iterator<Item = &Findings<'static>> {
        self.files.iter()
    }

    /// Returns the number of errors, including files that could not be read.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.files.iter().map(Findings::errors).sum::<usize>() + self.unread.len()
    }

    /// Returns the number of warnings.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.files.iter().map(Findings::warnings).sum()
    }

    /// Returns true if there are no errors and no warnings.
    pub(super) fn is_clean(&self) -> bool {
        self.errors() == 0 && self.warnings() == 0
    }
}

impl fmt::Display for DirReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for findings in &self.files {
            writeln!(f, "{findings}\n")?;
        }
        for unread in &self.unread {
            writeln!(f, "error: {unread}")?;
        }
        for note in &self.notes {
            writeln!(f, "note: {note}")?;
        }
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let policies = if self.policies == 1 { "policy" } else { "policies" };
        let (errors, warnings, files) = (self.errors(), self.warnings(), self.checked);
        write!(f, "{errors} error{}, {warnings} warning{} ", plural(errors), plural(warnings))?;
        write!(f, "in {} {policies} of {files} file{}", self.policies, plural(files))
    }
}

impl fmt::Debug for DirReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The test harness prints `Error: ` before the report, so the report starts on a new line.
        write!(f, "the check of the policies failed\n\n{self}")
    }
}

impl core::error::Error for DirReport {}
