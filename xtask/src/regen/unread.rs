//! Determines which services and names cannot be checked because of errors.

use crate::diagnostic::{Code, Diagnostic};
use crate::facts::FactFile;
use crate::lower::Lowered;
use crate::read::Folder;
use crate::slice::unescape;
use crate::source::{FileId, Source};
use crate::unread::Unread;
use std::collections::BTreeSet;

/// Returns the services and names that are unknown because of the errors in `found`.
pub(super) fn unread(folder: &Folder, services: &[Lowered], found: &[Diagnostic]) -> Unread {
    let errors = || found.iter().filter(|diagnostic| diagnostic.is_error());
    if errors().next().is_none() {
        return Unread::default();
    }
    let with_errors: BTreeSet<FileId> = errors().filter_map(Diagnostic::file).collect();
    let known: BTreeSet<FileId> =
        services.iter().flat_map(|lowered| &lowered.row_totals).map(|(file, _)| *file).collect();
    // The newest pages of a prefix are unknown if the editions could not be read.
    let has_editions = folder.editions.is_none_or(|table| !with_errors.contains(&table.file));
    let is_unread = |lowered: &&Lowered| {
        let files = &lowered.row_totals;
        files.iter().any(|(file, _)| with_errors.contains(file)) || !has_editions && files.len() > 1
    };
    let pages = folder.pages.iter().filter(|page| with_errors.contains(page) || !known.contains(page));
    // A malformed entry may be about a key that another file names.
    let global_keys = folder.facts.get(&FactFile::GlobalKeys).filter(|table| with_errors.contains(&table.file));
    let global_keys = global_keys.and_then(|table| folder.sources.get(table.file));
    let sources: Vec<&Source> = pages.filter_map(|page| folder.sources.get(*page)).collect();
    Unread {
        services: services.iter().filter(is_unread).map(|lowered| lowered.service.prefix.clone()).collect(),
        pages: sources.iter().map(|source| source.name.clone()).collect(),
        texts: sources.iter().copied().chain(global_keys).map(|source| unescape(&source.text).into_owned()).collect(),
        has_unknown_pages: folder.page_count > folder.pages.len() || errors().any(is_about_the_folder),
    }
}

/// Returns true if a page may be missing because of an error.
fn is_about_the_folder(error: &Diagnostic) -> bool {
    matches!(error.code, Code::NoDocsSrc | Code::NoPages | Code::UnexpectedFile | Code::CannotRead | Code::NotUtf8)
}
