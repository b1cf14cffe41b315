//! The findings of a run: everything that is wrong with its input, and the files that quote it.

use crate::diagnostic::{Code, Diagnostic};
use crate::read::Folder;
use crate::row_totals::RowTotals;
use crate::source::FileId;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that a run has found. Errors stop it; warnings do so only where the user says so.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The diagnostics, in the order in which they were found.
    pub found: Vec<Diagnostic>,
    /// The files that were read.
    pub folder: Folder,
    /// The rows in the text and the rows read, page by page.
    pub row_totals: Vec<(FileId, RowTotals)>,
}

impl From<Diagnostic> for Report {
    /// A run that had to stop before it read anything.
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

    /// Everything as a reader wants it: what stops the run last, where the eye is; each half by page and place.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.found.iter().collect();
        sorted.sort_by_key(|diagnostic| (diagnostic.is_error(), diagnostic.file(), diagnostic.start()));
        sorted
    }

    /// [`Report::sorted`] without the warnings of a code that come after the first `most`, and how many those are.
    #[must_use]
    pub fn shortened(&self, most: usize) -> (Vec<&Diagnostic>, BTreeMap<Code, usize>) {
        let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
        let mut shown = self.sorted();
        shown.retain(|diagnostic| {
            let seen = seen.entry(diagnostic.code).or_default();
            *seen += usize::from(!diagnostic.is_error());
            diagnostic.is_error() || *seen <= most
        });
        let hidden = seen.into_iter().filter(|(_, seen)| *seen > most).map(|(code, seen)| (code, seen - most));
        (shown, hidden.collect())
    }

    /// Returns a summary: `3 errors and 12 warnings in 2 of 4 pages`.
    #[must_use]
    pub fn summary(&self) -> String {
        let counted = [(self.errors(), "error"), (self.warnings(), "warning")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }));
        let counted = counted.collect::<Vec<_>>().join(" and ");
        match (self.pages(), self.folder.page_count) {
            (0, _) => counted,
            (_, 1) => format!("{counted} in 1 page"),
            (pages, all) => format!("{counted} in {pages} of {all} pages"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Report;
    use crate::diagnostic::{Code, Diagnostic, Place};
    use crate::read::Folder;
    use crate::source::{Source, Sources};
    use std::collections::BTreeMap;

    /// Two pages; each diagnostic is a code, whether it is an error, its page and its place.
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
    fn only_warnings_are_shortened_and_each_code_for_itself() {
        let (code, other) = (Code::UnknownType, Code::Contradiction);
        let report = report(&[
            (code, true, 0, 1),
            (code, false, 0, 4),
            (code, true, 0, 2),
            (code, false, 0, 3),
            (other, false, 0, 5),
        ]);
        let (shown, hidden) = report.shortened(1);
        let shown: Vec<_> = shown.iter().map(|found| found.start()).collect();
        assert_eq!((shown, hidden), (vec![3, 5, 1, 2], BTreeMap::from([(code, 1)])));
        assert_eq!(report.shortened(2).0.len(), 5);
    }
}
