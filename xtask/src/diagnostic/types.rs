//! The type of diagnostics: code, severity, message, places and help.

use super::code::Code;
use super::severity::Severity;
use crate::source::{FileId, Span};

/// A place that a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A part of a file that was read.
    Text(FileId, Span),
    /// A whole path, such as a missing directory or an unreadable file.
    Path(String),
}

/// An error or a warning, with its places and a fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code of the rule.
    pub code: Code,
    /// The severity of the diagnostic.
    pub severity: Severity,
    /// The message, in one line.
    pub message: String,
    /// The place of the fault, and then other places that explain it. Each has a note, which may be empty.
    pub places: Vec<(Place, String)>,
    /// The fix.
    pub help: Option<String>,
}

impl Diagnostic {
    /// Creates an error at `place`.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>, place: Place) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            places: vec![(place, String::new())],
            help: None,
        }
    }

    /// Creates a warning at `place`.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>, place: Place) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message, place) }
    }

    /// Returns true if the diagnostic stops the run.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Creates an error about a part of a file.
    #[must_use]
    pub fn at(code: Code, message: impl Into<String>, file: FileId, span: Span) -> Self {
        Self::error(code, message, Place::Text(file, span))
    }

    /// Sets the note on the first place, which is printed next to the caret.
    #[must_use]
    pub fn label(mut self, words: impl Into<String>) -> Self {
        if let Some((_, label)) = self.places.first_mut() {
            *label = words.into();
        }
        self
    }

    /// Adds another place that explains the first one, with a note.
    #[must_use]
    pub fn also(mut self, place: Place, words: impl Into<String>) -> Self {
        self.places.push((place, words.into()));
        self
    }

    /// Sets the help, which describes the fix.
    #[must_use]
    pub fn help(mut self, words: impl Into<String>) -> Self {
        self.help = Some(words.into());
        self
    }

    /// Returns the byte offset of the first place in its file, or 0 if the place is a path.
    #[must_use]
    pub fn start(&self) -> usize {
        match self.places.first() {
            Some((Place::Text(_, span), _)) => span.start,
            _ => 0,
        }
    }

    /// Returns the file of the first place, or `None` if the place is a path.
    #[must_use]
    pub fn file(&self) -> Option<FileId> {
        match self.places.first() {
            Some((Place::Text(file, _), _)) => Some(*file),
            _ => None,
        }
    }
}
