//! A diagnostic: its rule, its severity, its message, its places, and the fix.

use super::code::Code;
use super::severity::Severity;
use crate::source::{FileId, Span};

/// A place that a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a file that was read.
    Text(FileId, Span),
    /// A path as a whole: a folder that is not there, a file that cannot be read.
    Path(String),
}

/// One thing that is wrong, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule speaks.
    pub code: Code,
    /// Its severity.
    pub severity: Severity,
    /// The message: what is wrong, in one line.
    pub message: String,
    /// Where: the first place is the one to look at, the others explain it. Each may carry a few words.
    pub places: Vec<(Place, String)>,
    /// The fix.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at `place`.
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

    /// A warning at `place`.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>, place: Place) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message, place) }
    }

    /// Whether nothing may be written because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// An error about a stretch of a file.
    #[must_use]
    pub fn at(code: Code, message: impl Into<String>, file: FileId, span: Span) -> Self {
        Self::error(code, message, Place::Text(file, span))
    }

    /// Puts a few words beside the caret.
    #[must_use]
    pub fn label(mut self, words: impl Into<String>) -> Self {
        if let Some((_, label)) = self.places.first_mut() {
            *label = words.into();
        }
        self
    }

    /// Adds another place that explains the first.
    #[must_use]
    pub fn also(mut self, place: Place, words: impl Into<String>) -> Self {
        self.places.push((place, words.into()));
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, words: impl Into<String>) -> Self {
        self.help = Some(words.into());
        self
    }

    /// Returns the byte of its file at which it begins.
    #[must_use]
    pub fn start(&self) -> usize {
        match self.places.first() {
            Some((Place::Text(_, span), _)) => span.start,
            _ => 0,
        }
    }

    /// The file that it is about, if it is about a file that was read.
    #[must_use]
    pub fn file(&self) -> Option<FileId> {
        match self.places.first() {
            Some((Place::Text(file, _), _)) => Some(*file),
            _ => None,
        }
    }
}
