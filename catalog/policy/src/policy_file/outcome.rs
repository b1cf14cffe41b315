//! The result of checking a file: its findings and its policies.

use alloc::{collections::BTreeSet, string::String, vec::Vec};

use super::other::OtherFile;
use crate::{
    config::{Config, Usage},
    context::Outcome,
    finding::Finding,
    json::Span,
    kind::PolicyKind,
};

/// The number of findings in one file after which the remaining policies of the file are not checked.
pub const FILE_LIMIT: usize = 10_000;

/// The reason why a policy has a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KindSource {
    /// The caller stated the kind.
    Given,
    /// The member around the policy states it, such as `AssumeRolePolicyDocument`, or the type of a template's resource.
    Member,
    /// The kind follows from the text of the policy, as [`PolicyKind::infer`] describes.
    Inferred,
}

/// A policy that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckedPolicy {
    /// The place of the policy in the file, as a JSON pointer. It is empty if the whole file is the policy. If a YAML
    /// file has several documents, the pointer begins with the position of the document, counted from 0.
    pub pointer: String,
    /// The place of the policy in the file.
    pub span: Span,
    /// The kind with which the policy was checked.
    pub kind: PolicyKind,
    /// The reason for the kind.
    pub source: KindSource,
}

/// The result of checking a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileOutcome {
    /// The findings in all policies of the file, each with its place in the file. The pointer of a finding is the pointer
    /// to its policy, followed by the place in the policy.
    pub findings: Vec<Finding>,
    /// The entries of the configuration that were needed.
    pub usage: Usage,
    /// The policies that were checked, in the order of the file.
    pub policies: Vec<CheckedPolicy>,
    /// The content of the file, if it contains no policy.
    pub other: Option<OtherFile>,
    /// The number of policies that were not checked, because the file has too many findings or needs too much work.
    pub unchecked: usize,
}

impl FileOutcome {
    pub(super) fn new(config: &Config) -> Self {
        Self { findings: Vec::new(), usage: config.usage(), policies: Vec::new(), other: None, unchecked: 0 }
    }

    /// Returns true if the file has too many findings to check more of it.
    pub(super) fn is_full(&self) -> bool {
        self.findings.len() >= FILE_LIMIT
    }

    /// Adds the findings of a policy at a pointer, except those that the configuration allows at this place in the file.
    pub(super) fn add(&mut self, mut outcome: Outcome, pointer: &str, config: &Config) {
        self.usage.merge(&outcome.usage);
        if !pointer.is_empty() {
            outcome.findings.retain_mut(|finding| {
                finding.pointer.insert_str(0, pointer);
                !config.allows_in_file(finding, &mut self.usage)
            });
        }
        self.findings.append(&mut outcome.findings);
    }

    /// Adds the result of checking a source that is in a string.
    #[cfg(feature = "std")]
    pub(super) fn add_embedded(&mut self, mut inner: Self, embedded: &crate::json::Embedded<'_>) {
        for finding in &mut inner.findings {
            finding.span = embedded.place(finding.span);
        }
        for policy in &mut inner.policies {
            policy.span = embedded.place(policy.span);
        }
        self.findings.append(&mut inner.findings);
        self.policies.append(&mut inner.policies);
        self.usage.merge(&inner.usage);
        self.unchecked = self.unchecked.saturating_add(inner.unchecked);
    }

    /// Sorts the findings. A finding that several variants of a policy or several aliases of a YAML anchor have counts
    /// once.
    pub(super) fn finish(&mut self) {
        self.findings.sort_by(Finding::by_place);
        let mut seen = BTreeSet::new();
        self.findings.retain(|finding| seen.insert((finding.span, finding.id, finding.message.clone())));
    }
}
