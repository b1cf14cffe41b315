//! The severity of a diagnostic.

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// Something on a page looks like a slip. It is kept as it is, and told.
    Warning,
}

impl Severity {
    /// Returns the word for it: `error`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
