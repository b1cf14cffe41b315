//! Loads the pages that the benchmarks measure, and parses them with only the Markdown parser.

use crate::ratio::measuring;
use pulldown_cmark::{Options, Parser};
use std::hint::black_box;
use std::path::Path;
use xtask::emit::File;
use xtask::progress::Progress;
use xtask::read::{self, Folder};
use xtask::regen;
use xtask::source::Source;

/// The pages to measure.
pub(crate) struct Pages {
    pub(crate) name: String,
    pub(crate) folder: Folder,
    /// The files that are generated from the pages.
    pub(crate) files: Vec<File>,
}

impl Pages {
    /// Reads a directory of pages, except those with an error.
    pub(crate) fn load(path: &Path, name: &str) -> Option<Self> {
        let mut folder = read::folder(path, name, &mut Vec::new());
        if !measuring() {
            // A few pages are enough to test the benchmark.
            folder.pages.truncate(40);
        }
        // Remove pages with errors until none is left. Errors that need all pages appear only after the first round.
        let files = loop {
            let mut found = Vec::new();
            let files = regen::generate(&folder, Progress::Hidden, &mut found).files;
            let before = folder.pages.len();
            folder.pages.retain(|page| !found.iter().any(|found| found.is_error() && found.file() == Some(*page)));
            if folder.pages.len() == before {
                break files;
            }
        };
        if files.is_empty() || folder.pages.is_empty() {
            println!("{name}: no page to measure");
            return None;
        }
        println!("{name}: {} of {} pages", folder.pages.len(), folder.page_count);
        Some(Self { name: name.to_owned(), folder, files })
    }

    /// Returns the sources of the pages.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &Source> {
        self.folder.pages.iter().filter_map(|page| self.folder.sources.get(*page))
    }

    /// Parses all pages with pulldown-cmark and nothing else.
    pub(crate) fn bare_pass(&self) {
        self.sources().for_each(|source| bare_pass(&source.text));
    }
}

/// Parses a page with pulldown-cmark and nothing else.
pub(crate) fn bare_pass(text: &str) {
    for event in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        black_box(event);
    }
}
