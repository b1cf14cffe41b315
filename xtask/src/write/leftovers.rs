//! The temporary files of an interrupted run, and their removal.

use super::temporary_files::{self, TemporaryFile};
use crate::read;
use std::path::Path;

/// The temporary files that interrupted runs have left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leftovers {
    /// The paths that messages show, sorted.
    pub files: Vec<String>,
    /// Whether the files have been removed.
    pub removed: bool,
}

impl Leftovers {
    /// Finds them under `out`, which messages call `shown`. Changes nothing.
    #[must_use]
    pub fn find(out: &Path, shown: &str) -> Self {
        Self { files: unused(out).iter().map(|file| read::join(shown, &file.shown)).collect(), removed: false }
    }

    /// Finds and removes them. A file that cannot be removed does no harm.
    #[must_use]
    pub fn sweep(out: &Path, shown: &str) -> Self {
        let removed = unused(out).into_iter().filter(|file| std::fs::remove_file(&file.path).is_ok());
        Self { files: removed.map(|file| read::join(shown, &file.shown)).collect(), removed: true }
    }

    /// Returns a line about them: how many there are, and where. There is none without files.
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
            format!("an interrupted run has left {count} in {directories}; the next one that writes removes them")
        })
    }
}

/// The temporary files whose runs are over.
fn unused(out: &Path) -> Vec<TemporaryFile> {
    let mut files = temporary_files::find(out, None);
    files.retain(|file| !file.is_in_use);
    files
}
