//! Checks the properties that the parser must have for any input.

use xtask::{
    diagnostic::{self, Color, Diagnostic},
    facts::known_errors::KnownErrors,
    pipeline,
    printable::printable_lines,
    source::{Source, Sources},
};

/// Parses a string as a page.
///
/// # Panics
/// Panics if one of these is true:
///
/// * The parser panics.
/// * A message is empty or contains a control character.
/// * A page without errors loses a row.
/// * There is neither a service nor an error.
pub fn check(text: &str) {
    let source = Source { name: "list_x.md".into(), path: "list_x.md".into(), text: text.into() };
    let mut sources = Sources::default();
    let file = sources.add(source.clone());
    let (lowered, found) = pipeline::page(file, &source, &KnownErrors::repository());
    for diagnostic in &found {
        let message = diagnostic::render(diagnostic, &sources, Color::Plain);
        assert!(!message.is_empty() && printable_lines(&message) == message);
    }
    if found.iter().any(Diagnostic::is_error) {
        return;
    }
    let lowered = lowered.expect("a page without errors is a service");
    for (_, totals) in lowered.row_totals {
        assert_eq!(totals.in_text, totals.read, "rows seen and read");
    }
}
