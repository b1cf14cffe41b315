//! Settles the questions of a refresh: changes that need explicit consent, and the options that give it.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::suggest;
use crate::unread::Unread;
use std::collections::BTreeSet;

/// The number of names that a message shows.
const SHOWN: usize = 5;

/// A change that a run makes only with consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The value of the option that gives consent.
    pub flag: String,
    /// The code of the error that asks the question.
    pub code: Code,
    /// The message.
    pub message: String,
    /// The place of the change.
    pub place: Place,
    /// The fix, with the option that gives consent.
    pub help: String,
}

/// An option that gives consent, and the noun for the changes that it accepts.
#[derive(Clone, Copy, Debug)]
pub struct ConsentOption {
    /// The name of the option, with its dashes.
    pub name: &'static str,
    /// The noun for a change that the option accepts.
    pub noun: &'static str,
}

/// The consent that a user gives.
#[derive(Clone, Copy, Debug)]
pub struct Acceptance<'a> {
    /// The values of the option.
    pub accepted: &'a [String],
    /// The services that could not be read, so there are no questions about them.
    pub unread: &'a Unread,
    /// Whether an interrupted run may already have made some of the accepted changes.
    pub is_continued: bool,
}

/// Reports the questions without consent, and the consent that no question needs. Returns the flag of every question,
/// accepted or not.
pub fn settle(
    questions: Vec<Question>,
    option: ConsentOption,
    acceptance: Acceptance<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let Acceptance { accepted, unread, is_continued } = acceptance;
    let ConsentOption { name, noun } = option;
    let flags: Vec<String> = questions.iter().map(|question| question.flag.clone()).collect();
    let mut needed: BTreeSet<&str> = BTreeSet::new();
    for (Question { code, message, place, help, .. }, flag) in questions.into_iter().zip(&flags) {
        if accepted.contains(flag) {
            needed.insert(flag);
        } else {
            found.push(Diagnostic::error(code, message, place).help(help));
        }
    }
    for (nth, flag) in accepted.iter().enumerate() {
        let (message, help) = if !needed.contains(flag.as_str()) {
            if is_continued || !unread.is_empty() {
                continue;
            }
            let near = suggest::nearest(flag, flags.iter().map(String::as_str));
            let help = near.map_or_else(|| "remove the option".to_owned(), |near| format!("did you mean `{near}`?"));
            (format!("`{name} {flag}` is not needed: no {noun} has this name"), help)
        } else if accepted.iter().take(nth).any(|other| other == flag) {
            (format!("repeated option `{name} {flag}`"), "remove one of the two".to_owned())
        } else {
            continue;
        };
        let place = Place::Path("the command line".to_owned());
        found.push(Diagnostic::error(Code::UnneededAcceptance, message, place).help(help));
    }
    flags
}

/// Returns the first few of `count` names.
#[must_use]
pub fn some(names: impl Iterator<Item = String>, count: usize) -> String {
    let shown: Vec<_> = names.take(SHOWN).collect();
    let more = count.saturating_sub(shown.len());
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}
