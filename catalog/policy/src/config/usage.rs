//! Which entries of a configuration were needed.

use alloc::{format, string::String, vec, vec::Vec};

use catalog_core::wildcard;

use super::{Config, Declared, allowance::Allowance};
use crate::json::Span;

/// An entry of a configuration that nothing needed.
pub(crate) struct UnneededEntry<'c> {
    /// The place in the file of the configuration, as a JSON pointer: `/allow-at/0`.
    pub(crate) pointer: String,
    /// The place in the text of the configuration; an empty span if it is from no file.
    pub(crate) span: Span,
    /// The entry.
    pub(crate) kind: UnneededKind<'c>,
}

/// The kinds of entries that something should need.
#[derive(Clone, Copy, Debug)]
pub(crate) enum UnneededKind<'c> {
    /// Allows findings.
    Allowance(&'c Allowance),
    /// Declares the actions of a pattern.
    Action(&'c str),
    /// Declares the condition keys of a pattern.
    ConditionKey(&'c str),
}

impl Config {
    /// Returns a usage in which no entry was needed yet.
    #[must_use]
    pub fn usage(&self) -> Usage {
        Usage {
            allowances: vec![false; self.allowances.len()],
            actions: vec![false; self.actions.len()],
            condition_keys: vec![false; self.condition_keys.len()],
        }
    }

    /// Returns the entries that allow findings and that nothing needed.
    pub(crate) fn unneeded_allowances<'c>(&'c self, usage: &Usage) -> impl Iterator<Item = UnneededEntry<'c>> {
        let (mut everywhere, mut some) = (0_usize, 0_usize);
        let entries = self.allowances.iter().zip(usage.allowances.clone());
        entries.filter_map(move |(entry, used)| {
            let (list, position) =
                if entry.is_everywhere() { ("allow", &mut everywhere) } else { ("allow-at", &mut some) };
            let pointer = format!("/{list}/{position}");
            *position = position.saturating_add(1);
            (!used).then_some(UnneededEntry { pointer, span: entry.span, kind: UnneededKind::Allowance(entry) })
        })
    }

    /// Returns the entries that declare names and that nothing needed.
    pub(crate) fn unneeded_names<'c>(&'c self, usage: &'c Usage) -> impl Iterator<Item = UnneededEntry<'c>> {
        let unneeded = |table: &'static str, declared: &'c [Declared], used: &'c [bool], kind: fn(&'c str) -> _| {
            let entries = declared.iter().zip(used).enumerate().filter(|(_, (_, used))| !**used);
            entries.map(move |(position, (entry, _))| UnneededEntry {
                pointer: format!("/{table}/allow/{position}"),
                span: entry.span,
                kind: kind(&entry.pattern),
            })
        };
        let actions = unneeded("actions", &self.actions, &usage.actions, UnneededKind::Action);
        let keys = unneeded("condition-keys", &self.condition_keys, &usage.condition_keys, UnneededKind::ConditionKey);
        actions.chain(keys)
    }

    /// Returns the number of patterns that a name is compared to before it is known to be declared or not.
    pub(crate) fn declared(&self) -> usize {
        self.actions.len().max(self.condition_keys.len())
    }

    /// Returns true if an action or a pattern is declared.
    pub(crate) fn declares_action(&self, text: &str, usage: &mut Usage) -> bool {
        declares(&self.actions, &mut usage.actions, text)
    }

    /// Returns true if a condition key is declared.
    pub(crate) fn declares_condition_key(&self, text: &str, usage: &mut Usage) -> bool {
        declares(&self.condition_keys, &mut usage.condition_keys, text)
    }
}

/// A declared pattern counts, too, where a policy's pattern matches more: `freetier:*` for `freetier:List*`.
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

/// The entries of a [`Config`] that were needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    allowances: Vec<bool>,
    actions: Vec<bool>,
    condition_keys: Vec<bool>,
}

impl Usage {
    /// Returns for each entry that allows findings whether it was needed.
    pub(super) fn allowances_mut(&mut self) -> &mut [bool] {
        &mut self.allowances
    }

    /// Adds the use of another policy by the same configuration.
    pub fn merge(&mut self, other: &Self) {
        let lists = [
            (&mut self.allowances, &other.allowances),
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
