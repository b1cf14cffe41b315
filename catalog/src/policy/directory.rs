//! Checks all policies of a directory in the same way as `catalog lint`.

mod report;

use alloc::borrow::Cow;
use core::convert::Infallible;
use std::path::Path;

use catalog_policy::Outcome;

use super::{
    files::{CheckedFile, Project, Run, Unread, check_all, find, shown},
    findings::Findings,
};
pub use report::DirReport;

/// Checks all policies in the files of a directory and its subdirectories: `*.json`, `*.yaml`, `*.yml` and `*.template`.
///
/// The check is that of the command `catalog lint`. It reads the nearest `catalog.toml`, in the directory or above it. The
/// kind of each policy is that of the `[[kind]]` entry for its file. Without an entry, the output of the
/// AWS CLI around the policy decides, or else [its text](super::PolicyKind::infer).
///
/// In a test, the working directory is the root of the crate: see [In a test](super#in-a-test).
///
/// # Errors
/// Returns a report if there is an error or a warning, if a file cannot be read, or if the directory contains no policy.
/// So a test that checks nothing fails.
pub fn check_dir(directory: impl AsRef<Path>) -> Result<(), DirReport> {
    let directory = directory.as_ref();
    let mut report = DirReport::default();
    match Project::find(directory) {
        Ok(project) => check(directory, &project, &mut report),
        Err(problems) => report.unread = problems,
    }
    if report.is_clean() { Ok(()) } else { Err(report) }
}

fn check(directory: &Path, project: &Project, report: &mut DirReport) {
    if !directory.is_dir() {
        let why = if directory.exists() { "expected a directory" } else { "the directory does not exist" };
        report.unread.push(Unread::new(shown(directory), why));
        return;
    }
    let mut run = Run::new(project, None);
    let Ok(()) = check_all(&mut run, find(&[directory.to_path_buf()]), |run, file| {
        report.add(file, run);
        Ok::<_, Infallible>(())
    });
    let configuration = run.finish();
    report.add(configuration, &run);
    report.checked = run.files();
    report.policies = run.policies();
    report.unread = run.unread().to_vec();
    if run.files() == 0 && report.unread.is_empty() {
        report.unread.push(Unread::new("no policy found", "no file of the directory contains one"));
    }
    report.notes = run.notes();
}

impl DirReport {
    /// Adds the findings of a file, if it has any.
    fn add(&mut self, file: Option<CheckedFile>, run: &Run<'_>) {
        if let Some(CheckedFile { name, text, findings, .. }) = file
            && !findings.is_empty()
        {
            let outcome = Outcome { findings, usage: run.usage().clone() };
            self.files.push(Findings::new(Cow::Owned(text), name, outcome));
        }
    }
}
