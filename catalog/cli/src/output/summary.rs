//! Counts the findings of all files, and derives the exit status.

use std::process::ExitCode;

use catalog::policy::{FindingId, Findings, Severity};

/// The numbers of findings in all files.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    /// The number of files that were checked.
    pub(crate) files: usize,
    /// The number of errors.
    pub(crate) errors: usize,
    /// The number of warnings.
    pub(crate) warnings: usize,
    /// The number of notes.
    pub(crate) notes: usize,
    /// The first finding of the highest severity.
    pub(crate) worst: Option<(Severity, FindingId)>,
    /// The errors about files that could not be read.
    pub(crate) unread: Vec<String>,
}

impl Summary {
    /// Adds the findings of a file.
    pub(crate) fn add(&mut self, findings: &Findings<'_>) {
        self.errors += findings.errors();
        self.warnings += findings.warnings();
        self.notes += findings.len() - findings.errors() - findings.warnings();
        for finding in findings {
            if self.worst.is_none_or(|(severity, _)| finding.severity > severity) {
                self.worst = Some((finding.severity, finding.id));
            }
        }
    }

    /// Returns the exit status.
    pub(crate) fn status(&self) -> ExitCode {
        match (self.unread.len(), self.errors + self.warnings) {
            (0, 0) => ExitCode::SUCCESS,
            (0, _) => ExitCode::FAILURE,
            _ => ExitCode::from(2),
        }
    }
}
