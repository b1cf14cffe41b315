//! Compares the pages of an import with a directory, and plans which pages to write and to remove.

use super::page;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::read::join;
use crate::write::{FileChange, Plan};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Plans the changes of the directory at `path`, which messages call `shown`.
///
/// `pages` has the pages by name without `.md`. Pages that no import wrote are never replaced or removed. Other files
/// are ignored.
pub(super) fn plan(path: &Path, shown: &str, mut pages: BTreeMap<String, String>, found: &mut Vec<Diagnostic>) -> Plan {
    let mut plan = Plan::default();
    let names = match names(path) {
        Ok(names) => names,
        Err(error) => {
            let message = format!("cannot read the directory for the pages: {error}");
            let help = "choose another one with `--docs-src OUT`";
            found.push(Diagnostic::error(Code::CannotRead, message, Place::Path(shown.to_owned())).help(help));
            return plan;
        }
    };
    for name in names {
        let Some(stem) = name.strip_suffix(".md").filter(|stem| stem.starts_with("list_")) else { continue };
        let (path, shown) = (path.join(&name), join(shown, &name));
        let new = pages.remove(stem);
        match (current(&path), new) {
            (Ok(Some(old)), Some(new)) if old == new.as_bytes() => {}
            (Ok(Some(old)), new) if is_imported(&old, stem) => {
                plan.changes.push(FileChange { path, shown, old: Some(old), new });
            }
            (Ok(_), Some(_)) => {
                let message = "the import would replace a page that no import wrote";
                let help = "move it away, or choose another directory with `--docs-src OUT`";
                found.push(Diagnostic::error(Code::NotGenerated, message, Place::Path(shown)).help(help));
            }
            (Ok(_), None) => {}
            (Err(error), _) => {
                let message = format!("cannot read the page: {error}");
                let help = "make it readable, or choose another directory with `--docs-src OUT`";
                found.push(Diagnostic::error(Code::CannotRead, message, Place::Path(shown)).help(help));
            }
        }
    }
    let missing = pages.into_iter().map(|(stem, text)| {
        let name = format!("{stem}.md");
        FileChange { path: path.join(&name), shown: join(shown, &name), old: None, new: Some(text) }
    });
    plan.changes.extend(missing);
    plan.changes.sort_by(|one, other| one.path.cmp(&other.path));
    plan
}

/// Returns the names of the entries of a directory. The result is empty if the directory does not exist.
fn names(path: &Path) -> io::Result<Vec<String>> {
    match path.read_dir() {
        // The lossy conversion is fine, because the names of pages are ASCII.
        Ok(entries) => entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// Returns the content of a regular file, or `None` if the path is not a regular file.
fn current(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match path.metadata() {
        Ok(metadata) if metadata.is_file() => std::fs::read(path).map(Some),
        Ok(_) => Ok(None),
        // The path is a broken link, or its name was not UTF-8.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Returns true if an import wrote the page, even if git has changed its line endings.
fn is_imported(text: &[u8], stem: &str) -> bool {
    let mark = page::mark(stem);
    text.split(|byte| *byte == b'\n').any(|line| line.strip_suffix(b"\r").unwrap_or(line) == mark.as_bytes())
}
