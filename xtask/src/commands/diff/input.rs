//! Reads one side of a comparison: a directory of pages, an exported JSON file, or a git revision of this repository.

use super::git;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::export;
use crate::model::Service;
use crate::progress::Progress;
use crate::report::Report;
use crate::workspace;
use std::path::Path;

/// The report of one side of a comparison, and its services unless there is an error.
pub(in crate::commands) type Side = (Report, Option<Vec<Service>>);

/// Reads the side that `argument` names: an existing path, or a revision of the workspace's repository.
pub(in crate::commands) fn load(argument: &str, progress: Progress) -> Side {
    let path = Path::new(argument);
    if path.is_dir() {
        return pages(path, argument, progress);
    }
    let side = if path.is_file() {
        let text = std::fs::read_to_string(path)
            .map_err(|error| failure(Code::CannotRead, format!("cannot read the file: {error}"), argument, None));
        text.and_then(|text| export::parse(&text, argument)).map(|services| (Report::default(), Some(services)))
    } else {
        revision(argument, progress)
    };
    side.unwrap_or_else(|error| (Report::from(*error), None))
}

/// Reads the pages of a git revision.
fn revision(argument: &str, progress: Progress) -> Result<Side, Box<Diagnostic>> {
    let folder = tempfile::tempdir().map_err(|error| {
        failure(Code::CannotWrite, format!("cannot create a temporary directory: {error}"), argument, None)
    })?;
    let help = "name a directory of pages, a file that `cargo xtask export` has printed, or a commit, branch or tag";
    git::pages(&workspace::root()?, argument, folder.path())
        .map_err(|message| failure(Code::NoRevision, message, argument, Some(help)))?;
    Ok(pages(folder.path(), &format!("{argument}:{}", git::FOLDER), progress))
}

/// Reads the pages in a directory, and leaves out warnings, which `regen` reports.
#[must_use]
pub(in crate::commands) fn pages(path: &Path, shown: &str, progress: Progress) -> Side {
    let (mut report, reference) = export::run(path, shown, progress);
    report.found.retain(Diagnostic::is_error);
    (report, reference.map(|reference| reference.services))
}

#[expect(clippy::unnecessary_box_returns, reason = "a result should not be as large as its rare error")]
fn failure(code: Code, message: String, shown: &str, help: Option<&str>) -> Box<Diagnostic> {
    let mut error = Diagnostic::error(code, message, Place::Path(shown.to_owned()));
    error.help = help.map(str::to_owned);
    Box::new(error)
}
