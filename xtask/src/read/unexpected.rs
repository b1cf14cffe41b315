//! Checks the names of pages, and describes unexpected entries in the directory of pages.

use super::entries::{Entry, EntryKind};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::editions;
use crate::facts::{FactFile, retired};
use crate::printable::printable;
use crate::suggest;
use std::ffi::OsStr;

/// Returns true if a string is the name of a page: `list_`, then ASCII letters, digits, `.`, `_` and `-`, then `.md`.
pub(crate) fn is_page_name(name: &str) -> bool {
    service(name).is_some_and(|service| !service.is_empty() && service.chars().all(is_page_character))
}

/// Returns the part of a name between `list_` and `.md`.
fn service(name: &str) -> Option<&str> {
    name.strip_prefix("list_")?.strip_suffix(".md")
}

fn is_page_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-')
}

/// Returns the error about an unexpected entry in the directory of pages. `place` is its path.
pub(super) fn in_pages(entry: &Entry, place: String, all: &[Entry]) -> Diagnostic {
    let (message, help) = match (entry.kind, entry.name.to_str()) {
        (EntryKind::Other(kind), _) => special(kind),
        (EntryKind::Directory, _) => directory(&entry.shown()),
        (EntryKind::File, Some(name)) => file(name, all),
        (EntryKind::File, None) => (
            "the name of the file is not UTF-8".to_owned(),
            "rename it to `list_<service>.md` if it is a page, or move it elsewhere".to_owned(),
        ),
    };
    Diagnostic::error(Code::UnexpectedFile, message, Place::Path(place)).help(help)
}

/// Returns the error about an unexpected entry in the directory of facts. `place` is its path.
pub(super) fn in_facts(entry: &Entry, place: String) -> Diagnostic {
    let (message, help) = match entry.kind {
        EntryKind::Other(kind) => special(kind),
        EntryKind::Directory => {
            ("expected a file of facts, found a directory".to_owned(), "move it elsewhere".to_owned())
        }
        EntryKind::File => {
            let help = suggest::hint(&entry.shown(), FactFile::ALL.iter().map(|file| file.name()));
            ("unknown file of facts".to_owned(), help)
        }
    };
    Diagnostic::error(Code::UnexpectedFile, message, Place::Path(place)).help(help)
}

/// Returns the message and the help about an entry that is neither a file nor a directory.
fn special(kind: &str) -> (String, String) {
    (format!("expected a regular file, found {kind}"), "remove it, or move it elsewhere".to_owned())
}

fn directory(name: &str) -> (String, String) {
    if let Some(near) = suggest::nearest(name, [FactFile::DIRECTORY]) {
        return (format!("unknown directory `{name}`"), format!("did you mean `{near}`?"));
    }
    let message = if service(name).is_some() { "expected a page, found a directory" } else { "unexpected directory" };
    (message.to_owned(), "move it elsewhere; only the directory `facts` is expected here".to_owned())
}

/// Returns the message and the help about an unexpected file, based on its name.
fn file(name: &str, all: &[Entry]) -> (String, String) {
    if name == FactFile::DIRECTORY {
        return (
            "expected the directory of facts, found a file".to_owned(),
            "rename it, or move it elsewhere".to_owned(),
        );
    }
    if let Some(original) = original(name) {
        return if all.iter().any(|entry| entry.name == *original) {
            (format!("`{name}` looks like a second download of `{original}`"), "remove one of the two files".to_owned())
        } else {
            let message = format!("`{name}` looks like a second download of a page");
            (message, format!("rename it to `{original}`"))
        };
    }
    if let Some(service) = service(name) {
        let wrong = service.split(is_page_character).find(|wrong| !wrong.is_empty());
        let message = match wrong {
            Some(wrong) => format!("the name of a page cannot contain `{}`", printable(OsStr::new(wrong))),
            None => "the name of a page needs a service after `list_`".to_owned(),
        };
        let help = "use AWS's name of the page: `list_`, then letters, digits, `.`, `_` and `-`, then `.md`";
        return (message, help.to_owned());
    }
    if let Some(file) = FactFile::from_name(name) {
        let help =
            format!("move it to `{}/{}`, because facts have their own directory", FactFile::DIRECTORY, file.name());
        return ("unexpected TOML file".to_owned(), help);
    }
    if has_extension(name, "toml") {
        return ("unexpected TOML file".to_owned(), suggest::hint(name, [editions::FILE, retired::FILE]));
    }
    let message = if has_extension(name, "md") { "unexpected Markdown file" } else { "unexpected file" };
    (message.to_owned(), "rename it to `list_<service>.md` if it is a page, or move it elsewhere".to_owned())
}

fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, known)| known.eq_ignore_ascii_case(extension))
}

/// Returns the name of a page before a browser, a shell or a file manager added a copy number.
fn original(name: &str) -> Option<String> {
    let number = |text: &str| !text.is_empty() && text.chars().all(|character| character.is_ascii_digit());
    // `wget` writes `list_sqs.md.1`.
    if let Some((original, copy)) = name.rsplit_once('.')
        && number(copy)
    {
        return is_page_name(original).then(|| original.to_owned());
    }
    let stem = name.strip_suffix(".md")?;
    let bracketed = || stem.strip_suffix(')')?.rsplit_once('(').filter(|(_, copy)| number(copy));
    let numbered = || stem.rsplit_once(' ').filter(|(_, copy)| number(copy));
    let (stem, _) = bracketed().or_else(numbered).unwrap_or((stem, ""));
    let stem = stem.trim_end();
    let stem = stem.strip_suffix(" - Copy").or_else(|| stem.strip_suffix(" copy")).unwrap_or(stem);
    let original = format!("{stem}.md");
    (original != name && is_page_name(&original)).then_some(original)
}

#[cfg(test)]
mod tests {
    use super::{is_page_name, original};

    #[test]
    fn names_of_pages_are_plain() {
        for name in ["list_sqs.md", "list_awskeymanagementservice.md", "list_a.b_c-D9.md"] {
            assert!(is_page_name(name), "{name}");
        }
        for name in
            ["list_.md", "list_a b.md", "list_é.md", "list_a/b.md", "list_a.MD", "LIST_a.md", "list_a\n.md", "x.md"]
        {
            assert!(!is_page_name(name), "{name}");
        }
    }

    #[test]
    fn copies_lead_to_their_originals() {
        let copies = [" (1)", "(12)", " 2", " copy", " copy 3", " - Copy", " - Copy (2)"];
        for copy in copies.map(|copy| format!("list_sqs{copy}.md")).iter().map(String::as_str).chain(["list_sqs.md.1"])
        {
            assert_eq!(original(copy).as_deref(), Some("list_sqs.md"), "{copy}");
        }
        for name in ["list_sqs.md", "list_a b.md", "list_sqs (x).md", "README (1).md", "list_sqs.md.", "1"] {
            assert_eq!(original(name), None, "{name}");
        }
    }
}
