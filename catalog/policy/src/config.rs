//! What somebody allows, and the names that they add to the catalog.

mod allowed;
#[cfg(feature = "config-file")]
mod error;
#[cfg(feature = "config-file")]
mod file;
mod usage;

use alloc::{borrow::ToOwned as _, string::String, vec::Vec};

use super::{
    finding::{FindingId, Severity},
    json::Span,
};
use allowed::Allowed;
#[cfg(feature = "config-file")]
pub use error::{ConfigError, ConfigProblem};
pub use usage::Usage;

/// What is allowed, and what exists besides the catalog.
///
/// ```
/// use catalog::policy::{Config, FindingId};
///
/// let config = Config::new()
///     .allow(FindingId::EmptySid)
///     .allow_at(FindingId::AllowEverything, "/Statement/0")
///     .action("freetier:List*")
///     .condition_key("mailer:*");
/// # let _ = config;
/// ```
///
/// # As a file
/// `catalog.toml` at the root of a crate says the same: each entry is the method that is named here. It is read by
#[cfg_attr(feature = "config-file", doc = "[`Config::from_toml`].")]
#[cfg_attr(not(feature = "config-file"), doc = "`Config::from_toml`, a feature of its own.")]
///
/// ```toml
/// allow = ["empty-sid"]                       # allow
/// deny-warnings = true                        # deny_warnings
///
/// [[allow-at]]                                # allow_at, allow_in
/// id = "allow-everything"
/// file = "policies/admin*.json"               # optional; `*` and `?` are wildcards
/// path = "/Statement/0"                       # optional; a JSON pointer and all that is below it
///
/// [actions]
/// allow = ["freetier:List*"]                  # action
///
/// [condition-keys]
/// allow = ["mailer:*"]                        # condition_key
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    allowed: Vec<Allowed>,
    actions: Vec<Declared>,
    condition_keys: Vec<Declared>,
    deny_warnings: bool,
    /// The file whose policy is checked.
    file: Option<String>,
}

/// A pattern of names that exist.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Declared {
    pattern: String,
    /// Where the entry is in its file. Nowhere, if it comes from no file.
    span: Span,
}

impl Config {
    /// Nothing allowed, nothing added.
    #[must_use]
    pub const fn new() -> Self {
        Self { allowed: Vec::new(), actions: Vec::new(), condition_keys: Vec::new(), deny_warnings: false, file: None }
    }

    /// Allows a finding everywhere.
    #[must_use]
    pub fn allow(self, id: FindingId) -> Self {
        self.allow_in(id, None, None)
    }

    /// Allows a finding at a JSON pointer and below it. `*` and `?` are wildcards: `/Statement/*/Resource`.
    #[must_use]
    pub fn allow_at(self, id: FindingId, path: &str) -> Self {
        self.allow_in(id, None, Some(path))
    }

    /// Allows a finding in some files, at some place, or both. Both may hold `*` and `?`.
    #[must_use]
    pub fn allow_in(mut self, id: FindingId, file: Option<&str>, path: Option<&str>) -> Self {
        self.allowed.push(Allowed::new(id, file, path, Span::default()));
        self
    }

    /// Declares the actions of a pattern: they exist, though no page lists them.
    #[must_use]
    pub fn action(mut self, pattern: &str) -> Self {
        self.actions.push(Declared { pattern: pattern.to_owned(), span: Span::default() });
        self
    }

    /// Declares the condition keys of a pattern.
    #[must_use]
    pub fn condition_key(mut self, pattern: &str) -> Self {
        self.condition_keys.push(Declared { pattern: pattern.to_owned(), span: Span::default() });
        self
    }

    /// Makes errors of warnings, or lets them be warnings again.
    ///
    /// ```
    /// use catalog::policy::Config;
    /// assert!(Config::new().deny_warnings(true).denies_warnings());
    /// ```
    #[must_use]
    pub fn deny_warnings(mut self, deny: bool) -> Self {
        self.deny_warnings = deny;
        self
    }

    /// Whether a warning is an error.
    #[must_use]
    pub const fn denies_warnings(&self) -> bool {
        self.deny_warnings
    }

    /// How bad a finding of this id is.
    pub(super) const fn severity(&self, id: FindingId) -> Severity {
        match id.severity() {
            Severity::Warning if self.deny_warnings => Severity::Error,
            severity => severity,
        }
    }

    /// The same, for the policy of a file, as entries for files name it: relative, with `/`.
    #[must_use]
    pub fn for_file(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }
}
