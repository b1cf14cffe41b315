//! What is wrong with a policy: the finding, its id and how bad it is.

mod id;

use alloc::string::String;
use core::{cmp::Ordering, fmt};

pub use id::FindingId;

use super::json::Span;

/// How many findings a check gives at most. It stops there, and says so by a last one.
pub const LIMIT: usize = 1_000;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know.
    Note,
    /// The policy may not do what it seems to; or it does, and AWS's pages say otherwise.
    Warning,
    /// AWS refuses the policy, or a part of it can never have an effect.
    Error,
}

impl Severity {
    /// Every severity, from the lightest.
    pub const ALL: &'static [Self] = &[Self::Note, Self::Warning, Self::Error];

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What is wrong, where, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Which rule speaks.
    pub id: FindingId,
    /// How bad it is: as its id says, but for a warning that the configuration
    /// [denies](crate::Config::deny_warnings).
    pub severity: Severity,
    /// Where it is, as a [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901): `/Statement/0/Action/2`. Names of
    /// members that no policy has for their length are cut.
    pub pointer: String,
    /// Where it is in the text, or what the maker of the tree says.
    pub span: Span,
    /// What is wrong, and what helps.
    pub message: String,
    /// What to write in place of the string at the span, without quotes and escapes.
    pub suggestion: Option<String>,
}

impl Finding {
    /// A finding without a suggestion. Its severity is that of its id.
    #[must_use]
    pub const fn new(id: FindingId, pointer: String, span: Span, message: String) -> Self {
        Self { id, severity: id.severity(), pointer, span, message, suggestion: None }
    }

    /// By place, then the worse one, then by id.
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

/// `error[unknown-action]: unknown action …`
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity, self.id, self.message)
    }
}
