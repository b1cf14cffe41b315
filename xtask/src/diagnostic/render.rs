//! Formats diagnostics for people: the message, the place, the line with a caret, and the help.

use super::code::Code;
use super::excerpt::{Excerpt, WIDTH};
use super::severity::Severity;
use super::types::{Diagnostic, Place};
use crate::printable::{printable_lines, printable_text};
use crate::source::Sources;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// Whether messages are colored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// Colored, with the escape sequences of a terminal.
    Terminal,
    /// Plain text.
    Plain,
}

/// The number of bytes of pages that the messages of a run may still quote.
///
/// A message quotes its line up to its place, so many messages about one long line would take quadratic time. Messages
/// beyond the limit name their places but do not quote the lines.
#[derive(Clone, Copy, Debug)]
pub struct Quota(usize);

impl Default for Quota {
    fn default() -> Self {
        Self(8_000_000)
    }
}

impl Quota {
    /// Returns true if an excerpt may be quoted, and then subtracts its length from the quota.
    fn takes(&mut self, excerpt: &Excerpt<'_>) -> bool {
        let left = self.0.checked_sub(excerpt.text.len());
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// Formats a diagnostic for people, without a final newline. All strings from pages and paths are escaped.
#[must_use]
pub fn render(diagnostic: &Diagnostic, sources: &Sources, color: Color) -> String {
    render_within(diagnostic, sources, color, &mut Quota::default())
}

/// Formats one of many diagnostics, which share a quota.
#[must_use]
pub fn render_within(diagnostic: &Diagnostic, sources: &Sources, color: Color, quota: &mut Quota) -> String {
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
                let excerpt = Excerpt::new(line, span);
                if !quota.takes(&excerpt) {
                    let (number, column) = sources.position(*file, span.start).unwrap_or_default();
                    group = group.element(Origin::path(&source.path).line(number).char_column(column));
                    continue;
                }
                let Excerpt { text, span } = excerpt;
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

/// Formats a line about the whole run. `code` is the code of the rule to print, if there is one.
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

#[cfg(test)]
mod tests {
    use super::{Color, Quota, render_within};
    use crate::diagnostic::{Code, Diagnostic};
    use crate::source::{Source, Sources};

    #[test]
    fn a_message_beyond_the_quota_names_its_place() {
        let mut sources = Sources::default();
        let source = Source { name: String::new(), path: "page.md".to_owned(), text: "one\ntwo three".to_owned() };
        let file = sources.add(source);
        let error = Diagnostic::at(Code::UnknownType, "wrong", file, 8..13).help("write it differently");
        let mut quota = Quota(15);
        let mut rendered = || render_within(&error, &sources, Color::Plain, &mut quota);
        let quoting = "error[unknown-type]: wrong\n --> page.md:2:5\n  |\n2 | two three\n  |     ^^^^^\n  |\n  = help: write it differently";
        assert_eq!(rendered(), quoting);
        assert_eq!(rendered(), "error[unknown-type]: wrong\n--> page.md:2:5\n = help: write it differently");
    }
}
