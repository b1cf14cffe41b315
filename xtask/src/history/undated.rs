//! Collects the names that a run cannot record because their pages do not state a month, and reports them.

use crate::diagnostic::{Code, Diagnostic, Place};
use std::collections::BTreeMap;

/// The largest number of names that a message shows.
const SHOWN: usize = 5;

/// The names that cannot be recorded, because their month is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Undated {
    /// The names that retire, by the path of the generated file that has them.
    retired: BTreeMap<String, Vec<String>>,
    /// The new actions.
    first_listed: Vec<String>,
}

impl Undated {
    /// Adds a name that retires.
    pub(super) fn retired(&mut self, file: &str, name: String) {
        self.retired.entry(file.to_owned()).or_default().push(name);
    }

    /// Adds a new action.
    pub(super) fn first_listed(&mut self, name: String) {
        self.first_listed.push(name);
    }

    /// Reports the names. `editions` is the path of the file that states the months of the pages.
    pub(super) fn report(&self, editions: &str, found: &mut Vec<Diagnostic>) {
        for (file, names) in &self.retired {
            let message = format!(
                "the last month of retired names is unknown, so `retired.toml` cannot record them: {}",
                some(names)
            );
            let help = "add the names to `retired.toml` with their last month, and state the months of the pages in \
                        `editions.toml`";
            found.push(Diagnostic::warning(Code::UndatedName, message, Place::Path(file.clone())).help(help));
        }
        if !self.first_listed.is_empty() {
            let names = some(&self.first_listed);
            let message = format!(
                "the first month of new actions is unknown, so `first_listed.toml` cannot record them: {names}"
            );
            let help = "add the actions to `facts/first_listed.toml` with their first month, and state the months of \
                        the pages in `editions.toml`";
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
