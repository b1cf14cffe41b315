//! Whether a configuration allows a finding or declares a name, and the entries that were needed for the answer.

use alloc::vec;

use catalog_core::wildcard;

use super::{
    configuration::{Config, Declared},
    level,
    usage::Usage,
};
use crate::finding::Finding;

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

    /// Sets the severity of a finding. Returns false if it is not to be reported, and marks the entries that allow it as used.
    pub(crate) fn judge(&self, finding: &mut Finding, usage: &mut Usage) -> bool {
        let severity = level::severity(finding.id, &self.levels, self.deny_warnings);
        finding.severity = severity.unwrap_or(finding.severity);
        if !finding.id.can_be_allowed() {
            return true;
        }
        let mut is_allowed = severity.is_none();
        for (entry, used) in self.allowances.iter().zip(&mut usage.allowances) {
            if entry.is_for(finding, self.file.as_deref()) {
                // An entry that another one outweighs, such as an argument of a command, is needed without that one.
                *used = true;
                is_allowed |= !entry.is_everywhere();
            }
        }
        !is_allowed
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
