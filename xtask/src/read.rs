//! Reads the files of a directory: the pages, sorted by name, and the tables next to them.

mod entries;
mod unexpected;

use self::entries::{EntryKind, entries};
pub(crate) use self::unexpected::is_page_name;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::editions;
use crate::facts::{FactFile, FactSource, retired};
use crate::printable::printable;
use crate::source::{FileId, Source, Sources};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::Path;

/// The files of a directory of pages.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Every file that was read.
    pub sources: Sources,
    /// The pages, sorted by file name.
    pub pages: Vec<FileId>,
    /// The files of facts.
    pub facts: BTreeMap<FactFile, StatedFile>,
    /// The editions of the pages.
    pub editions: Option<StatedFile>,
    /// The names that AWS's reference no longer lists.
    pub retired: Option<StatedFile>,
    /// The number of pages in the directory, including those that could not be read.
    pub page_count: usize,
}

/// A file with facts about the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedFile {
    /// The file.
    pub file: FileId,
    /// Whether the file is next to the pages. If not, it is the repository's file.
    pub is_own: bool,
}

/// The file that may be next to the pages, although the generator does not read it.
const README: &str = "README.md";

impl Folder {
    /// Returns a file of facts. The result is empty if the directory could not be read.
    #[must_use]
    pub fn facts(&self, file: FactFile) -> FactSource<'_> {
        self.source(self.facts.get(&file).copied())
    }

    /// Returns the file of the names that AWS's reference no longer lists.
    #[must_use]
    pub fn retired(&self) -> FactSource<'_> {
        self.source(self.retired)
    }

    fn source(&self, file: Option<StatedFile>) -> FactSource<'_> {
        let StatedFile { file, is_own } = file.unwrap_or(StatedFile { file: FileId::default(), is_own: false });
        FactSource { file, text: self.sources.get(file).map_or("", |source| source.text.as_str()), is_own }
    }

    /// Adds the repository's files in place of those that the directory lacks.
    fn add_missing(&mut self) {
        for file in FactFile::ALL {
            if !self.facts.contains_key(file) {
                let stated = self.add_repository_file(file.name(), file.path(), file.repository());
                self.facts.insert(*file, stated);
            }
        }
        if self.editions.is_none() {
            let path = format!("docs-src/{}", editions::FILE);
            self.editions = Some(self.add_repository_file(editions::FILE, path, editions::REPOSITORY));
        }
        if self.retired.is_none() {
            let path = format!("docs-src/{}", retired::FILE);
            self.retired = Some(self.add_repository_file(retired::FILE, path, retired::REPOSITORY));
        }
    }

    fn add_repository_file(&mut self, name: &str, path: String, text: &str) -> StatedFile {
        let source = Source { name: name.to_owned(), path, text: text.to_owned() };
        StatedFile { file: self.sources.add(source), is_own: false }
    }
}

/// Reads the directory at `path`. Messages call it `shown`.
///
/// Every unexpected entry is an error unless it is hidden. Without this error, a page or table with a typo in its name
/// would be lost silently. Only regular files are opened.
#[must_use]
pub fn folder(path: &Path, shown: &str, found: &mut Vec<Diagnostic>) -> Folder {
    let mut folder = Folder::default();
    let entries = match entries(path) {
        Ok(entries) => entries,
        Err(error) => {
            found.push(unreadable_folder(shown, path, &error));
            return folder;
        }
    };
    for entry in &entries {
        let shown = join(shown, &entry.shown());
        let path = path.join(&entry.name);
        match (entry.name.to_str().unwrap_or_default(), entry.kind) {
            (FactFile::DIRECTORY, EntryKind::Directory) => facts(&path, &shown, &mut folder, found),
            (name, EntryKind::File) if is_page_name(name) => {
                folder.page_count += 1;
                folder.pages.extend(file(&path, name, shown, &mut folder.sources, found));
            }
            (editions::FILE, EntryKind::File) => {
                let file = file(&path, editions::FILE, shown, &mut folder.sources, found);
                folder.editions = file.map(|file| StatedFile { file, is_own: true });
            }
            (retired::FILE, EntryKind::File) => {
                let file = file(&path, retired::FILE, shown, &mut folder.sources, found);
                folder.retired = file.map(|file| StatedFile { file, is_own: true });
            }
            (README, EntryKind::File) => {}
            _ => found.push(unexpected::in_pages(entry, shown, &entries)),
        }
    }
    folder.add_missing();
    if folder.page_count == 0 {
        let help = "put AWS's pages there, named `list_<service>.md`";
        found.push(
            Diagnostic::error(Code::NoPages, "the directory contains no pages", Place::Path(shown.to_owned()))
                .help(help),
        );
    }
    folder
}

/// Reads the directory of the facts.
fn facts(path: &Path, shown: &str, folder: &mut Folder, found: &mut Vec<Diagnostic>) {
    let entries = match entries(path) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("the directory of facts cannot be read: {error}");
            let help = "make it readable, or remove it to use the repository's facts";
            found.push(Diagnostic::error(Code::CannotRead, message, Place::Path(shown.to_owned())).help(help));
            return;
        }
    };
    for entry in entries {
        let shown = join(shown, &entry.shown());
        match entry.name.to_str().and_then(FactFile::from_name).filter(|_| entry.kind == EntryKind::File) {
            Some(fact_file) => {
                let file = file(&path.join(&entry.name), fact_file.name(), shown, &mut folder.sources, found);
                folder.facts.extend(file.map(|file| (fact_file, StatedFile { file, is_own: true })));
            }
            None => found.push(unexpected::in_facts(&entry, shown)),
        }
    }
}

/// Returns a path for a message: with `/`, without a leading `./`, and with the name escaped by [`printable`].
#[must_use]
pub fn join(folder: &str, name: &str) -> String {
    let name = printable(OsStr::new(name));
    match folder {
        folder if name.is_empty() => folder.to_owned(),
        "" | "." => name.into_owned(),
        folder => format!("{}/{name}", folder.trim_end_matches(['/', '\\'])),
    }
}

fn unreadable_folder(shown: &str, path: &Path, error: &io::Error) -> Diagnostic {
    let place = Place::Path(shown.to_owned());
    let help = "name a directory of pages with `--docs-src DIR`";
    match error.kind() {
        io::ErrorKind::NotFound => {
            Diagnostic::error(Code::NoDocsSrc, "the directory of pages does not exist", place).help(help)
        }
        _ if path.is_file() => {
            Diagnostic::error(Code::NoDocsSrc, "expected a directory of pages, found a file", place).help(help)
        }
        _ => {
            let message = format!("the directory of pages cannot be read: {error}");
            Diagnostic::error(Code::CannotRead, message, place).help(help)
        }
    }
}

/// Reads a file and adds it to `sources`.
fn file(path: &Path, name: &str, shown: String, sources: &mut Sources, found: &mut Vec<Diagnostic>) -> Option<FileId> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            let help = "make it readable, or remove it from the directory";
            found.push(Diagnostic::error(Code::CannotRead, message, Place::Path(shown)).help(help));
            return None;
        }
    };
    let name = name.to_owned();
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Some(sources.add(Source { name, path: shown, text }))
        }
        Err(error) => {
            // Nothing before the first bad byte is replaced, so its position stays the same.
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let file = sources.add(Source { name, path: shown, text });
            let message = "the file is not valid UTF-8";
            let help = "save the file as UTF-8; the first `�` marks the first invalid byte";
            let span = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
            found.push(Diagnostic::at(Code::NotUtf8, message, file, span).help(help));
            None
        }
    }
}
