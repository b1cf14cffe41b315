//! The temporary files of runs: their names, and those that an interrupted run has left.
//!
//! The name of a temporary file has the number of its process, so that no run takes a file of another one that is
//! still writing for a leftover. A run first makes a file without content, its mark, and then looks for marks and files
//! of others. So of two runs that begin at the same time, at least one sees the other.

use super::running::is_running;
use crate::emit::{FACTS, SERVICES};
use crate::read;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::{Builder, NamedTempFile};

/// The beginning of the name of each temporary file. `.gitignore` and the packages leave such files out.
const PREFIX: &str = ".xtask-";

/// The directories that hold generated files, and with them temporary ones.
const DIRECTORIES: [&str; 5] = [SERVICES, FACTS[0], FACTS[1], "catalog/src", "catalog-macros/src"];

/// A file is older than the run that it was for could be: the number of its process belongs to another program now.
const OLD: Duration = Duration::from_secs(60 * 60);

/// A temporary file that is there although this run has not made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TemporaryFile {
    /// Its path.
    pub(super) path: PathBuf,
    /// Its path below the output, with `/`, or the path that messages show.
    pub(super) shown: String,
    /// Whether its run is still going on.
    pub(super) is_in_use: bool,
}

/// Returns the temporary files below `out`, sorted by path. Those of `own`, a process, are left out.
pub(super) fn find(out: &Path, own: Option<u32>) -> Vec<TemporaryFile> {
    let mut files: Vec<_> =
        DIRECTORIES.iter().flat_map(|directory| find_in(&out.join(directory), directory, own)).collect();
    files.sort_by(|a, b| a.shown.cmp(&b.shown));
    files
}

/// Returns the temporary files in a directory, which messages call `shown`. Those of `own`, a process, are left out.
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
        // The number of this process in a file that it has not made is that of an earlier one.
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

/// Makes a temporary file of this process in a directory.
pub(super) fn create(directory: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    // Temporary files are private by default; these become part of the sources.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.prefix(&format!("{PREFIX}{}-", std::process::id())).tempfile_in(directory)
}
