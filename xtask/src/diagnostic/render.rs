//! Diagnostics as text: the message, the place, the line with a caret, and the hint.

use super::{Diagnostic, Place, Severity};
use crate::source::Sources;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// How wide a message may be. Rows of a page are far longer; the renderer then shows the part around the caret.
const WIDTH: usize = 120;

/// Whether the text carries colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// With the escape sequences of a terminal.
    Terminal,
    /// Plain text.
    Plain,
}

/// The diagnostic as a person reads it, without a line end.
#[must_use]
pub fn render(diagnostic: &Diagnostic, sources: &Sources, colour: Colour) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(&diagnostic.message).id(diagnostic.code.name()));
    for (nth, (place, words)) in diagnostic.places.iter().enumerate() {
        let kind = if nth == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        group = match place {
            Place::Path(path) => group.element(Origin::path(path)),
            Place::Text(file, span) => {
                let Some(source) = sources.get(*file) else { continue };
                let line = Line::of(&source.text, span.start);
                let start = span.start.saturating_sub(line.start).min(line.text.len());
                let end = span.end.saturating_sub(line.start).clamp(start, line.text.len());
                let annotation = kind.span(start..end);
                let annotation = if words.is_empty() { annotation } else { annotation.label(words) };
                group.element(
                    Snippet::source(line.text).path(&source.path).line_start(line.number).annotation(annotation),
                )
            }
        };
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = match colour {
        Colour::Terminal => Renderer::styled(),
        Colour::Plain => Renderer::plain(),
    };
    renderer.term_width(WIDTH).render(&[group])
}

/// One line of a text. The renderer gets no more than that, because a page can be a megabyte long.
struct Line<'a> {
    number: usize,
    start: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    /// The line on which byte `at` stands.
    fn of(text: &'a str, at: usize) -> Self {
        let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let rest = after.find(['\n', '\r']).unwrap_or(after.len());
        let text = text.get(start..before.len() + rest).unwrap_or_default();
        Self { number: 1 + before.matches('\n').count(), start, text }
    }
}
