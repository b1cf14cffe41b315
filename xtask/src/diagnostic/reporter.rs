//! Collects the diagnostics about one file while it is read.

use super::code::Code;
use super::types::{Diagnostic, Place};
use crate::source::{FileId, Span};
use crate::suggest;

/// The total number of words to compare when making suggestions about one file.
///
/// Without a limit, comparing thousands of wrong names with thousands of known names would take minutes.
const WORDS: usize = 200_000;

/// A collector of the diagnostics about one file, so that one error does not hide the next.
#[derive(Debug)]
pub struct Reporter {
    /// The file.
    pub file: FileId,
    /// The diagnostics, in the order of the file.
    pub found: Vec<Diagnostic>,
    /// The number of words that may still be compared for suggestions.
    words_left: usize,
}

impl Reporter {
    /// Creates a collector without diagnostics.
    #[must_use]
    pub fn new(file: FileId) -> Self {
        Self { file, found: Vec::new(), words_left: WORDS }
    }

    /// Returns the word of `known` that is nearest to `wrong`, as [`suggest::nearest`] does.
    ///
    /// Returns `None` after too many words have been compared.
    pub fn nearest<'a>(&mut self, wrong: &str, known: impl ExactSizeIterator<Item = &'a str>) -> Option<&'a str> {
        self.words_left = self.words_left.saturating_sub(known.len());
        if self.words_left == 0 { None } else { suggest::nearest(wrong, known) }
    }

    /// Adds an error about a part of the file.
    pub fn error(&mut self, code: Code, message: impl Into<String>, span: Span, help: impl Into<String>) {
        self.found.push(Diagnostic::at(code, message, self.file, span).help(help));
    }

    /// Adds a warning about a part of the file.
    pub fn warning(&mut self, code: Code, message: impl Into<String>, span: Span, help: impl Into<String>) {
        self.found.push(Diagnostic::warning(code, message, Place::Text(self.file, span)).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::{Reporter, WORDS};
    use crate::source::FileId;

    #[test]
    fn suggestions_end_before_they_take_minutes() {
        let words: Vec<String> = (0..WORDS / 4).map(|nth| format!("word{nth}")).collect();
        let mut report = Reporter::new(FileId::default());
        let mut nearest = || report.nearest("wrod1", words.iter().map(String::as_str)).map(str::to_owned);
        let suggestions: Vec<_> = (0..9).map_while(|_| nearest()).collect();
        assert_eq!(suggestions, ["word1", "word1", "word1"]);
    }
}
