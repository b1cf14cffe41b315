//! A plan → the disk: every new text is staged beside its place before the first file changes.

use super::{FileChange, OPTION, Plan, cannot_write, temporary_files};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::read;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// The directory for the mark of a run.
const MARKED: &str = "catalog/src";

impl Plan {
    /// Carries the plan out. If anything fails, what has changed is put back.
    ///
    /// A run that is killed leaves each file either as it was or as it is to be, and temporary files beside them.
    /// The next run does the rest.
    ///
    /// # Errors
    ///
    /// Returns an error if a file could not be written or removed, or if another run is writing.
    pub fn apply(&self) -> Result<(), Box<Diagnostic>> {
        self.apply_to(OPTION)
    }

    /// Does the same for the output of a command that names it with another option, which errors show.
    ///
    /// # Errors
    ///
    /// Returns the same errors.
    pub fn apply_to(&self, option: &str) -> Result<(), Box<Diagnostic>> {
        if self.changes.is_empty() && self.last.is_empty() {
            return Ok(());
        }
        let mut made = Vec::new();
        let result = self.mark(&mut made, option).and_then(|mark| {
            let result = self.stage(&mut made).and_then(commit);
            // It must be gone before its directory can be.
            drop(mark);
            result.map_err(|(change, error)| Box::new(cannot_write(change.shown.clone(), &error, option)))
        });
        if result.is_err() {
            // The innermost come last. A folder that holds something is not ours to remove, and stays.
            for folder in made.iter().rev() {
                let _ = std::fs::remove_dir(folder);
            }
        }
        result
    }

    /// Marks the output as being written to, for as long as the result lives.
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
                // The other run needs the directories.
                made.clear();
                let place = Place::Path(read::join(shown, &file.shown));
                let help = "wait until it has ended; without such a run, remove the file";
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

/// Carries the changes out in their order.
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

/// A change whose new text waits beside its place. Its file is closed, because a system may let a process have only 256
/// open.
struct Staged<'a> {
    change: &'a FileChange,
    /// There is none for a file that is to be removed.
    file: Option<TempPath>,
}

/// Undoes one change as well as it can be done: the first error is what the user gets to see.
fn put_back(change: &FileChange) {
    let _ = match &change.old {
        Some(old) => std::fs::write(&change.path, old),
        None => std::fs::remove_file(&change.path),
    };
}

/// Writes a text into a temporary file in the folder where it belongs, and makes that folder if need be.
fn temporary(path: &Path, text: &str, made: &mut Vec<PathBuf>) -> io::Result<TempPath> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_directory(folder, made)?;
    let mut file = temporary_files::create(folder)?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    Ok(file.into_temp_path())
}

/// Makes a directory and those above it that are not there, and adds them to `made`.
fn make_directory(path: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let absent: Vec<_> =
        path.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists()).collect();
    for folder in absent.into_iter().rev() {
        match std::fs::create_dir(folder) {
            Ok(()) => made.push(folder.to_owned()),
            // Another run has been faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
