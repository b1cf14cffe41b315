//! The diagnostics about one file, gathered while it is read.

use super::code::Code;
use super::types::{Diagnostic, Place};
use crate::source::{FileId, Span};

/// The diagnostics about one file, gathered while it is read: the first error does not hide the next.
#[derive(Debug)]
pub struct Reporter {
    /// The file.
    pub file: FileId,
    /// The diagnostics, in the order of the file.
    pub found: Vec<Diagnostic>,
}

impl Reporter {
    /// Nothing found yet.
    #[must_use]
    pub fn new(file: FileId) -> Self {
        Self { file, found: Vec::new() }
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
