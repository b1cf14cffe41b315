//! A folder → the files of a run: the pages, sorted by name, and the tables beside them.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::editions;
use crate::facts::{FactFile, FactSource};
use crate::source::{FileId, Source, Sources};
use crate::suggest;
use catalog_core::edition;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The files of a folder of pages.
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
    /// The number of pages in the folder, those that could not be read included.
    pub page_count: usize,
}

/// A file that states something about the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedFile {
    /// The file.
    pub file: FileId,
    /// Whether it is beside the pages. If not, it is the repository's.
    pub is_own: bool,
}

/// Files of the folder that the generator does not read here.
const OTHERS: [&str; 2] = ["README.md", "retired.toml"];

impl Folder {
    /// Returns a file of facts. In a folder that could not be read there is none, and the result is empty.
    #[must_use]
    pub fn facts(&self, file: FactFile) -> FactSource<'_> {
        let StatedFile { file, is_own } =
            self.facts.get(&file).copied().unwrap_or(StatedFile { file: FileId::default(), is_own: false });
        FactSource { file, text: self.sources.get(file).map_or("", |source| source.text.as_str()), is_own }
    }

    /// Adds the repository's own files in place of those that the folder does not have.
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
    }

    fn add_repository_file(&mut self, name: &str, path: String, text: &str) -> StatedFile {
        let source = Source { name: name.to_owned(), path, text: text.to_owned() };
        StatedFile { file: self.sources.add(source), is_own: false }
    }
}

/// Reads the folder at `path`; messages call it `shown`.
///
/// Pages are the files `list_*.md`. Any other Markdown or TOML file that is not expected is an error, because a page or a
/// table with a typo in its name would otherwise be lost without a word. Hidden files are ignored. So are other kinds of
/// files, and directories except that of the facts.
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
    for Entry { name, is_folder } in entries {
        let shown = join(shown, &name);
        let path = path.join(&name);
        if is_folder {
            if name == FactFile::DIRECTORY {
                facts(&path, &shown, &mut folder, found);
            } else if let Some(near) = suggest::nearest(&name, [FactFile::DIRECTORY]) {
                let help = format!("did you mean `{near}`?");
                let message = "not the directory of the facts";
                found.push(Diagnostic::error(Code::UnexpectedFile, message, Place::Path(shown)).help(help));
            }
        } else if is_page(&name) {
            folder.page_count += 1;
            folder.pages.extend(file(&path, name, shown, &mut folder.sources, found));
        } else if name == editions::FILE {
            let file = file(&path, name, shown, &mut folder.sources, found);
            folder.editions = file.map(|file| StatedFile { file, is_own: true });
        } else if name == FactFile::DIRECTORY {
            let message = "a file, and not the directory of the facts";
            let help = "make it a directory, or remove it to use the repository's facts";
            found.push(Diagnostic::error(Code::UnexpectedFile, message, Place::Path(shown)).help(help));
        } else if !OTHERS.contains(&name.as_str()) && (has_extension(&name, "md") || has_extension(&name, "toml")) {
            found.push(unexpected(&name, shown));
        }
    }
    folder.add_missing();
    if folder.page_count == 0 {
        let help = "put AWS's pages there, as `list_<service>.md`";
        found.push(
            Diagnostic::error(Code::NoPages, "the folder holds no pages", Place::Path(shown.to_owned())).help(help),
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
    for Entry { name, .. } in entries {
        let shown = join(shown, &name);
        let Some(fact_file) = FactFile::from_name(&name) else {
            let message = "not a file of facts";
            let help = suggest::hint(&name, FactFile::ALL.iter().map(|file| file.name()));
            found.push(Diagnostic::error(Code::UnexpectedFile, message, Place::Path(shown)).help(help));
            continue;
        };
        let file = file(&path.join(&name), name, shown, &mut folder.sources, found);
        folder.facts.extend(file.map(|file| (fact_file, StatedFile { file, is_own: true })));
    }
}

/// Returns the error about a Markdown or TOML file that is not expected.
fn unexpected(name: &str, shown: String) -> Diagnostic {
    let place = Place::Path(shown);
    if name.starts_with("list_") && has_extension(name, "md") {
        let message = "a page with a space or a control character in its name";
        let help = "rename it to `list_<service>.md`, as AWS's own page is called";
        return Diagnostic::error(Code::UnexpectedFile, message, place).help(help);
    }
    if has_extension(name, "md") {
        let help = "the pages are called `list_<service>.md`; rename it, or keep it elsewhere";
        return Diagnostic::error(Code::UnexpectedFile, "a Markdown file that is not a page", place).help(help);
    }
    let help = match FactFile::from_name(name) {
        Some(file) => {
            format!("facts are in a directory of their own: move it to `{}/{}`", FactFile::DIRECTORY, file.name())
        }
        None => suggest::hint(name, [editions::FILE]),
    };
    Diagnostic::error(Code::UnexpectedFile, "a TOML file that is not expected here", place).help(help)
}

/// Returns true if the attribute `actions` accepts the name as that of a page, and it is called like one.
fn is_page(name: &str) -> bool {
    name.starts_with("list_") && has_extension(name, "md") && edition::page(name).is_some()
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|known| known.eq_ignore_ascii_case(extension))
}

/// A path for a message: with `/`, and without `./` before it.
#[must_use]
pub fn join(folder: &str, name: &str) -> String {
    match folder {
        folder if name.is_empty() => folder.to_owned(),
        "" | "." => name.to_owned(),
        folder => format!("{}/{name}", folder.trim_end_matches(['/', '\\'])),
    }
}

/// A file or folder in a folder.
struct Entry {
    name: String,
    is_folder: bool,
}

/// Returns what is in a folder, sorted by name, without hidden files. A name that is not text cannot be a page's.
fn entries(path: &Path) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in path.read_dir()? {
        let entry = entry?;
        let is_folder = entry.path().is_dir();
        let name = entry.file_name().into_string().ok().filter(|name| !name.starts_with('.'));
        entries.extend(name.map(|name| Entry { name, is_folder }));
    }
    entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    Ok(entries)
}

fn unreadable_folder(shown: &str, path: &Path, error: &io::Error) -> Diagnostic {
    let place = Place::Path(shown.to_owned());
    let help = "`--docs-src DIR` names a folder with pages";
    match error.kind() {
        io::ErrorKind::NotFound => Diagnostic::error(Code::NoDocsSrc, "no folder of pages here", place).help(help),
        _ if path.is_file() => {
            Diagnostic::error(Code::NoDocsSrc, "a file, and not a folder of pages", place).help(help)
        }
        _ => {
            let message = format!("the folder of pages cannot be read: {error}");
            Diagnostic::error(Code::CannotRead, message, place).help(help)
        }
    }
}

/// Reads one file.
fn file(
    path: &Path,
    name: String,
    shown: String,
    sources: &mut Sources,
    found: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            let help = "make it readable, or take it out of the folder";
            found.push(Diagnostic::error(Code::CannotRead, message, Place::Path(shown)).help(help));
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Some(sources.add(Source { name, path: shown, text }))
        }
        Err(error) => {
            // Up to the first bad byte nothing is replaced, so its place stays the same.
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let file = sources.add(Source { name, path: shown, text });
            let message = "the file is not UTF-8 text";
            let help = "save the file as UTF-8; `�` stands for the first byte that is none";
            let span = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
            found.push(Diagnostic::at(Code::NotUtf8, message, file, span).help(help));
            None
        }
    }
}
