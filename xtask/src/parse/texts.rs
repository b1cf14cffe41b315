//! Checks the strings of a page that are not names. They must not hide or reorder other parts of a generated file.

use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::rows::{Name, PageRows};
use crate::slice::Slice;
use catalog_core::excerpt::{Character, is_unseen};

/// Reports invisible characters in the strings of a page, because no fact needs such characters.
pub(crate) fn check(page: &PageRows<'_>, report: &mut Reporter) {
    let mut texts = Texts { report };
    texts.plain("the name of the service", page.name);
    for operation in page.operations.rows() {
        texts.link(operation.name);
        operation.actions.iter().for_each(|authorized| texts.link(authorized.action));
    }
    for action in page.actions.rows().iter().chain(page.permission_only.rows()) {
        texts.link(action.name);
        texts.description(action.description);
    }
    for resource_type in page.resource_types.rows() {
        texts.link(resource_type.name);
    }
    for key in page.condition_keys.rows() {
        texts.link(key.name);
        texts.description(key.description);
    }
}

/// Checks strings and reports the invalid ones.
struct Texts<'r> {
    report: &'r mut Reporter,
}

impl Texts<'_> {
    fn link(&mut self, name: Name<'_>) {
        if let Some(url) = name.url {
            self.plain("the target of a link", url);
        }
    }

    /// Checks a string that is shown unchanged and on one line.
    fn plain(&mut self, what: &str, text: Slice<'_>) {
        if is_printable(text) {
            return;
        }
        if let Some((at, found)) = text.raw().char_indices().find(|(_, character)| is_unseen(*character)) {
            let message = format!("{} is not allowed in {what}", Character(found));
            self.report.error(Code::BadText, message, place(text, at, found), "remove the character");
        }
    }

    /// Checks a description, which can have several lines. Harmless invisible characters are kept, like other mistakes
    /// in AWS's pages.
    fn description(&mut self, text: Slice<'_>) {
        if is_printable(text) {
            return;
        }
        let ends_line = |at: usize| text.raw().get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
        let unseen = || {
            text.raw().char_indices().filter(|&(at, character)| {
                is_unseen(character) && !matches!(character, '\n' | '\t') && !(character == '\r' && ends_line(at))
            })
        };
        let Some((at, found)) = unseen().next() else { return };
        let harmful = unseen().find(|(_, character)| !is_harmless(*character));
        let (at, found) = harmful.unwrap_or((at, found));
        let span = place(text, at, found);
        if harmful.is_some() {
            let message = format!("{} is not allowed in a description", Character(found));
            self.report.error(Code::BadText, message, span, "remove the character");
        } else {
            let message = format!("found {} in a description", Character(found));
            let place = Place::Text(self.report.file, span);
            let warning = Diagnostic::warning(Code::BadText, message, place);
            self.report.found.push(warning.help("probably a mistake in AWS's page; the description is kept unchanged"));
        }
    }
}

/// Returns true if a string is printable ASCII. Nearly all strings are.
fn is_printable(text: Slice<'_>) -> bool {
    text.raw().bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Returns true if a character is invisible, but neither hides nor reorders the characters around it.
fn is_harmless(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn place(text: Slice<'_>, at: usize, found: char) -> std::ops::Range<usize> {
    let start = text.span().start + at;
    start..start + found.len_utf8()
}
