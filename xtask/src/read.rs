//! A folder → the files of a run: the pages, sorted by name, and the tables beside them.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::{FileId, Source, Sources};
use crate::{editions, identifiers};
use std::io;
use std::path::Path;

/// The files of a folder of pages.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Every file that was read.
    pub sources: Sources,
    /// The pages, sorted by file name.
    pub pages: Vec<FileId>,
    /// The table of chosen identifiers, if there is one.
    pub identifiers: Option<FileId>,
    /// The editions of the pages, if they are stated.
    pub editions: Option<FileId>,
    /// The number of pages in the folder, those that could not be read included.
    pub page_count: usize,
}

/// Reads the folder at `path`; messages call it `shown`.
///
/// Pages are the files `list_*.md`. `README.md` and files that are not Markdown are left alone; any other `.md` is an
/// error, because a page with a typo in its name would otherwise be lost without a word. Folders inside are not read.
#[must_use]
pub fn folder(path: &Path, shown: &str, found: &mut Vec<Diagnostic>) -> Folder {
    let mut folder = Folder::default();
    let names = match names(path) {
        Ok(names) => names,
        Err(error) => {
            found.push(unreadable_folder(shown, path, &error));
            return folder;
        }
    };
    for name in names {
        let is_markdown = Path::new(&name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
        let is_page = name.starts_with("list_") && is_markdown;
        let shown = join(shown, &name);
        if is_page {
            folder.page_count += 1;
            folder.pages.extend(file(&path.join(&name), name, shown, &mut folder.sources, found));
        } else if name == identifiers::FILE {
            folder.identifiers = file(&path.join(&name), name, shown, &mut folder.sources, found);
        } else if name == editions::FILE {
            folder.editions = file(&path.join(&name), name, shown, &mut folder.sources, found);
        } else if is_markdown && name != "README.md" {
            let message = "a Markdown file that is not a page";
            let help = "the pages are called `list_<service>.md`; rename it, or keep it elsewhere";
            found.push(Diagnostic::error(Code::UnexpectedFile, message, Place::Path(shown)).help(help));
        }
    }
    if folder.page_count == 0 {
        let help = "put AWS's pages there, as `list_<service>.md`";
        found.push(
            Diagnostic::error(Code::NoPages, "the folder holds no pages", Place::Path(shown.to_owned())).help(help),
        );
    }
    folder
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

/// The names of the files in a folder, sorted. A name that is not text cannot be a page's.
fn names(path: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in path.read_dir()? {
        let entry = entry?;
        if !entry.path().is_dir() {
            names.extend(entry.file_name().into_string().ok());
        }
    }
    names.sort_unstable();
    Ok(names)
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
            let help = "save the page as UTF-8; `�` stands for the first byte that is none";
            let span = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
            found.push(Diagnostic::at(Code::NotUtf8, message, file, span).help(help));
            None
        }
    }
}
