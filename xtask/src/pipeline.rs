//! Runs the stages that `regen` and `export` share: it parses and lowers pages, adds their editions, and merges them.

use crate::diagnostic::{Diagnostic, Reporter};
use crate::facts::FactFile;
use crate::facts::known_errors::{self, KnownErrors};
use crate::lower::{self, Lowered};
use crate::merge::{self, Overlap};
use crate::model::FactEditions;
use crate::progress::Progress;
use crate::read::{Folder, StatedFile};
use crate::source::{FileId, Source};
use crate::{editions, parse};
use indicatif::ParallelProgressIterator as _;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

/// Returns every service that the pages of a directory describe, sorted by prefix. Pages are read in parallel.
#[must_use]
pub fn services(folder: &Folder, progress: Progress, found: &mut Vec<Diagnostic>) -> Vec<Lowered> {
    services_and_overlaps(folder, progress, found).0
}

/// Returns the same services as [`services`], and the overlaps of pages that list the same actions.
#[must_use]
pub fn services_and_overlaps(
    folder: &Folder,
    progress: Progress,
    found: &mut Vec<Diagnostic>,
) -> (Vec<Lowered>, Vec<Overlap>) {
    let sources: Vec<(FileId, &Source)> =
        folder.pages.iter().filter_map(|&file| Some((file, folder.sources.get(file)?))).collect();
    let known_errors = known_errors::read(folder.facts(FactFile::KnownErrors), found);
    let bar = progress.bar("pages read", sources.len());
    // The results are in the order of the pages, regardless of the number of threads.
    let read: Vec<_> =
        sources.par_iter().progress_with(bar).map(|(file, source)| page(*file, source, &known_errors)).collect();
    let mut pages = Vec::with_capacity(read.len());
    let mut with_errors: Vec<String> = Vec::new();
    for (lowered, mut diagnostics) in read {
        if diagnostics.iter().any(Diagnostic::is_error) {
            with_errors.extend(lowered.iter().map(|page| page.service.prefix.clone()));
        }
        pages.extend(lowered);
        found.append(&mut diagnostics);
    }
    let names: Vec<&str> = sources.iter().map(|(_, source)| source.name.as_str()).collect();
    let table = folder.editions.and_then(|table| Some((table, folder.sources.get(table.file)?)));
    let editions =
        table.map(|(StatedFile { file, is_own }, source)| editions::parse(file, is_own, &source.text, &names, found));
    let editions = editions.unwrap_or_default();
    for page in pages.iter_mut().flat_map(|lowered| &mut lowered.service.pages) {
        page.edition = editions.get(&page.file);
    }
    let mut needed: Vec<usize> = pages.iter().flat_map(|page| &page.known_errors).copied().collect();
    // An error may have hidden the row that needs an entry.
    let hidden = known_errors.values().enumerate().filter(|(_, known)| with_errors.contains(&known.service));
    needed.extend(hidden.map(|(position, _)| position));
    let services: Vec<_> = pages.iter().map(|page| &page.service).collect();
    // The page that needs an entry may not have been read.
    if pages.len() == folder.page_count {
        known_errors.report_unneeded(&needed, &services, found);
    }
    let overlaps = merge::overlaps(&pages);
    (merge::merge(pages, found), overlaps)
}

/// Returns the months of the facts that do not have the edition of their pages. [`services`] reports the errors.
#[must_use]
pub fn fact_editions(folder: &Folder) -> FactEditions {
    let Some(StatedFile { file, is_own }) = folder.editions else { return FactEditions::default() };
    let text = folder.sources.get(file).map_or("", |source| source.text.as_str());
    editions::parse(file, is_own, text, &[], &mut Vec::new()).facts()
}

/// Reads a page, and returns its service and its diagnostics. Pages do not depend on each other.
#[must_use]
pub fn page(file: FileId, source: &Source, known_errors: &KnownErrors) -> (Option<Lowered>, Vec<Diagnostic>) {
    let mut report = Reporter::new(file);
    let lowered = parse::page(source, &mut report).map(|page| lower::lower(&page, known_errors, &mut report));
    // Sections are read by kind, but diagnostics are sorted by their places in the page.
    report.found.sort_by_key(Diagnostic::start);
    (lowered, report.found)
}
