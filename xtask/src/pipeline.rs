//! The road from files to facts, which `regen` and `export` share: parse, lower, merge.

use crate::diagnostic::{Diagnostic, Reporter};
use crate::lower::{self, Lowered};
use crate::read::Folder;
use crate::source::{FileId, Source};
use crate::{merge, parse};
use std::collections::BTreeSet;

/// Every service that the pages of a folder describe, sorted by prefix.
#[must_use]
pub fn services(folder: &Folder, found: &mut Vec<Diagnostic>) -> Vec<Lowered> {
    let mut pages = Vec::with_capacity(folder.pages.len());
    for &file in &folder.pages {
        let Some(source) = folder.sources.get(file) else { continue };
        let (lowered, mut errors) = page(file, source);
        pages.extend(lowered);
        found.append(&mut errors);
    }
    merge::merge(pages, found)
}

/// What one page says, and what is wrong with it. Pages know nothing of each other.
#[must_use]
pub fn page(file: FileId, source: &Source) -> (Option<Lowered>, Vec<Diagnostic>) {
    let mut report = Reporter::new(file);
    let lowered = parse::page(source, &mut report).map(|page| lower::lower(&page, &mut report));
    // Sections are read by kind; a reader goes through the page from top to bottom.
    report.found.sort_by_key(Diagnostic::start);
    (lowered, report.found)
}

/// Why a run has stopped, with nothing written.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Everything that is wrong.
    pub errors: Vec<Diagnostic>,
    /// The files that the errors quote.
    pub folder: Folder,
}

impl Failure {
    /// The line that closes the list of errors: `3 errors in 2 of 4 pages`.
    #[must_use]
    pub fn summary(&self) -> String {
        let count = self.errors.len();
        let errors = if count == 1 { "1 error".to_owned() } else { format!("{count} errors") };
        let files: BTreeSet<FileId> = self.errors.iter().filter_map(Diagnostic::file).collect();
        let pages = files.len() - usize::from(self.folder.quirks.is_some_and(|quirks| files.contains(&quirks)));
        match (pages, self.folder.seen) {
            (0, _) => errors,
            (_, 1) => format!("{errors} in 1 page"),
            (pages, all) => format!("{errors} in {pages} of {all} pages"),
        }
    }
}
