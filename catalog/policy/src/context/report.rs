//! Collects the findings of a check, leaves out the allowed ones, and limits the work.

use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};

use core::fmt::Write as _;

use catalog_core::excerpt::is_unseen;

use crate::{
    config::{Config, Usage},
    document::Place,
    finding::{AccessAnalyzerCheck, Finding, FindingId, LIMIT},
};

/// The maximum work of a check, in comparisons of names. Comparing a resource with an ARN format counts as several
/// comparisons. The largest policy that AWS accepts needs a hundredth of this limit.
pub const WORK_LIMIT: u64 = 4_000_000;

/// The work of comparing a resource with one ARN format, in comparisons of names.
pub(crate) const OVERLAP: u64 = 50;

/// The work of searching the catalog for a suggestion, in comparisons of names.
pub(crate) const EXPLANATION: u64 = 3_000;

/// The result of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The findings that the configuration does not allow, ordered by [place](Finding::by_place).
    pub findings: Vec<Finding>,
    /// The entries of the configuration that were needed.
    pub usage: Usage,
}

/// The findings so far, and the work that has been done.
pub(crate) struct Report<'c> {
    config: &'c Config,
    usage: Usage,
    findings: Vec<Finding>,
    /// The number of findings, including the allowed ones.
    found: usize,
    work: u64,
}

/// A finding that was just reported, or `None` if the configuration allows it.
pub(crate) struct Reported<'r>(Option<&'r mut Finding>);

impl Reported<'_> {
    /// States which check of IAM Access Analyzer is about the same problem, if there is one.
    pub(crate) fn about(self, check: impl Into<Option<AccessAnalyzerCheck>>) {
        if let Self(Some(finding)) = self {
            finding.access_analyzer = check.into();
        }
    }
}

impl<'c> Report<'c> {
    pub(crate) fn new(config: &'c Config) -> Self {
        Self { config, usage: config.usage(), findings: Vec::new(), found: 0, work: 0 }
    }

    /// Adds a finding, unless the configuration allows it or the check must stop.
    pub(crate) fn add(
        &mut self,
        id: FindingId,
        place: Place<'_>,
        message: String,
        suggestion: Option<String>,
    ) -> Reported<'_> {
        if self.is_full() {
            return Reported(None);
        }
        self.found += 1;
        // Most pointers fit, so the string need not grow in steps.
        let mut pointer = String::with_capacity(48);
        _ = write!(pointer, "{}", place.path);
        let mut finding = Finding::new(id, pointer, place.span, on_one_line(message));
        finding.suggestion = suggestion;
        if !self.config.judge(&mut finding, &mut self.usage) {
            return Reported(None);
        }
        self.findings.push(finding);
        Reported(self.findings.last_mut())
    }

    /// Returns true if a finding may be reported, or may be needed for an entry of the configuration. Rules that are off by
    /// default ask before they search.
    pub(crate) fn may_add(&self, id: FindingId) -> bool {
        self.config.may_judge(id)
    }

    /// Returns true if a finding of any rule that is off by default may be reported.
    pub(crate) fn may_add_restrictions(&self) -> bool {
        self.config.may_judge_restrictions()
    }

    /// Adds the finding that the check has stopped. No configuration can allow it, and no limit suppresses it.
    pub(crate) fn add_last(&mut self, id: FindingId, place: Place<'_>, message: String) {
        self.findings.push(Finding::new(id, place.path.to_string(), place.span, message));
    }

    /// Returns true if the configuration declares an action or a pattern of actions.
    pub(crate) fn declares_action(&mut self, text: &str) -> bool {
        self.spend(self.config.declared() as u64 / 8);
        self.config.declares_action(text, &mut self.usage)
    }

    /// Returns true if the configuration declares a condition key.
    pub(crate) fn declares_condition_key(&mut self, text: &str) -> bool {
        self.spend(self.config.declared() as u64 / 8);
        self.config.declares_condition_key(text, &mut self.usage)
    }

    /// Adds to the work. Returns true if the limit is not exceeded.
    pub(crate) fn spend(&mut self, work: u64) -> bool {
        self.work = self.work.saturating_add(work);
        self.work <= WORK_LIMIT
    }

    /// Returns true if the check has reached the maximum number of findings.
    pub(crate) fn has_too_many_findings(&self) -> bool {
        self.found >= LIMIT
    }

    /// Returns true if the check must stop.
    pub(crate) fn is_full(&self) -> bool {
        self.has_too_many_findings() || self.work > WORK_LIMIT
    }

    /// Returns the work so far, for the tests of its limit.
    #[cfg(test)]
    pub(crate) fn work(&self) -> u64 {
        self.work
    }

    pub(crate) fn into_outcome(mut self) -> Outcome {
        self.findings.sort_by(Finding::by_place);
        Outcome { findings: self.findings, usage: self.usage }
    }
}

/// Escapes the invisible characters of a message, such as line breaks. A message can quote any string of a policy, but
/// must fit on one line.
fn on_one_line(message: String) -> String {
    let is_plain = message.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain || !message.contains(is_unseen) {
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
