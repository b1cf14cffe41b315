//! The severities of diagnostics.

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// A fault that stops the run before it writes any file.
    Error,
    /// A possible mistake on a page, which is kept and reported.
    Warning,
}

impl Severity {
    /// Returns the word for the severity, such as `error`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
