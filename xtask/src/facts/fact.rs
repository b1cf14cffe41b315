//! A fact with its source, month and place, and the table of all facts of a file.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Edition;
use crate::source::{FileId, Span};
use std::collections::HashMap;

/// The source of a fact, and the month in which the source stated it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The URL of the source.
    pub source: String,
    /// The month in which the source stated the fact.
    pub month: Edition,
}

/// A fact with its evidence and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<T> {
    /// The content of the fact.
    pub value: T,
    /// The source and month of the fact.
    pub evidence: Evidence,
    /// The place of the field that identifies the fact.
    pub span: Span,
}

/// The facts of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactTable<T> {
    /// The file.
    pub file: FileId,
    /// Whether the file is next to the pages. Otherwise it is the repository's, and may contain undefined names.
    pub is_own: bool,
    /// The facts, in the order of the file.
    pub facts: Vec<Fact<T>>,
}

impl<T> FactTable<T> {
    /// Returns the contents of the facts.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.facts.iter().map(|fact| &fact.value)
    }

    /// Reports facts about the same name. `key` returns the names that a fact is about.
    pub(super) fn report_repeated(&self, code: Code, key: impl Fn(&T) -> Vec<String>, found: &mut Vec<Diagnostic>) {
        let mut first: HashMap<String, &Span> = HashMap::new();
        for fact in &self.facts {
            for key in key(&fact.value) {
                if let Some(before) = first.get(&key.to_ascii_lowercase()) {
                    let error = self.error(code, format!("`{key}` is repeated"), fact.span.clone());
                    let place = Place::Text(self.file, (*before).clone());
                    found.push(error.also(place, "the first one").help("remove one of the entries"));
                } else {
                    first.insert(key.to_ascii_lowercase(), &fact.span);
                }
            }
        }
    }

    /// Returns an error about a place in the file.
    pub(super) fn error(&self, code: Code, message: String, span: Span) -> Diagnostic {
        Diagnostic::at(code, message, self.file, span)
    }
}
