//! Which entries of a configuration something has needed, and notes on those that nothing has.

use alloc::{format, vec, vec::Vec};

use super::{Config, Declared};
use crate::finding::{Finding, FindingId, LIMIT};
use catalog_core::wildcard;

impl Config {
    /// A use of nothing.
    #[must_use]
    pub fn usage(&self) -> Usage {
        Usage {
            allowed: vec![false; self.allowed.len()],
            actions: vec![false; self.actions.len()],
            condition_keys: vec![false; self.condition_keys.len()],
        }
    }

    /// The entries that nothing has needed, as notes. A configuration of several policies is asked behind the last, with
    /// the [merged](Usage::merge) use of all.
    ///
    /// Pointer and span are the entry's in the file of the configuration: `/allow-at/0`. Who makes a configuration without
    /// a file gets no span. There are [`LIMIT`] notes on allowances at most, and as many on names.
    #[must_use]
    pub fn unneeded(&self, usage: &Usage) -> Vec<Finding> {
        let mut usage = usage.clone();
        // A note can be allowed as well, and who does so needs that entry.
        let mut names = self.unneeded_names(&usage);
        names.retain(|note| !self.allows(note, &mut usage));
        let mut notes = self.unneeded_allowances(&usage);
        notes.retain(|note| !self.allows(note, &mut usage));
        notes.extend(names);
        notes
    }

    fn unneeded_allowances(&self, usage: &Usage) -> Vec<Finding> {
        let (mut everywhere, mut some) = (0_usize, 0_usize);
        let mut notes = Vec::new();
        for (entry, used) in self.allowed.iter().zip(&usage.allowed) {
            let (list, position) =
                if entry.is_everywhere() { ("allow", &mut everywhere) } else { ("allow-at", &mut some) };
            if !used && notes.len() < LIMIT {
                let message = format!("nothing needs {entry}: remove the entry");
                notes.push(Finding::new(FindingId::UnneededAllow, format!("/{list}/{position}"), entry.span, message));
            }
            *position += 1;
        }
        notes
    }

    fn unneeded_names(&self, usage: &Usage) -> Vec<Finding> {
        let lists = [
            (FindingId::UnneededAction, "actions", &self.actions, &usage.actions),
            (FindingId::UnneededConditionKey, "condition-keys", &self.condition_keys, &usage.condition_keys),
        ];
        let mut notes = Vec::new();
        for (id, table, declared, used) in lists {
            for (position, (entry, _)) in declared.iter().zip(used).enumerate().filter(|(_, (_, used))| !**used) {
                let message = format!("nothing needs `{}` declared: remove the entry", entry.pattern);
                notes.push(Finding::new(id, format!("/{table}/allow/{position}"), entry.span, message));
                if notes.len() >= LIMIT {
                    return notes;
                }
            }
        }
        notes
    }

    /// Whether an entry allows a finding. All entries that do are used.
    pub(crate) fn allows(&self, finding: &Finding, usage: &mut Usage) -> bool {
        let mut allows = false;
        for (entry, used) in self.allowed.iter().zip(&mut usage.allowed) {
            if entry.id == finding.id && entry.is_for(self.file.as_deref(), &finding.pointer) {
                *used = true;
                allows = true;
            }
        }
        allows
    }

    /// How many patterns a name is compared to before it is known to be declared or not.
    pub(crate) fn declared(&self) -> usize {
        self.actions.len().max(self.condition_keys.len())
    }

    /// Whether an action, or a pattern, is declared.
    pub(crate) fn declares_action(&self, text: &str, usage: &mut Usage) -> bool {
        declares(&self.actions, &mut usage.actions, text)
    }

    /// Whether a condition key is declared.
    pub(crate) fn declares_condition_key(&self, text: &str, usage: &mut Usage) -> bool {
        declares(&self.condition_keys, &mut usage.condition_keys, text)
    }
}

/// A declared pattern is meant, too, where a policy's pattern stands for more: `freetier:*` for `freetier:List*`.
fn declares(declared: &[Declared], usage: &mut [bool], text: &str) -> bool {
    let mut any = false;
    for (Declared { pattern, .. }, used) in declared.iter().zip(usage) {
        if wildcard::matches(pattern, text) || wildcard::matches(text, pattern) {
            *used = true;
            any = true;
        }
    }
    any
}

/// Which entries of a [`Config`] something has needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    allowed: Vec<bool>,
    actions: Vec<bool>,
    condition_keys: Vec<bool>,
}

impl Usage {
    /// Adds the use of another policy by the same configuration.
    pub fn merge(&mut self, other: &Self) {
        let lists = [
            (&mut self.allowed, &other.allowed),
            (&mut self.actions, &other.actions),
            (&mut self.condition_keys, &other.condition_keys),
        ];
        for (into, from) in lists {
            for (used, other) in into.iter_mut().zip(from) {
                *used |= other;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Span;
    use alloc::{
        borrow::ToOwned as _,
        string::{String, ToString as _},
    };

    fn finding(id: FindingId, pointer: &str) -> Finding {
        Finding::new(id, pointer.to_owned(), Span::default(), String::new())
    }

    #[test]
    fn a_path_allows_what_is_below_it() {
        let config = Config::new().allow_at(FindingId::EmptySid, "/Statement/*/Action");
        let mut usage = config.usage();
        let mut allows = |pointer| config.allows(&finding(FindingId::EmptySid, pointer), &mut usage);
        assert!(allows("/Statement/3/Action") && allows("/Statement/3/Action/1"));
        assert!(!allows("/Statement/3/Actions") && !allows("/Statement/3") && !allows(""));
        assert!(!config.allows(&finding(FindingId::NoMatch, "/Statement/3/Action"), &mut usage));
    }

    #[test]
    fn a_file_must_be_known_to_be_meant() {
        let config = Config::new().allow_in(FindingId::EmptySid, Some("policies/*.json"), None);
        let mut usage = config.usage();
        assert!(!config.allows(&finding(FindingId::EmptySid, ""), &mut usage));
        assert_eq!(config.unneeded(&usage).len(), 1);
        assert!(config.clone().for_file("policies/a.json").allows(&finding(FindingId::EmptySid, ""), &mut usage));
        assert_eq!(config.unneeded(&usage), []);
    }

    #[test]
    fn what_nothing_needs_is_told_where_it_stands() {
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
