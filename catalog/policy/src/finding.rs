//! Findings: the problems of a policy, with their places and their fixes.

#[macro_use]
mod table;

mod access_analyzer;
mod group;
// The file is generated, and its generator formats it.
#[rustfmt::skip]
mod id;
mod name;
mod rule;
mod severity;

use alloc::string::String;
use core::{cmp::Ordering, fmt};

use crate::json::Span;
pub use access_analyzer::{AccessAnalyzerCheck, AccessAnalyzerFindingType};
pub use group::Group;
pub use id::FindingId;
pub(crate) use rule::Rule;
pub use severity::Severity;

/// The maximum number of findings of a check. The check stops there, and reports this as one more finding.
pub const LIMIT: usize = 1_000;

/// A problem in a policy: its place, its message and a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule that reports the finding.
    pub id: FindingId,
    /// The severity. It is the severity of the id, unless the [configuration](crate::config::Config) sets another.
    pub severity: Severity,
    /// The place as a [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901), such as `/Statement/0/Action/2`. Names
    /// that are longer than any name in a policy are shortened.
    pub pointer: String,
    /// The place in the source. If the tree was built without the parser, this is the span that its builder gave to the
    /// value.
    pub span: Span,
    /// The problem and its fix.
    pub message: String,
    /// The replacement for the string at the span, without quotes and escapes.
    pub suggestion: Option<String>,
    /// The check of IAM Access Analyzer that is about the same problem, if there is one.
    pub access_analyzer: Option<AccessAnalyzerCheck>,
}

impl Finding {
    /// Returns a finding without a suggestion, with the severity of its id.
    #[must_use]
    pub const fn new(id: FindingId, pointer: String, span: Span, message: String) -> Self {
        Self { id, severity: id.severity(), pointer, span, message, suggestion: None, access_analyzer: None }
    }

    /// Yields the check of IAM Access Analyzer that is about the same problem, and the
    /// [other one](AccessAnalyzerCheck::also) that AWS describes with it.
    pub fn access_analyzer_checks(&self) -> impl Iterator<Item = AccessAnalyzerCheck> + use<> {
        let check = self.access_analyzer;
        check.into_iter().chain(check.and_then(AccessAnalyzerCheck::also))
    }

    /// Compares two findings by place, then by descending severity, then by id.
    #[must_use]
    pub fn by_place(&self, other: &Self) -> Ordering {
        self.span
            .cmp(&other.span)
            .then_with(|| other.severity.cmp(&self.severity))
            .then_with(|| self.id.cmp(&other.id))
            .then_with(|| self.pointer.cmp(&other.pointer))
            .then_with(|| self.message.cmp(&other.message))
    }
}

/// Writes `error[unknown-action]: unknown action …`.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity, self.id, self.message)
    }
}
