//! One side of a comparison: a folder of pages, an exported JSON file, or a git revision of this repository.

use super::git;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::export::{self, FORMAT};
use crate::model::{Reference, Service};
use crate::report::Report;
use crate::progress::Progress;
use serde::Deserialize;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What was found on the way, and what one side says unless that stops it.
pub type Side = (Report, Option<Vec<Service>>);

/// What the side called `argument` says. A path that is there is one; anything else is a revision of the repository
/// around `workspace`.
pub fn load(argument: &str, progress: Progress, workspace: impl FnOnce() -> Result<PathBuf, Box<Diagnostic>>) -> Side {
    let path = Path::new(argument);
    if path.is_dir() {
        return pages(path, argument, progress);
    }
    let side = if path.is_file() {
        let text = std::fs::read_to_string(path)
            .map_err(|error| failure(Code::CannotRead, format!("the file cannot be read: {error}"), argument, None));
        text.and_then(|text| exported(&text, argument)).map(|services| (Report::default(), Some(services)))
    } else {
        revision(argument, progress, workspace)
    };
    side.unwrap_or_else(|error| (Report::from(*error), None))
}

/// What the pages of a git revision say.
fn revision(
    argument: &str,
    progress: Progress,
    workspace: impl FnOnce() -> Result<PathBuf, Box<Diagnostic>>,
) -> Result<Side, Box<Diagnostic>> {
    let folder = tempfile::tempdir()
        .map_err(|error| failure(Code::CannotWrite, format!("no temporary folder: {error}"), argument, None))?;
    let help = "name a folder of pages, a file that `cargo xtask export` has printed, or a commit, branch or tag";
    git::pages(&workspace()?, argument, folder.path())
        .map_err(|message| failure(Code::NoRevision, message, argument, Some(help)))?;
    Ok(pages(folder.path(), &format!("{argument}:{}", git::FOLDER), progress))
}

/// What the pages in a folder say. Their warnings are for `regen` to tell.
#[must_use]
pub fn pages(path: &Path, shown: &str, progress: Progress) -> Side {
    let (mut report, reference) = export::run(path, shown, progress);
    report.found.retain(Diagnostic::is_error);
    (report, reference.map(|reference| reference.services))
}

/// What an exported file says.
///
/// # Errors
///
/// Where the text is not what `cargo xtask export` prints.
pub fn exported(text: &str, shown: &str) -> Result<Vec<Service>, Box<Diagnostic>> {
    /// What is read first: the rest of another format may look otherwise.
    #[derive(Deserialize)]
    struct Head {
        format: u32,
    }
    let bad = |message: String| {
        failure(Code::BadExport, message, shown, Some("`cargo xtask export` prints such a file from the pages"))
    };
    let unreadable = |error: serde_json::Error| bad(format!("the file is no exported reference: {error}"));
    let Head { format } = serde_json::from_str(text).map_err(unreadable)?;
    if format != FORMAT {
        return Err(bad(format!("the file is of format {format}, and only format {FORMAT} is known here")));
    }
    let Reference { services, .. } = serde_json::from_str(text).map_err(unreadable)?;
    let mut seen = HashSet::new();
    match services.iter().find(|service| !seen.insert(service.prefix.as_str())) {
        Some(service) => Err(bad(format!("the file holds the service `{}` twice", service.prefix))),
        None => Ok(services),
    }
}

#[expect(clippy::unnecessary_box_returns, reason = "a result should not be as large as its rare error")]
fn failure(code: Code, message: String, shown: &str, help: Option<&str>) -> Box<Diagnostic> {
    let mut error = Diagnostic::error(code, message, Place::Path(shown.to_owned()));
    error.help = help.map(str::to_owned);
    Box::new(error)
}
