//! One side of a comparison: a folder of pages, an exported JSON file, or a git revision of this repository.

use super::git;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::export::FORMAT;
use crate::model::{Reference, Service};
use crate::pipeline::{self, Failure};
use crate::read::{self, Folder};
use serde::Deserialize;
use std::collections::HashSet;
use std::path::Path;

/// What the side called `argument` says. A path that is there is one; anything else is a revision of the repository
/// around `workspace`.
///
/// # Errors
///
/// Everything that is wrong with the pages, the file or the revision.
pub fn load(
    argument: &str,
    workspace: impl FnOnce() -> Result<std::path::PathBuf, Failure>,
) -> Result<Vec<Service>, Failure> {
    let path = Path::new(argument);
    if path.is_dir() {
        pages(path, argument)
    } else if path.is_file() {
        let text = std::fs::read_to_string(path);
        let text = text
            .map_err(|error| failure(Code::CannotRead, format!("the file cannot be read: {error}"), argument, None))?;
        exported(&text, argument)
    } else {
        let folder = tempfile::tempdir();
        let folder = folder
            .map_err(|error| failure(Code::CannotWrite, format!("no temporary folder: {error}"), argument, None))?;
        let help = "name a folder of pages, a file that `cargo xtask export` has printed, or a commit, branch or tag";
        git::pages(&workspace()?, argument, folder.path())
            .map_err(|message| failure(Code::NoRevision, message, argument, Some(help)))?;
        pages(folder.path(), &format!("{argument}:{}", git::FOLDER))
    }
}

/// What the pages in a folder say. Their warnings are for `regen` to tell.
///
/// # Errors
///
/// Everything that is wrong with the pages.
pub fn pages(path: &Path, shown: &str) -> Result<Vec<Service>, Failure> {
    let mut errors = Vec::new();
    let folder = read::folder(path, shown, &mut errors);
    let services = pipeline::services(&folder, &mut errors);
    errors.retain(Diagnostic::is_error);
    if errors.is_empty() {
        Ok(services.into_iter().map(|lowered| lowered.service).collect())
    } else {
        Err(Failure { errors, folder })
    }
}

/// What an exported file says.
///
/// # Errors
///
/// Where the text is not what `cargo xtask export` prints.
pub fn exported(text: &str, shown: &str) -> Result<Vec<Service>, Failure> {
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

fn failure(code: Code, message: String, shown: &str, help: Option<&str>) -> Failure {
    let mut error = Diagnostic::error(code, message, Place::Path(shown.to_owned()));
    error.help = help.map(str::to_owned);
    Failure { errors: vec![error], folder: Folder::default() }
}
