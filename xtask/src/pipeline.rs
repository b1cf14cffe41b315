//! The road from files to facts, which `regen` and `export` share: parse, lower, date, merge.

use crate::diagnostic::{Diagnostic, Reporter};
use crate::lower::{self, Lowered};
use crate::progress::Progress;
use crate::read::Folder;
use crate::source::{FileId, Source};
use crate::{editions, merge, parse};
use indicatif::ParallelProgressIterator as _;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

/// Every service that the pages of a folder describe, sorted by prefix. The pages are read side by side.
#[must_use]
pub fn services(folder: &Folder, progress: Progress, found: &mut Vec<Diagnostic>) -> Vec<Lowered> {
    let sources: Vec<(FileId, &Source)> =
        folder.pages.iter().filter_map(|&file| Some((file, folder.sources.get(file)?))).collect();
    let bar = progress.bar("pages read", sources.len());
    // The results are in the order of the pages, however many threads read them.
    let read: Vec<_> = sources.par_iter().progress_with(bar).map(|(file, source)| page(*file, source)).collect();
    let mut pages = Vec::with_capacity(read.len());
    for (lowered, mut diagnostics) in read {
        pages.extend(lowered);
        found.append(&mut diagnostics);
    }
    let names: Vec<&str> = sources.iter().map(|(_, source)| source.name.as_str()).collect();
    let table = folder.editions.and_then(|file| Some((file, folder.sources.get(file)?)));
    let editions = table.map(|(file, source)| editions::parse(file, &source.text, &names, found)).unwrap_or_default();
    for page in pages.iter_mut().flat_map(|lowered| &mut lowered.service.pages) {
        page.edition = editions.get(&page.file);
    }
    merge::merge(pages, found)
}

/// Reads one page, and returns its service and what is wrong with it. Pages do not depend on each other.
#[must_use]
pub fn page(file: FileId, source: &Source) -> (Option<Lowered>, Vec<Diagnostic>) {
    let mut report = Reporter::new(file);
    let lowered = parse::page(source, &mut report).map(|page| lower::lower(&page, &mut report));
    // Sections are read by kind; a reader goes through the page from top to bottom.
    report.found.sort_by_key(Diagnostic::start);
    (lowered, report.found)
}
