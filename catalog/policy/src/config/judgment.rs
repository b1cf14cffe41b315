//! Checks whether a configuration allows a finding or declares a name, and records which entries were needed.

use alloc::vec;

use catalog_core::wildcard;

use super::{
    configuration::{Config, Declared},
    level,
    usage::Usage,
};
use crate::finding::{Finding, FindingId};

impl Config {
    /// Returns a usage in which no entry has been needed yet, except the entries for the kind of the checked file.
    #[must_use]
    pub fn usage(&self) -> Usage {
        let mut usage = Usage {
            allowances: vec![false; self.allowances.len()],
            actions: vec![false; self.actions.len()],
            condition_keys: vec![false; self.condition_keys.len()],
            kinds: vec![false; self.kinds.len()],
            placeholders: vec![false; self.placeholders.len()],
        };
        self.use_kinds(&mut usage);
        usage
    }

    /// Returns true if a finding may be reported, or may mark an entry as used. Otherwise, a rule need not search for it.
    pub(crate) fn may_judge(&self, id: FindingId) -> bool {
        !self.allowances.is_empty() || level::severity(id, &self.levels, self.deny_warnings).is_some()
    }

    /// Returns true if findings of rules that are off by default may be reported, or may mark an entry as used.
    pub(crate) fn may_judge_restrictions(&self) -> bool {
        !self.allowances.is_empty() || !self.levels.is_empty()
    }

    /// Sets the severity of a finding. Returns false if the finding must not be reported, and marks the entries that
    /// allow it as used.
    pub(crate) fn judge(&self, finding: &mut Finding, usage: &mut Usage) -> bool {
        let severity = level::severity(finding.id, &self.levels, self.deny_warnings);
        finding.severity = severity.unwrap_or(finding.severity);
        if !finding.id.can_be_allowed() {
            return true;
        }
        let mut is_allowed = severity.is_none();
        for (entry, used) in self.allowances.iter().zip(&mut usage.allowances) {
            if entry.is_for(finding, self.file.as_deref()) {
                // Mark the entry as used even if another entry takes precedence over it, such as an argument of
                // the command. Runs without that argument need the entry.
                *used = true;
                is_allowed |= !entry.is_everywhere();
            }
        }
        !is_allowed
    }

    /// Returns true if an entry allows a finding at its place in the file, and marks such entries as used. The pointer of
    /// the finding begins at the root of the file.
    pub(crate) fn allows_in_file(&self, finding: &Finding, usage: &mut Usage) -> bool {
        let mut is_allowed = false;
        for (entry, used) in self.allowances.iter().zip(&mut usage.allowances) {
            if entry.has_path() && finding.id.can_be_allowed() && entry.is_for(finding, self.file.as_deref()) {
                *used = true;
                is_allowed = true;
            }
        }
        is_allowed
    }

    /// Returns the largest number of patterns that a name may be compared with.
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

/// Returns true if a name or a pattern is declared, and marks the matching entries as used.
///
/// A policy's pattern may match more than the declared one, such as `freetier:*` for `freetier:List*`.
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
