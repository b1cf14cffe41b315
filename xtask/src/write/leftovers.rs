//! Finds and removes the temporary files of interrupted runs.

use super::temporary_files::{self, TemporaryFile};
use crate::read;
use std::path::Path;

/// The temporary files that interrupted runs left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leftovers {
    /// The paths in messages, sorted.
    pub files: Vec<String>,
    /// Whether the files were removed.
    pub removed: bool,
}

impl Leftovers {
    /// Finds the temporary files under `out`, which messages call `shown`. Changes nothing.
    #[must_use]
    pub fn find(out: &Path, shown: &str) -> Self {
        let files = unused(temporary_files::find(out, None));
        Self { files: files.map(|file| read::join(shown, &file.shown)).collect(), removed: false }
    }

    /// Finds and removes the temporary files under `out`. A file that cannot be removed is harmless.
    #[must_use]
    pub fn sweep(out: &Path, shown: &str) -> Self {
        let removed = removed(unused(temporary_files::find(out, None)));
        Self { files: removed.map(|file| read::join(shown, &file.shown)).collect(), removed: true }
    }

    /// Finds the temporary files in one directory, which messages call `shown`. Changes nothing.
    #[must_use]
    pub fn find_in_directory(directory: &Path, shown: &str) -> Self {
        let files = unused(temporary_files::find_in(directory, shown, None)).map(|file| file.shown);
        Self { files: files.collect(), removed: false }
    }

    /// Finds and removes the temporary files in one directory, which messages call `shown`.
    #[must_use]
    pub fn sweep_directory(directory: &Path, shown: &str) -> Self {
        let mut files: Vec<_> =
            removed(unused(temporary_files::find_in(directory, shown, None))).map(|file| file.shown).collect();
        files.sort_unstable();
        Self { files, removed: true }
    }

    /// Adds the files of another directory.
    pub fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        self.files.sort_unstable();
    }

    /// Returns a line with the number of files and their directories, or `None` if there are no files.
    #[must_use]
    pub fn message(&self) -> Option<String> {
        let mut directories: Vec<&str> =
            self.files.iter().map(|file| file.rsplit_once('/').map_or(".", |(directory, _)| directory)).collect();
        directories.dedup();
        let count = match self.files.len() {
            0 => return None,
            1 => "1 temporary file".to_owned(),
            count => format!("{count} temporary files"),
        };
        let directories = directories.join(", ");
        Some(if self.removed {
            format!("removed {count} of an interrupted run from {directories}")
        } else {
            format!("an interrupted run left {count} in {directories}; the next run that writes removes them")
        })
    }
}

/// Returns the temporary files whose runs have ended.
fn unused(files: Vec<TemporaryFile>) -> impl Iterator<Item = TemporaryFile> {
    files.into_iter().filter(|file| !file.is_in_use)
}

/// Removes files, and returns those that could be removed.
fn removed(files: impl Iterator<Item = TemporaryFile>) -> impl Iterator<Item = TemporaryFile> {
    files.filter(|file| std::fs::remove_file(&file.path).is_ok())
}
