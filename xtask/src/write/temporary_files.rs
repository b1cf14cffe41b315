//! Names, creates and finds the temporary files of runs.
//!
//! The name of a temporary file contains the ID of its process. So a run does not treat a file of another active run as
//! a leftover. A run first creates an empty file, its mark, and then looks for marks and files of other runs. So if two
//! runs begin at the same time, at least one of them notices the other.

use super::running::is_running;
use crate::emit::{FACTS, SERVICES};
use crate::read;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::{Builder, NamedTempFile};

/// The prefix of temporary file names. `.gitignore` and the packages exclude such files.
const PREFIX: &str = ".xtask-";

/// The directories with generated files, in which temporary files can be.
const DIRECTORIES: [&str; 5] = [SERVICES, FACTS[0], FACTS[1], "catalog/src", "catalog-macros/src"];

/// The age at which a file cannot belong to an active run. Its process ID then belongs to another program.
const OLD: Duration = Duration::from_secs(60 * 60);

/// A temporary file that this run did not create.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TemporaryFile {
    /// The path of the file.
    pub(super) path: PathBuf,
    /// The path below the output, with `/`, or the path in messages.
    pub(super) shown: String,
    /// Whether the run that created the file is still active.
    pub(super) is_in_use: bool,
}

/// Returns the temporary files below `out`, sorted by path. Skips the files of the process `own`.
pub(super) fn find(out: &Path, own: Option<u32>) -> Vec<TemporaryFile> {
    let mut files: Vec<_> =
        DIRECTORIES.iter().flat_map(|directory| find_in(&out.join(directory), directory, own)).collect();
    files.sort_by(|a, b| a.shown.cmp(&b.shown));
    files
}

/// Returns the temporary files in a directory, which messages call `shown`. Skips the files of the process `own`.
pub(super) fn find_in(directory: &Path, shown: &str, own: Option<u32>) -> Vec<TemporaryFile> {
    let mut files = Vec::new();
    let Ok(entries) = directory.read_dir() else { return files };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { continue };
        let process = rest.split_once('-').and_then(|(process, _)| process.parse().ok());
        if process.is_some() && process == own || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let path = entry.path();
        // Files with this process's ID that it did not create are from an earlier process with the same ID.
        let others = process.filter(|process| *process != std::process::id());
        let is_in_use = others.is_some_and(|process| is_running(process).unwrap_or(true)) && !is_old(&path);
        files.push(TemporaryFile { path, shown: read::join(shown, &format!("{PREFIX}{rest}")), is_in_use });
    }
    files
}

fn is_old(path: &Path) -> bool {
    let changed = path.metadata().and_then(|metadata| metadata.modified());
    changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age > OLD))
}

/// Creates a temporary file of this process in a directory.
pub(super) fn create(directory: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    // Temporary files are private by default, but these become source files.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.prefix(&format!("{PREFIX}{}-", std::process::id())).tempfile_in(directory)
}
