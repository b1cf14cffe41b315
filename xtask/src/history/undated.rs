//! The names that a run cannot record because their pages state no month, and the warnings about them.

use crate::diagnostic::{Code, Diagnostic, Place};
use std::collections::BTreeMap;

/// The number of names that a message shows.
const SHOWN: usize = 5;

/// The names of which no month is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Undated {
    /// The names that go, by the path of the generated file that has them.
    retired: BTreeMap<String, Vec<String>>,
    /// The actions that are new.
    first_listed: Vec<String>,
}

impl Undated {
    /// Adds a name that goes.
    pub(super) fn retired(&mut self, file: &str, name: String) {
        self.retired.entry(file.to_owned()).or_default().push(name);
    }

    /// Adds an action that is new.
    pub(super) fn first_listed(&mut self, name: String) {
        self.first_listed.push(name);
    }

    /// Reports the names. `editions` is the path of the file that states the months of the pages.
    pub(super) fn report(&self, editions: &str, found: &mut Vec<Diagnostic>) {
        for (file, names) in &self.retired {
            let message = format!(
                "`retired.toml` cannot record names that go, because their last month is unknown: {}",
                some(names)
            );
            let help = "add them to `retired.toml` with their last month; `editions.toml` states the months of pages";
            found.push(Diagnostic::warning(Code::UndatedName, message, Place::Path(file.clone())).help(help));
        }
        if !self.first_listed.is_empty() {
            let names = some(&self.first_listed);
            let message =
                format!("`first_listed.toml` cannot record new actions, because their pages state no month: {names}");
            let help = "add them to `facts/first_listed.toml` with their first month; `editions.toml` states the months of pages";
            let place = Place::Path(editions.to_owned());
            found.push(Diagnostic::warning(Code::UndatedName, message, place).help(help));
        }
    }
}

/// Returns the first few names, and the number of the others.
fn some(names: &[String]) -> String {
    let shown: Vec<_> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    match names.len() - shown.len() {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
