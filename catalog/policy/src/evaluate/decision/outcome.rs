//! The result of a decision.

use core::fmt;

/// The result of a decision. A later variant is more restrictive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// AWS allows the request.
    Allowed,
    /// The decision depends on condition keys that the request leaves open.
    Depends,
    /// AWS denies the request, because a policy that must allow it does not.
    ImplicitlyDenied,
    /// AWS denies the request, because a statement with `Deny` applies.
    ExplicitlyDenied,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: &'static [Self] = &[Self::Allowed, Self::Depends, Self::ImplicitlyDenied, Self::ExplicitlyDenied];

    /// Returns the name of the outcome in a scenario, such as `implicitly-denied`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Depends => "depends",
            Self::ImplicitlyDenied => "implicitly-denied",
            Self::ExplicitlyDenied => "explicitly-denied",
        }
    }

    /// Returns true if AWS denies the request.
    #[must_use]
    pub const fn is_denied(self) -> bool {
        matches!(self, Self::ImplicitlyDenied | Self::ExplicitlyDenied)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
