//! Writes a file completely or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process,
};

/// Replaces the content of a file, or creates it. If that fails, the file is unchanged.
///
/// The content is first written to a temporary file in the same directory, which then replaces the file.
pub(super) fn replace(path: &Path, content: &str) -> io::Result<()> {
    let path = match fs::metadata(path) {
        // A link is kept, and the file that it leads to is replaced.
        Ok(metadata) if metadata.is_file() => fs::canonicalize(path)?,
        Ok(_) => return Err(io::Error::other("expected a regular file, found a directory, a pipe or a device")),
        Err(_) => path.to_owned(),
    };
    let temporary = beside(&path);
    let result = fs::write(&temporary, content).and_then(|()| fs::rename(&temporary, &path));
    if result.is_err() {
        // Ignore this error: the error of the write is the reason.
        let _ = fs::remove_file(&temporary);
    }
    result
}

/// Returns the name of a temporary file next to a file. It is hidden, so that no check reads it.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.tmp", process::id()))
}
