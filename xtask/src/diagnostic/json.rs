//! Formats diagnostics for tools, as one JSON object per line.

use super::types::{Diagnostic, Place};
use crate::printable::{printable_lines, printable_text};
use crate::source::Sources;
use serde::Serialize;
use std::borrow::Cow;

/// A diagnostic in the form for tools.
///
/// Lines and columns count from 1, and columns count characters. The end is the position of the first character after
/// the place. If the diagnostic is about a whole file or directory, lines and columns are `null`.
#[derive(Debug, Serialize)]
pub struct Json<'a> {
    code: &'static str,
    severity: &'static str,
    message: Cow<'a, str>,
    file: Cow<'a, str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    /// A note on the place, if there is one.
    label: Option<Cow<'a, str>>,
    help: Option<Cow<'a, str>>,
    also: Vec<Also<'a>>,
}

/// A further place, with a note that relates it to the first one.
#[derive(Debug, Serialize)]
struct Also<'a> {
    file: Cow<'a, str>,
    line: Option<usize>,
    column: Option<usize>,
    label: Option<Cow<'a, str>>,
}

impl<'a> Json<'a> {
    /// Converts a diagnostic, and looks up its places in `sources`.
    #[must_use]
    pub fn new(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Self {
        let mut places = diagnostic.places.iter().map(|(place, words)| {
            let (file, start, end) = locate(place, sources);
            (file, start.unzip(), end.unzip(), (!words.is_empty()).then(|| printable_text(words)))
        });
        let (file, (line, column), (end_line, end_column), label) = places.next().unwrap_or_default();
        Self {
            code: diagnostic.code.name(),
            severity: diagnostic.severity.word(),
            message: printable_text(&diagnostic.message),
            file,
            line,
            column,
            end_line,
            end_column,
            label,
            help: diagnostic.help.as_deref().map(printable_lines),
            also: places.map(|(file, (line, column), _, label)| Also { file, line, column, label }).collect(),
        }
    }
}

/// A line and a column.
type Position = (usize, usize);

/// Returns the path of a place, its start and its end.
fn locate<'a>(place: &'a Place, sources: &'a Sources) -> (Cow<'a, str>, Option<Position>, Option<Position>) {
    match place {
        Place::Path(path) => (printable_text(path), None, None),
        Place::Text(file, span) => {
            let position = |at| sources.position(*file, at);
            (
                sources.get(*file).map_or_else(Cow::default, |source| printable_text(&source.path)),
                position(span.start),
                position(span.end),
            )
        }
    }
}
