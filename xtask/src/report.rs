//! The diagnostics of a run, and the files that they quote.

use crate::diagnostic::{Code, Diagnostic};
use crate::read::Folder;
use crate::row_totals::RowTotals;
use crate::source::FileId;
use std::collections::{BTreeMap, BTreeSet};

/// The diagnostics of a run. Errors stop the run, and warnings do so only if the user asks for it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The diagnostics, in the order in which they were found.
    pub found: Vec<Diagnostic>,
    /// The files that were read.
    pub folder: Folder,
    /// The numbers of rows in the raw text and of rows that were read, for each page.
    pub row_totals: Vec<(FileId, RowTotals)>,
}

/// The number of diagnostics that are printed for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The limit of warnings of each code.
    pub warnings_of_code: usize,
    /// The limit of errors of each file.
    pub errors_of_file: usize,
}

/// A report that is shortened to its [`Limits`].
#[derive(Clone, Debug)]
pub struct Shortened<'a> {
    /// The diagnostics to show, in the order of [`Report::sorted`].
    pub shown: Vec<&'a Diagnostic>,
    /// For each code, the number of warnings that are not shown.
    pub more_warnings: BTreeMap<Code, usize>,
    /// For each file, the number of errors that are not shown.
    pub more_errors: BTreeMap<FileId, usize>,
}

impl From<Diagnostic> for Report {
    /// Creates the report of a run that stopped before it read anything.
    fn from(error: Diagnostic) -> Self {
        Self { found: vec![error], ..Self::default() }
    }
}

impl Report {
    /// Returns the number of errors.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.found.iter().filter(|diagnostic| diagnostic.is_error()).count()
    }

    /// Returns the number of warnings.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.found.len() - self.errors()
    }

    /// Returns the number of pages with a diagnostic.
    #[must_use]
    pub fn pages(&self) -> usize {
        let mut files: BTreeSet<FileId> = self.found.iter().filter_map(Diagnostic::file).collect();
        for table in self.folder.facts.values().chain(&self.folder.editions) {
            files.remove(&table.file);
        }
        files.len()
    }

    /// Returns the diagnostics in the order for readers: warnings first, so that errors are at the end. Each group is
    /// sorted by page and place.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.found.iter().collect();
        sorted.sort_by_key(|diagnostic| (diagnostic.is_error(), diagnostic.file(), diagnostic.start()));
        sorted
    }

    /// Returns [`Report::sorted`], shortened to `limits`, and the numbers of the other diagnostics.
    #[must_use]
    pub fn shortened(&self, limits: Limits) -> Shortened<'_> {
        let mut warnings: BTreeMap<Code, usize> = BTreeMap::new();
        let mut errors: BTreeMap<FileId, usize> = BTreeMap::new();
        let mut shown = self.sorted();
        shown.retain(|diagnostic| {
            let (seen, limit) = match (diagnostic.is_error(), diagnostic.file()) {
                (false, _) => (warnings.entry(diagnostic.code).or_default(), limits.warnings_of_code),
                (true, Some(file)) => (errors.entry(file).or_default(), limits.errors_of_file),
                (true, None) => return true,
            };
            *seen += 1;
            *seen <= limit
        });
        Shortened {
            shown,
            more_warnings: above(warnings, limits.warnings_of_code),
            more_errors: above(errors, limits.errors_of_file),
        }
    }

    /// Returns a summary such as `3 errors and 12 warnings in 2 of 4 pages`.
    #[must_use]
    pub fn summary(&self) -> String {
        let counted = [(self.errors(), "error"), (self.warnings(), "warning")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }));
        let counted = counted.collect::<Vec<_>>().join(" and ");
        match (self.pages(), self.folder.page_count) {
            (0, _) => counted,
            // Without pages, the diagnostics are about other files.
            (1, 0) => format!("{counted} in 1 file"),
            (files, 0) => format!("{counted} in {files} files"),
            (_, 1) => format!("{counted} in 1 page"),
            (pages, all) => format!("{counted} in {pages} of {all} pages"),
        }
    }
}

/// Returns the amount by which each count exceeds a limit.
fn above<K: Ord>(counts: BTreeMap<K, usize>, limit: usize) -> BTreeMap<K, usize> {
    counts.into_iter().filter(|(_, count)| *count > limit).map(|(key, count)| (key, count - limit)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Limits, Report};
    use crate::diagnostic::{Code, Diagnostic, Place};
    use crate::read::Folder;
    use crate::source::{Source, Sources};
    use std::collections::BTreeMap;

    /// Creates a report about two pages. Each diagnostic has a code, an error flag, the index of its page and a place.
    fn report(found: &[(Code, bool, usize, usize)]) -> Report {
        let mut sources = Sources::default();
        let source = Source { name: String::new(), path: String::new(), text: String::new() };
        let files = [sources.add(source.clone()), sources.add(source)];
        let diagnostic = |&(code, error, file, at): &(Code, bool, usize, usize)| {
            let place = Place::Text(files[file], at..at);
            if error { Diagnostic::error(code, "", place) } else { Diagnostic::warning(code, "", place) }
        };
        let folder = Folder { sources, pages: files.to_vec(), page_count: 2, ..Folder::default() };
        Report { found: found.iter().map(diagnostic).collect(), folder, row_totals: Vec::new() }
    }

    #[test]
    fn warnings_come_first_and_each_half_goes_by_page_and_place() {
        let (code, other) = (Code::UnknownType, Code::Contradiction);
        let report = report(&[
            (code, true, 0, 1),
            (code, false, 1, 3),
            (other, true, 0, 0),
            (other, false, 0, 9),
            (code, false, 1, 2),
        ]);
        let order: Vec<_> = report.sorted().iter().map(|found| (found.is_error(), found.start())).collect();
        assert_eq!(order, [(false, 9), (false, 2), (false, 3), (true, 0), (true, 1)]);
        assert_eq!(report.summary(), "2 errors and 3 warnings in 2 of 2 pages");
    }

    #[test]
    fn warnings_are_shortened_by_code_and_errors_by_file() {
        let (code, other) = (Code::UnknownType, Code::Contradiction);
        let report = report(&[
            (code, true, 0, 1),
            (code, false, 0, 4),
            (other, true, 0, 2),
            (code, false, 0, 3),
            (other, false, 0, 5),
            (code, true, 1, 6),
        ]);
        let file = report.folder.pages[0];
        let shortened = report.shortened(Limits { warnings_of_code: 1, errors_of_file: 1 });
        let shown: Vec<_> = shortened.shown.iter().map(|found| found.start()).collect();
        assert_eq!((shown, shortened.more_warnings), (vec![3, 5, 1, 6], BTreeMap::from([(code, 1)])));
        assert_eq!(shortened.more_errors, BTreeMap::from([(file, 1)]));
        let shortened = report.shortened(Limits { warnings_of_code: 2, errors_of_file: 2 });
        assert_eq!(shortened.shown.len(), 6);
        assert!(shortened.more_warnings.is_empty() && shortened.more_errors.is_empty());
    }
}
