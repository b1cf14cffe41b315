//! Reads the files that are in the directory of pages before a run.

use super::address::Address;
use super::state::{self, State};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::editions::{self, Editions};
use crate::model::Edition;
use crate::read::{is_page_name, join};
use crate::source::{FileId, Source, Sources};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// The existing pages and the files next to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    /// The bytes of each page, by file name.
    pub(super) pages: BTreeMap<String, Vec<u8>>,
    /// The bytes of the state file.
    pub(super) state_file: Option<Vec<u8>>,
    /// The pages that earlier runs fetched.
    pub(super) state: Option<State>,
    /// The contents of `editions.toml`.
    pub(super) editions_file: Option<String>,
    editions: Editions,
}

impl Held {
    /// Returns the month of an existing page. If no file in the directory states it, the repository's months apply, as
    /// for `regen`.
    pub(super) fn edition(&self, page: &str) -> Option<Edition> {
        let repository = || {
            let text = editions::REPOSITORY;
            editions::parse(FileId::default(), false, text, &[], &mut Vec::new()).get(page)
        };
        self.editions.get(page).or_else(repository)
    }

    /// Returns the number of existing pages if the last run fetched them from this address.
    pub(super) fn pages_from(&self, address: &Address) -> Option<usize> {
        let state = self.state.as_ref().filter(|state| state.from == address.to_string());
        state.map(|_| self.pages.len())
    }

    /// Returns true if a page still has the contents that an earlier run fetched.
    pub(super) fn is_as_fetched(&self, page: &str) -> bool {
        let known = self.state.as_ref().and_then(|state| state.pages.get(page));
        known.zip(self.pages.get(page)).is_some_and(|(known, bytes)| known.is_same(bytes))
    }
}

/// Reads the directory at `path`, which messages call `shown`. If it does not exist, the result is empty.
pub(super) fn read(path: &Path, shown: &str, sources: &mut Sources, found: &mut Vec<Diagnostic>) -> Held {
    let mut held = Held::default();
    if is_broken_link(path) {
        let fix = "remove the link, or choose another directory with `--docs-src OUT`";
        let message = "the directory of pages is a broken link";
        found.push(Diagnostic::error(Code::CannotRead, message, Place::Path(shown.to_owned())).help(fix));
        return held;
    }
    let names = match names(path) {
        Ok(names) => names,
        Err(error) => {
            found.push(cannot_read(shown.to_owned(), &error));
            return held;
        }
    };
    for name in names.iter().filter(|name| is_page_name(name)) {
        let bytes = file(path, shown, name, found);
        held.pages.extend(bytes.map(|bytes| (name.clone(), bytes)));
    }
    held.state_file = file(path, shown, state::FILE, found);
    held.state = held.state_file.as_deref().and_then(|bytes| read_state(bytes, join(shown, state::FILE), found));
    if let Some(bytes) = file(path, shown, editions::FILE, found) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let source = Source { name: editions::FILE.to_owned(), path: join(shown, editions::FILE), text: text.clone() };
        let pages: Vec<&str> = held.pages.keys().map(String::as_str).collect();
        let file = sources.add(source);
        let mut wrong = Vec::new();
        held.editions = editions::parse(file, true, &text, &pages, &mut wrong);
        // An entry for a missing page is not reported, because the run removes it.
        found.extend(wrong.into_iter().filter(|found| found.code != Code::UnusedEdition));
        held.editions_file = Some(text);
    }
    held
}

/// Returns true if a path is a symbolic link whose target does not exist. The path is rebuilt from its components,
/// because `is_symlink` follows a link whose path ends with `/`.
fn is_broken_link(path: &Path) -> bool {
    path.components().collect::<PathBuf>().is_symlink() && !path.exists()
}

fn names(path: &Path) -> io::Result<Vec<String>> {
    match path.read_dir() {
        Ok(entries) => entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// Returns the bytes of a file, or `None` if it does not exist. Only a regular file is opened.
fn file(path: &Path, shown: &str, name: &str, found: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    let path = path.join(name);
    let bytes = match path.metadata() {
        Ok(metadata) if metadata.is_file() => std::fs::read(&path),
        Ok(_) => Err(io::Error::other("not a regular file")),
        Err(error) => Err(error),
    };
    match bytes {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            found.push(cannot_read(join(shown, name), &error));
            None
        }
    }
}

fn cannot_read(shown: String, error: &io::Error) -> Diagnostic {
    let message = format!("the directory of pages cannot be read: {error}");
    let help = "make it readable, or choose another directory with `--docs-src OUT`";
    Diagnostic::error(Code::CannotRead, message, Place::Path(shown)).help(help)
}

fn read_state(bytes: &[u8], shown: String, found: &mut Vec<Diagnostic>) -> Option<State> {
    match State::parse(&String::from_utf8_lossy(bytes)) {
        Ok(state) => Some(state),
        Err(reason) => {
            let message = format!("the state of earlier runs cannot be read: {reason}");
            let help = "all pages are fetched again; a page that AWS no longer has stays until you remove it";
            found.push(Diagnostic::warning(Code::BadSyncState, message, Place::Path(shown)).help(help));
            None
        }
    }
}
