//! The reason why a string is not a valid principal.

use alloc::string::String;
use core::fmt;

/// The reason why a string is not a valid principal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrincipalError {
    /// The reason.
    pub(super) reason: &'static str,
    /// The end of the reason, or an empty string.
    pub(super) found: &'static str,
    /// The replacement for the string, if there is a clear one.
    pub(super) suggestion: Option<String>,
}

impl PrincipalError {
    /// Returns the replacement for the string, if there is a clear one.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }

    /// Returns true if the reason states what to do, so that a message needs no suggestion.
    pub(crate) fn states_fix(&self) -> bool {
        self.reason.starts_with("remove ")
    }
}

impl fmt::Display for PrincipalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason)?;
        f.write_str(self.found)
    }
}

impl core::error::Error for PrincipalError {}

/// Returns the error without a replacement for the string.
pub(super) const fn because(reason: &'static str) -> PrincipalError {
    PrincipalError { reason, found: "", suggestion: None }
}

/// Returns the error for a string that needs a replacement.
pub(super) const fn replaced(reason: &'static str, suggestion: String) -> PrincipalError {
    PrincipalError { reason, found: "", suggestion: Some(suggestion) }
}
