//! Applies a plan: all new contents are written to temporary files before the first file changes.

use super::{FileChange, OPTION, Plan, cannot_write, temporary_files};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::read;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// The directory for the mark of a run, which is a temporary file.
const MARKED: &str = "catalog/src";

impl Plan {
    /// Applies the plan. If anything fails, the changed files are restored.
    ///
    /// A killed run leaves each file in its old or its new state, and leaves temporary files next to them. The next run
    /// completes the changes.
    ///
    /// # Errors
    ///
    /// Returns an error if a file could not be written or removed, or if another run is writing.
    pub fn apply(&self) -> Result<(), Box<Diagnostic>> {
        self.apply_to(OPTION)
    }

    /// Does the same as [`apply`](Self::apply) for a command with another option for its output, which errors name.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`apply`](Self::apply).
    pub fn apply_to(&self, option: &str) -> Result<(), Box<Diagnostic>> {
        if self.changes.is_empty() && self.last.is_empty() {
            return Ok(());
        }
        let mut made = Vec::new();
        let result = self.mark(&mut made, option).and_then(|mark| {
            let result = self.stage(&mut made).and_then(commit);
            // Delete the mark, so that its directory can be removed.
            drop(mark);
            result.map_err(|(change, error)| Box::new(cannot_write(change.shown.clone(), &error, option)))
        });
        if result.is_err() {
            // Remove the innermost directories first. A directory with other files stays.
            for folder in made.iter().rev() {
                let _ = std::fs::remove_dir(folder);
            }
        }
        result
    }

    /// Marks the output as being written, until the result is dropped.
    fn mark(&self, made: &mut Vec<PathBuf>, option: &str) -> Result<Option<TempPath>, Box<Diagnostic>> {
        let Some((out, shown)) = &self.out else { return Ok(None) };
        let directory = out.join(MARKED);
        let mark = make_directory(&directory, made).and_then(|()| temporary_files::create(&directory));
        let cannot_write = |error| Box::new(cannot_write(read::join(shown, MARKED), &error, option));
        let mark = mark.map_err(cannot_write)?.into_temp_path();
        let others = temporary_files::find(out, Some(std::process::id()));
        match others.iter().find(|file| file.is_in_use) {
            None => Ok(Some(mark)),
            Some(file) => {
                // Keep the directories, because the other run needs them.
                made.clear();
                let place = Place::Path(read::join(shown, &file.shown));
                let help = "wait until it has ended; if no other run is active, remove the file";
                Err(Box::new(Diagnostic::error(Code::AnotherRun, "another run is writing here", place).help(help)))
            }
        }
    }

    fn stage(&self, made: &mut Vec<PathBuf>) -> Result<Vec<Staged<'_>>, (&FileChange, io::Error)> {
        let mut staged = Vec::new();
        for change in self.steps() {
            let file = change.new.as_ref().map(|text| temporary(&change.path, text, made)).transpose();
            staged.push(Staged { change, file: file.map_err(|error| (change, error))? });
        }
        Ok(staged)
    }
}

/// Makes the changes in their order. Restores the changed files after an error.
fn commit(staged: Vec<Staged<'_>>) -> Result<(), (&FileChange, io::Error)> {
    let mut done: Vec<&FileChange> = Vec::new();
    for Staged { change, file } in staged {
        let result = match file {
            Some(file) => file.persist(&change.path).map_err(|error| error.error),
            None => std::fs::remove_file(&change.path),
        };
        if let Err(error) = result {
            for change in &done {
                put_back(change);
            }
            return Err((change, error));
        }
        done.push(change);
    }
    Ok(())
}

/// A change whose new contents are in a temporary file next to its place. The temporary file is closed, because some
/// systems limit a process to 256 open files.
struct Staged<'a> {
    change: &'a FileChange,
    /// The temporary file. `None` for a file to remove.
    file: Option<TempPath>,
}

/// Undoes a change if possible. Errors are ignored, because the user sees the error that came first.
fn put_back(change: &FileChange) {
    let _ = match &change.old {
        Some(old) => std::fs::write(&change.path, old),
        None => std::fs::remove_file(&change.path),
    };
}

/// Writes contents to a temporary file in the directory of `path`, and creates that directory if necessary.
fn temporary(path: &Path, text: &str, made: &mut Vec<PathBuf>) -> io::Result<TempPath> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_directory(folder, made)?;
    let mut file = temporary_files::create(folder)?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    Ok(file.into_temp_path())
}

/// Creates a directory and its missing parents, and adds them to `made`.
fn make_directory(path: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let absent: Vec<_> =
        path.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists()).collect();
    for folder in absent.into_iter().rev() {
        match std::fs::create_dir(folder) {
            Ok(()) => made.push(folder.to_owned()),
            // Another run has created it first.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
