//! Writes the generated files to disk. It writes only changed files, and either all of them or none.

mod apply;
mod leftovers;
mod running;
mod temporary_files;

pub use leftovers::Leftovers;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::emit::{self, FACTS, File, SERVICES};
use crate::read;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

/// The option that names the output of `regen`.
const OPTION: &str = "--out DIR";

/// The changes that would bring the files on disk up to date.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The files to write or remove: first those of `put_first`, then the generated files, sorted by path.
    pub changes: Vec<FileChange>,
    /// The files that describe the other files. They change after all others.
    pub last: Vec<FileChange>,
    /// The contents of the files that are no longer generated, but that may belong to pages that could not be read.
    pub kept: Vec<Vec<u8>>,
    /// The workspace root of the files, and its path in messages. If it is `None`, the plan does not look for other
    /// runs.
    pub out: Option<(PathBuf, String)>,
}

/// A file to write or remove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The path of the file.
    pub path: PathBuf,
    /// The path of the file in messages.
    pub shown: String,
    /// The existing contents. `None` if the file does not exist.
    pub old: Option<Vec<u8>>,
    /// The new contents. `None` if the file must be removed.
    pub new: Option<String>,
}

impl FileChange {
    /// Returns the problem with the file in a word or two.
    #[must_use]
    pub fn state(&self) -> &'static str {
        match (&self.old, &self.new) {
            (_, None) => "left over",
            (None, Some(_)) => "missing",
            (Some(_), Some(_)) => "stale",
        }
    }
}

/// Compares the generated files with the files under `out`, which messages call `shown`. Changes nothing.
#[must_use]
pub fn plan(out: &Path, shown: &str, files: Vec<File>, found: &mut Vec<Diagnostic>) -> Plan {
    plan_except(out, shown, files, |_| false, found)
}

/// Does the same as [`plan`] if some pages could not be read. `is_kept` returns true for the contents of a file that
/// is no longer generated, but that may be about one of these pages.
#[must_use]
pub fn plan_except(
    out: &Path,
    shown: &str,
    files: Vec<File>,
    is_kept: impl Fn(&[u8]) -> bool,
    found: &mut Vec<Diagnostic>,
) -> Plan {
    if let Some(obstacle) = files.iter().find_map(|file| obstacle(&out.join(&file.path))) {
        let shown = read::join(shown, &obstacle.strip_prefix(out).unwrap_or(&obstacle).to_string_lossy());
        let help = "move the file away, or choose another directory with `--out DIR`";
        let message = "the output cannot be written: expected a directory, found a file";
        found.push(Diagnostic::error(Code::CannotWrite, message, Place::Path(shown)).help(help));
        return Plan::default();
    }
    let generated: HashSet<String> = files.iter().map(|file| file.path.clone()).collect();
    let changes = files.into_iter().filter_map(|file| change(out, shown, file, found)).collect();
    let mut plan = Plan { changes, out: Some((out.to_owned(), shown.to_owned())), ..Plan::default() };
    for folder in [SERVICES].iter().chain(&FACTS) {
        for left_over in left_over(out, shown, folder, &generated, found) {
            match &left_over.old {
                Some(old) if is_kept(old) => plan.kept.extend(left_over.old),
                _ => plan.changes.push(left_over),
            }
        }
    }
    plan.sort();
    plan
}

/// Returns the change of a file, or `None` if the file is already up to date.
fn change(out: &Path, shown: &str, file: File, found: &mut Vec<Diagnostic>) -> Option<FileChange> {
    let File { path: relative, text } = file;
    let path = out.join(&relative);
    let shown = read::join(shown, &relative);
    match current(&path) {
        Ok(None) => return Some(FileChange { path, shown, old: None, new: Some(text) }),
        Ok(Some(old)) if same(&old, &text) => {}
        Ok(Some(old)) if ours(&path, &old) => return Some(FileChange { path, shown, old: Some(old), new: Some(text) }),
        Ok(Some(_)) => found.push(not_ours(shown, "the output cannot replace a file that was not generated")),
        Err(error) => found.push(cannot_write(shown, &error, OPTION)),
    }
    None
}

