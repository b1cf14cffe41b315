//! Converts the extended history to changes of its two files in the directory of pages, and describes the changes.

use super::{HistoryChange, first_listed_text, retired_text};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::editions;
use crate::facts::{FactFile, History, Retired, retired};
use crate::read;
use crate::write::FileChange;
use std::path::Path;

/// The directory of pages, which contains the two files.
#[derive(Clone, Copy, Debug)]
pub struct HistoryFiles<'a> {
    /// The directory.
    pub path: &'a Path,
    /// The path that messages show.
    pub shown: &'a str,
}

/// Returns the changes of the files, and reports the names without a month.
///
/// A missing file is created if there is a new entry for it. It then also gets the entries of the repository's file
/// that apply to these pages.
pub fn changes(
    directory: HistoryFiles<'_>,
    (before, after): (&Retired, &History),
    change: &HistoryChange,
    found: &mut Vec<Diagnostic>,
) -> Vec<FileChange> {
    // If there is an error, it may be the reason why a month is unknown.
    if !found.iter().any(Diagnostic::is_error) {
        change.undated.report(&read::join(directory.shown, editions::FILE), found);
    }
    let mut changes = Vec::new();
    let is_changed = if before.is_own { *before != after.retired } else { change.retired > 0 };
    if is_changed {
        changes.extend(directory.change(&[retired::FILE], retired_text(&after.retired), found));
    }
    if change.first_listed > 0 {
        let names = [FactFile::DIRECTORY, FactFile::FirstListed.name()];
        changes.extend(directory.change(&names, first_listed_text(&after.first_listed), found));
    }
    changes
}

impl HistoryFiles<'_> {
    fn change(self, names: &[&str], text: String, found: &mut Vec<Diagnostic>) -> Option<FileChange> {
        let path = names.iter().fold(self.path.to_owned(), |path, name| path.join(name));
        let shown = names.iter().fold(self.shown.to_owned(), |shown, name| read::join(&shown, name));
        match std::fs::read(&path) {
            Ok(old) => Some(FileChange { path, shown, old: Some(old), new: Some(text) }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Some(FileChange { path, shown, old: None, new: Some(text) })
            }
            Err(error) => {
                let message = format!("cannot read the file: {error}");
                let error = Diagnostic::error(Code::CannotRead, message, Place::Path(shown));
                found.push(error.help("make it readable"));
                None
            }
        }
    }
}

impl HistoryChange {
    /// Describes the change of each file in one line. `shown` is the path of the directory in messages.
    #[must_use]
    pub fn lines(&self, shown: &str) -> Vec<String> {
        let names = |count: usize| if count == 1 { "1 name".to_owned() } else { format!("{count} names") };
        let retired = match (self.retired, self.came_back) {
            (0, 0) => None,
            (retired, 0) => Some(format!("{} retired", names(retired))),
            (0, back) => Some(format!("{} came back", names(back))),
            (retired, back) => Some(format!("{} retired, {back} came back", names(retired))),
        };
        let listed = match self.first_listed {
            0 => None,
            1 => Some("1 action listed for the first time".to_owned()),
            count => Some(format!("{count} actions listed for the first time")),
        };
        let facts = read::join(shown, FactFile::DIRECTORY);
        let files = [(shown, retired::FILE, retired), (&facts, FactFile::FirstListed.name(), listed)];
        let line = |(directory, file, line): (&str, &str, Option<String>)| {
            Some(format!("{}: {}", line?, read::join(directory, file)))
        };
        files.into_iter().filter_map(line).collect()
    }
}
