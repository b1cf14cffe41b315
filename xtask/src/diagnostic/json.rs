//! Diagnostics for tools: one JSON object a line.

use super::types::{Diagnostic, Place};
use crate::source::Sources;
use serde::Serialize;

/// A diagnostic as a tool reads it.
///
/// Lines and columns count from 1, columns in characters; the end is the first character that does not belong to it.
/// Where a file or folder is meant as a whole they are `null`.
#[derive(Debug, Serialize)]
pub struct Json<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    /// A few words on the place, where there are any.
    label: Option<&'a str>,
    help: Option<&'a str>,
    also: Vec<Also<'a>>,
}

/// A further place, and what it has to do with the first.
#[derive(Debug, Serialize)]
struct Also<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    label: Option<&'a str>,
}

impl<'a> Json<'a> {
    /// The diagnostic, with its places looked up in `sources`.
    #[must_use]
    pub fn new(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Self {
        let mut places = diagnostic.places.iter().map(|(place, words)| {
            let (file, start, end) = locate(place, sources);
            (file, start.unzip(), end.unzip(), (!words.is_empty()).then_some(words.as_str()))
        });
        let (file, (line, column), (end_line, end_column), label) = places.next().unwrap_or_default();
        Self {
            code: diagnostic.code.name(),
            severity: diagnostic.severity.word(),
            message: &diagnostic.message,
            file,
            line,
            column,
            end_line,
            end_column,
            label,
            help: diagnostic.help.as_deref(),
            also: places.map(|(file, (line, column), _, label)| Also { file, line, column, label }).collect(),
        }
    }
}

/// A line and a column.
type Position = (usize, usize);

/// Which file a place is in, where it begins and where it ends.
fn locate<'a>(place: &'a Place, sources: &'a Sources) -> (&'a str, Option<Position>, Option<Position>) {
    match place {
        Place::Path(path) => (path, None, None),
        Place::Text(file, span) => {
            let position = |at| sources.position(*file, at);
            (sources.get(*file).map_or("", |source| &source.path), position(span.start), position(span.end))
        }
    }
}
