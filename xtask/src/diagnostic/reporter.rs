//! The diagnostics about one file, gathered while it is read.

use super::code::Code;
use super::types::{Diagnostic, Place};
use crate::source::{FileId, Span};
use crate::suggest;

/// The words that the suggestions about one file may be chosen from, in all. Without a limit, thousands of
/// wrong names among thousands of names would take minutes.
const WORDS: usize = 200_000;

/// The diagnostics about one file, gathered while it is read: the first error does not hide the next.
#[derive(Debug)]
pub struct Reporter {
    /// The file.
    pub file: FileId,
    /// The diagnostics, in the order of the file.
    pub found: Vec<Diagnostic>,
    /// The words that further suggestions may be chosen from.
    words_left: usize,
}

impl Reporter {
    /// Nothing found yet.
    #[must_use]
    pub fn new(file: FileId) -> Self {
        Self { file, found: Vec::new(), words_left: WORDS }
    }

    /// Returns the one of `known` that is nearest to `wrong`, as [`suggest::nearest`] does, until too many have been
    /// compared.
    pub fn nearest<'a>(&mut self, wrong: &str, known: impl ExactSizeIterator<Item = &'a str>) -> Option<&'a str> {
        self.words_left = self.words_left.saturating_sub(known.len());
        if self.words_left == 0 { None } else { suggest::nearest(wrong, known) }
    }

    /// Adds an error about a stretch of the file.
    pub fn error(&mut self, code: Code, message: impl Into<String>, span: Span, help: impl Into<String>) {
        self.found.push(Diagnostic::at(code, message, self.file, span).help(help));
    }

    /// Adds a warning about a stretch of the file.
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