/// Returns the removals of files in a directory that an earlier run generated, but this run does not.
fn left_over(
    out: &Path,
    shown: &str,
    folder_shown: &str,
    generated: &HashSet<String>,
    found: &mut Vec<Diagnostic>,
) -> Vec<FileChange> {
    let folder = out.join(folder_shown);
    let names = match folder.read_dir() {
        Ok(entries) => entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()),
        Err(error) => {
            if !is_absent(&error) {
                found.push(cannot_write(read::join(shown, folder_shown), &error, OPTION));
            }
            return Vec::new();
        }
    };
    let mut names: Vec<_> = names
        .filter(|name| {
            Path::new(name).extension() == Some("rs".as_ref()) && !generated.contains(&format!("{folder_shown}/{name}"))
        })
        .collect();
    names.sort_unstable();
    let mut changes = Vec::new();
    for name in names {
        let path = folder.join(&name);
        let shown = read::join(shown, &format!("{folder_shown}/{name}"));
        match current(&path) {
            Ok(Some(old)) if ours(&path, &old) => changes.push(FileChange { path, shown, old: Some(old), new: None }),
            Ok(Some(_)) => found.push(not_ours(shown, "found a file that was not generated among generated files")),
            Ok(None) => {}
            Err(error) => found.push(cannot_write(shown, &error, OPTION)),
        }
    }
    changes
}

impl Plan {
    /// Returns the changes in the order of execution: files are written, then others are removed, and the last files
    /// follow.
    pub fn steps(&self) -> impl Iterator<Item = &FileChange> {
        let written = self.changes.iter().filter(|change| change.new.is_some());
        let removed = self.changes.iter().filter(|change| change.new.is_none());
        written.chain(removed).chain(&self.last)
    }

    /// Replaces the new contents of some files. Does not report files in the way, because [`plan`] has reported them.
    pub fn revise(&mut self, files: Vec<File>) {
        let Some((out, shown)) = self.out.clone() else { return };
        for file in files {
            let path = out.join(&file.path);
            self.changes.retain(|change| change.path != path);
            self.changes.extend(change(&out, &shown, file, &mut Vec::new()));
        }
        self.sort();
    }

    /// Adds changes of files that are not generated. They are made before all others.
    pub fn put_first(&mut self, changes: Vec<FileChange>) {
        self.changes.splice(0..0, changes);
    }

    fn sort(&mut self) {
        self.changes.sort_by(|a, b| a.path.cmp(&b.path));
    }
}

/// Returns the file that is in place of a parent directory of `path`, if there is one.
fn obstacle(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).find(|folder| folder.exists()).filter(|folder| !folder.is_dir()).map(Path::to_owned)
}

/// Returns the bytes of the file at `path`, if there is one.
fn current(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_absent(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

/// Returns true if the file has the same contents. Git may have changed its line endings to CRLF.
fn same(old: &[u8], new: &str) -> bool {
    old == new.as_bytes() || String::from_utf8_lossy(old).replace("\r\n", "\n") == new
}

/// Returns true if the generator wrote the file.
fn ours(path: &Path, old: &[u8]) -> bool {
    old.starts_with(emit::header(&path.to_string_lossy()).as_bytes())
}

fn not_ours(shown: String, message: &str) -> Diagnostic {
    let help = format!("move it away; generated files begin with `{}`", emit::header(&shown));
    Diagnostic::error(Code::NotGenerated, message, Place::Path(shown)).help(help)
}

/// Returns the error about a file that cannot be written. `option` names the output.
fn cannot_write(shown: String, error: &io::Error, option: &str) -> Diagnostic {
    let message = format!("the output cannot be written: {error}");
    let fix = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "free some space",
        _ => "make the directory writable",
    };
    let help = format!("{fix}, or choose another directory with `{option}`");
    Diagnostic::error(Code::CannotWrite, message, Place::Path(shown)).help(help)
}

#[cfg(test)]
mod tests {
    use super::cannot_write;
    use std::io::{Error, ErrorKind};

    #[test]
    fn the_help_is_about_the_cause() {
        let help = |kind: ErrorKind| cannot_write("out".to_owned(), &Error::from(kind), "--docs-src OUT").help.unwrap();
        let other = ", or choose another directory with `--docs-src OUT`";
        assert_eq!(help(ErrorKind::PermissionDenied), format!("make the directory writable{other}"));
        assert_eq!(help(ErrorKind::StorageFull), format!("free some space{other}"));
        assert_eq!(help(ErrorKind::QuotaExceeded), format!("free some space{other}"));
    }
}
