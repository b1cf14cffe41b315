//! Collects findings, leaves out those that are allowed, and knows when it is enough.

use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};

use super::Outcome;
use crate::{
    config::{Config, Usage},
    document::Place,
    finding::{Finding, FindingId, LIMIT, Severity},
};
use catalog_core::excerpt::is_unseen;

/// How much work a check does at most before it stops: names that are compared, and ARN formats that are tried. The
/// largest policy that AWS takes needs a hundredth of it.
pub const WORK_LIMIT: u64 = 4_000_000;

/// What one comparison of an ARN format takes, measured in names.
pub(super) const OVERLAP: u64 = 50;

/// What it takes to look through the catalog for the name that was meant, measured in names.
pub(super) const EXPLANATION: u64 = 3_000;

/// What has been found so far.
pub(super) struct Report<'c> {
    config: &'c Config,
    usage: Usage,
    findings: Vec<Finding>,
    /// Findings, those among them that are allowed.
    found: usize,
    work: u64,
}

impl<'c> Report<'c> {
    pub(super) fn new(config: &'c Config) -> Self {
        Self { config, usage: config.usage(), findings: Vec::new(), found: 0, work: 0 }
    }

    /// A finding without a suggestion.
    pub(super) fn find(&mut self, id: FindingId, place: Place<'_>, message: String) {
        self.suggest(id, place, message, None);
    }

    /// A finding, and what to write instead.
    pub(super) fn suggest(&mut self, id: FindingId, place: Place<'_>, message: String, suggestion: Option<String>) {
        if self.is_full() {
            return;
        }
        self.found += 1;
        let mut finding = Finding::new(id, place.path.to_string(), place.span, on_one_line(message));
        finding.severity = self.config.severity(id);
        finding.suggestion = suggestion;
        if !self.config.allows(&finding, &mut self.usage) {
            self.findings.push(finding);
        }
    }

    /// Whether an action, or a pattern, is declared by the configuration.
    pub(super) fn declares_action(&mut self, text: &str) -> bool {
        self.spend(self.config.declared() as u64 / 8);
        self.config.declares_action(text, &mut self.usage)
    }

    /// Whether a condition key is declared by the configuration.
    pub(super) fn declares_condition_key(&mut self, text: &str) -> bool {
        self.spend(self.config.declared() as u64 / 8);
        self.config.declares_condition_key(text, &mut self.usage)
    }

    /// Counts work. Says whether there is any left to do it by.
    pub(super) fn spend(&mut self, work: u64) -> bool {
        self.work = self.work.saturating_add(work);
        self.work <= WORK_LIMIT
    }

    /// Whether nothing more is to be looked for.
    pub(super) fn is_full(&self) -> bool {
        self.found >= LIMIT || self.work > WORK_LIMIT
    }

    /// How much work was done, for the tests that hold it bounded.
    #[cfg(test)]
    pub(super) fn work(&self) -> u64 {
        self.work
    }

    /// Says so if the check has stopped early. It cannot be allowed: nobody knows what was not found.
    pub(super) fn close(&mut self, policy: Place<'_>) {
        if self.is_full() {
            let message = if self.found >= LIMIT {
                alloc::format!("the check has stopped behind {LIMIT} findings: mend these first")
            } else {
                String::from("the check has stopped: the policy asks for more work than any that AWS takes")
            };
            self.findings.push(Finding::new(FindingId::TooManyFindings, policy.path.to_string(), policy.span, message));
        }
    }

    pub(super) fn into_outcome(mut self) -> Outcome {
        self.findings.sort_by(Finding::by_place);
        debug_assert!(self.findings.iter().all(|finding| finding.severity >= Severity::Note));
        Outcome { findings: self.findings, usage: self.usage }
    }
}

/// A message quotes the policy, whose strings hold anything; it is shown in a line.
fn on_one_line(message: String) -> String {
    if !message.contains(is_unseen) {
        return message;
    }
    let mut line = String::with_capacity(message.len() + 8);
    for character in message.chars() {
        if is_unseen(character) {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}
