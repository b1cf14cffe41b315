//! The severity of a finding.

use core::fmt;

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A hint that may be ignored.
    Note,
    /// The policy may not do what it seems to do, or AWS's pages disagree with the policy.
    Warning,
    /// AWS refuses the policy, or a part of it can never have an effect.
    Error,
}

impl Severity {
    /// Every severity, from least to most severe.
    pub const ALL: &'static [Self] = &[Self::Note, Self::Warning, Self::Error];

    /// Returns the name of the severity: `note`, `warning` or `error`.
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
