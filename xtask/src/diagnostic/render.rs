//! Diagnostics as text: the message, the place, the line with a caret, and the hint.

use super::code::Code;
use super::excerpt::{Excerpt, WIDTH};
use super::severity::Severity;
use super::types::{Diagnostic, Place};
use crate::printable::{printable_lines, printable_text};
use crate::source::Sources;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// Whether the text carries colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// With the escape sequences of a terminal.
    Terminal,
    /// Plain text.
    Plain,
}

/// The diagnostic as a person reads it, without a line end. Nothing in it that comes from a page or a path is unescaped.
#[must_use]
pub fn render(diagnostic: &Diagnostic, sources: &Sources, color: Color) -> String {
    let level = level(diagnostic.severity);
    let message = printable_text(&diagnostic.message);
    let mut group = Group::with_title(level.primary_title(&*message).id(diagnostic.code.name()));
    for (nth, (place, words)) in diagnostic.places.iter().enumerate() {
        let kind = if nth == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        group = match place {
            Place::Path(path) => group.element(Origin::path(printable_text(path))),
            Place::Text(file, span) => {
                let (Some(source), Some(line)) = (sources.get(*file), sources.line(*file, span.start)) else {
                    continue;
                };
                let Excerpt { text, span } = Excerpt::new(line, span);
                let annotation = kind.span(span);
                let annotation = if words.is_empty() { annotation } else { annotation.label(printable_text(words)) };
                group.element(Snippet::source(text).path(&source.path).line_start(line.number).annotation(annotation))
            }
        };
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable_lines(help)));
    }
    renderer(color).render(&[group])
}

/// A line about the run as a whole, of which `code` says more where it is about one rule.
#[must_use]
pub fn line(severity: Severity, code: Option<Code>, message: &str, color: Color) -> String {
    let title = level(severity).primary_title(printable_text(message));
    let title = if let Some(code) = code { title.id(code.name()) } else { title };
    renderer(color).render(&[Group::with_title(title)])
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

fn renderer(color: Color) -> Renderer {
    let renderer = match color {
        Color::Terminal => Renderer::styled(),
        Color::Plain => Renderer::plain(),
    };
    renderer.term_width(WIDTH)
}
