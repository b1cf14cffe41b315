//! Reports the entries of a configuration that no policy needs.

use alloc::vec::Vec;

use crate::{
    config::{Config, UnneededEntry, Usage},
    finding::{Finding, LIMIT},
    rules::EveryRule,
};

impl Config {
    /// Returns notes about the entries that nothing needed. To check several policies with one configuration, call this
    /// method once at the end, with the [merged](Usage::merge) usage of all policies.
    ///
    /// The pointer and the span of a note refer to the file of the configuration, such as `/allow-at/0`. The span is
    /// empty if the configuration has no file. There are at most [`LIMIT`] notes about allowed findings, as many about
    /// declared names, the kinds of files, and placeholders.
    #[must_use]
    pub fn unneeded(&self, usage: &Usage) -> Vec<Finding> {
        let mut usage = usage.clone();
        // An entry that allows one of these notes is itself needed.
        let mut names = notes(self.unneeded_names(&usage));
        names.retain_mut(|note| self.judge(note, &mut usage));
        let mut kinds = notes(self.unneeded_kinds(&usage));
        kinds.retain_mut(|note| self.judge(note, &mut usage));
        let mut placeholders = notes(self.unneeded_placeholders(&usage));
        placeholders.retain_mut(|note| self.judge(note, &mut usage));
        let mut allowances = notes(self.unneeded_allowances(&usage));
        allowances.retain_mut(|note| self.judge(note, &mut usage));
        allowances.append(&mut names);
        allowances.append(&mut kinds);
        allowances.append(&mut placeholders);
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
            ("/allow/0", "note[unneeded-allow]: `empty-sid` is allowed, but nothing needs it: remove the entry"),
            (
                "/allow-at/0",
                "note[unneeded-allow]: `no-match` is allowed at `/Statement`, but nothing needs it: remove the entry",
            ),
            ("/actions/allow/1", "note[unneeded-action]: `ses:*` is declared, but nothing needs it: remove the entry"),
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
