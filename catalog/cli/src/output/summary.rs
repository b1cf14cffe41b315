//! Counts the findings of all files, and derives the exit status.

use std::{fmt, process::ExitCode};

use catalog::policy::{FindingId, Findings, Severity, files::Escaped};

/// The numbers of findings in all files.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    /// The number of files that contain a policy, or that could not be parsed.
    pub(crate) files: usize,
    /// The number of policies in these files.
    pub(crate) policies: usize,
    /// The number of errors.
    pub(crate) errors: usize,
    /// The number of warnings.
    pub(crate) warnings: usize,
    /// The number of notes.
    pub(crate) note_count: usize,
    /// The first finding of the highest severity.
    pub(crate) worst: Option<(Severity, FindingId)>,
    /// The errors about files that could not be read.
    pub(crate) unread: Vec<String>,
    /// The number of findings that a baseline lists.
    pub(crate) known: usize,
    /// Remarks about the run, such as files that contain no policy.
    pub(crate) remarks: Vec<String>,
}

impl Summary {
    /// Adds the findings of a file.
    pub(crate) fn add(&mut self, findings: &Findings<'_>) {
        self.errors += findings.errors();
        self.warnings += findings.warnings();
        self.note_count += findings.len() - findings.errors() - findings.warnings();
        for finding in findings {
            if self.worst.is_none_or(|(severity, _)| finding.severity > severity) {
                self.worst = Some((finding.severity, finding.id));
            }
        }
    }

    /// Returns the counts of the run in words.
    pub(crate) const fn counts(&self) -> Counts<'_> {
        Counts(self)
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

/// The counts of a run in words, such as `1 error, 2 notes in 4 policies of 3 files`.
pub(crate) struct Counts<'s>(&'s Summary);

impl fmt::Display for Counts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { errors, warnings, note_count, files, policies, known, unread, .. } = self.0;
        let found = [counted(*errors, "error"), counted(*warnings, "warning"), counted(*note_count, "note")];
        let found: Vec<_> = found.into_iter().flatten().collect();
        let found = if found.is_empty() { "nothing found".to_owned() } else { found.join(", ") };
        match counted(*files, "file") {
            Some(files) => match *policies {
                // The only files are those that could not be parsed.
                0 => write!(f, "{found} in {files}")?,
                1 => write!(f, "{found} in 1 policy of {files}")?,
                policies => write!(f, "{found} in {policies} policies of {files}")?,
            },
            None => f.write_str("no policy was checked")?,
        }
        if let Some(known) = counted(*known, "known finding") {
            write!(f, "; {known} omitted")?;
        }
        match (*files, unread.len()) {
            (0, _) | (_, 0) => Ok(()),
            (_, unread) => write!(f, "; {unread} could not be checked"),
        }
    }
}

/// Writes the remarks, with one per line, and the counts.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for note in &self.remarks {
            writeln!(f, "note: {}", Escaped(note))?;
        }
        write!(f, "{}", self.counts())?;
        if let Some((_, id)) = self.worst {
            write!(f, "\nfor details and the fix, run `catalog explain {id}`")?;
        }
        Ok(())
    }
}

/// Returns a number with its noun, such as `2 errors`, or `None` for zero.
fn counted(count: usize, noun: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{count} {noun}s")),
    }
}
