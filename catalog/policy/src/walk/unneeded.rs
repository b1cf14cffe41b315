//! The entries of a configuration that no policy needed, as notes.

use alloc::vec::Vec;

use crate::{
    config::{Config, UnneededEntry, Usage},
    finding::{Finding, LIMIT},
    rules::EveryRule,
};

impl Config {
    /// Returns notes on the entries that nothing needed. For a configuration of several policies this is called after the
    /// last one, with the [merged](Usage::merge) usage of all.
    ///
    /// Pointer and span are those of the entry in the file of the configuration: `/allow-at/0`. The span is empty for a
    /// configuration without a file. There are at most [`LIMIT`] notes on allowances, and as many on names.
    #[must_use]
    pub fn unneeded(&self, usage: &Usage) -> Vec<Finding> {
        let mut usage = usage.clone();
        // An entry that allows such a note is needed, too.
        let mut names = notes(self.unneeded_names(&usage));
        names.retain_mut(|note| self.judge(note, &mut usage));
        let mut allowances = notes(self.unneeded_allowances(&usage));
        allowances.retain_mut(|note| self.judge(note, &mut usage));
        allowances.append(&mut names);
        allowances
    }
}

fn notes<'c>(entries: impl Iterator<Item = UnneededEntry<'c>>) -> Vec<Finding> {
    let mut notes = Vec::new();
    for entry in entries.take(LIMIT) {
        EveryRule::unneeded_entry(&entry, &mut notes);
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::FindingId;
    use alloc::{borrow::ToOwned as _, string::ToString as _};

    #[test]
    fn unneeded_entries_are_reported_at_their_places() {
        let config = Config::new()
            .allow(FindingId::EmptySid)
            .allow_at(FindingId::NoMatch, "/Statement")
            .action("freetier:List*")
            .action("ses:*")
            .condition_key("mailer:*");
        let mut usage = config.usage();
        assert!(config.declares_action("freetier:*", &mut usage));
        let mut other = config.usage();
        assert!(config.declares_condition_key("mailer:Sender", &mut other));
        usage.merge(&other);
        let notes: Vec<_> =
            config.unneeded(&usage).iter().map(|note| (note.pointer.clone(), note.to_string())).collect();
        let expected = [
            ("/allow/0", "note[unneeded-allow]: nothing needs `empty-sid` allowed: remove the entry"),
            ("/allow-at/0", "note[unneeded-allow]: nothing needs `no-match` allowed at `/Statement`: remove the entry"),
            ("/actions/allow/1", "note[unneeded-action]: nothing needs `ses:*` declared: remove the entry"),
        ];
        assert_eq!(notes, expected.map(|(pointer, note)| (pointer.to_owned(), note.to_owned())));
    }

    #[test]
    fn a_note_on_the_configuration_is_allowed_by_an_entry_that_is_needed_for_it() {
        let config = Config::new().allow(FindingId::UnneededAction).action("ses:*");
        assert_eq!(config.unneeded(&config.usage()), []);
        let config = Config::new().allow(FindingId::UnneededAllow).allow(FindingId::EmptySid);
        assert_eq!(config.unneeded(&config.usage()), []);
        let config = Config::new().allow(FindingId::UnneededAction);
        assert_eq!(config.unneeded(&config.usage()).len(), 1);
    }
}
