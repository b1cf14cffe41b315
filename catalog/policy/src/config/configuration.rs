//! A configuration and its entries.

use alloc::{borrow::ToOwned as _, string::String, vec::Vec};

use super::{
    allowance::Allowance,
    file_kind::FileKind,
    level::{Level, LevelEntry},
    selector::Selector,
};
use crate::json::Span;

/// A configuration. It states the findings that are allowed or denied, and the kinds of the policies in files. It also
/// declares names that exist although AWS's pages do not list them, and placeholders that are replaced before the
/// policies are used.
///
/// ```
/// use catalog::policy::{Config, FindingId, Group};
///
/// let config = Config::new()
///     .allow(FindingId::EmptySid)
///     .deny(Group::Security)
///     .allow_at(FindingId::AllowEverything, "/Statement/0")
///     .action("freetier:List*")
///     .condition_key("mailer:*");
/// # let _ = config;
/// ```
///
/// # Levels
/// [`allow`](Self::allow) suppresses findings, [`warn`](Self::warn) makes them warnings, and [`deny`](Self::deny) makes
/// them errors. An entry for the id of a finding wins over an entry for its [`Group`](crate::finding::Group). Among
/// entries for the same id or group, the last one wins. An entry that allows a finding in a file or at a place wins over
/// all of these entries.
///
/// # File
/// A `catalog.toml` at the root of a crate holds the same entries: the comments below name the method for each. In the
/// file, an id or a group must not be in more than one of the lists `allow`, `warn` and `deny`. To read the file, use
#[cfg_attr(feature = "config-file", doc = "[`Config::from_toml`].")]
#[cfg_attr(not(feature = "config-file"), doc = "`Config::from_toml`, which requires the feature `config-file`.")]
///
/// ```toml
/// allow = ["empty-sid", "style"]              # allow; an id, or a group
/// warn = ["unknown-action"]                   # warn
/// deny = ["security"]                         # deny
/// deny-warnings = true                        # deny_warnings
///
/// [[allow-at]]                                # allow_at, allow_in
/// id = "allow-everything"                     # or a group
/// file = "policies/admin*.json"               # optional; `*` and `?` are wildcards
/// path = "/Statement/0"                       # optional; a place in a policy or in its file, and all that is below it
///
/// [actions]
/// allow = ["freetier:List*"]                  # action
///
/// [[kind]]                                    # kind
/// files = ["roles/*.json", "trust.json"]      # or one pattern; of several entries that match, the last one wins
/// kind = "trust"                              # the kind of the policies in these files
///
/// [condition-keys]
/// allow = ["mailer:*"]                        # condition_key
///
/// [placeholders]
/// patterns = ["${bucket}", "{{*}}"]           # placeholder; `*` matches any name
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    pub(super) allowances: Vec<Allowance>,
    pub(super) levels: Vec<LevelEntry>,
    pub(super) actions: Vec<Declared>,
    pub(super) condition_keys: Vec<Declared>,
    pub(super) kinds: Vec<FileKind>,
    pub(super) placeholders: Vec<Declared>,
    pub(super) deny_warnings: bool,
    /// The name of the file that contains the checked policy.
    pub(super) file: Option<String>,
}

/// A pattern of names that exist although AWS's pages do not list them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Declared {
    pub(super) pattern: String,
    /// The place of the entry in `catalog.toml`. The span is empty if the entry does not come from a file.
    pub(super) span: Span,
}

impl Config {
    /// Returns a configuration that allows and declares nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            allowances: Vec::new(),
            levels: Vec::new(),
            actions: Vec::new(),
            condition_keys: Vec::new(),
            kinds: Vec::new(),
            placeholders: Vec::new(),
            deny_warnings: false,
            file: None,
        }
    }

    /// Allows findings everywhere: they are not reported.
    #[must_use]
    pub fn allow(self, findings: impl Into<Selector>) -> Self {
        self.allow_in(findings, None, None)
    }

    /// Suppresses findings everywhere in the same way as [`allow`](Self::allow), but never reports the entry as unneeded.
    /// Use it for entries that apply to one run, such as the arguments of a command.
    #[must_use]
    pub fn silence(self, findings: impl Into<Selector>) -> Self {
        self.with_level(findings.into(), Level::Allow)
    }

    /// Reports findings as warnings. Findings of the group [`Restriction`](crate::finding::Group::Restriction) are
    /// reported only if an entry makes them warnings or errors.
    #[must_use]
    pub fn warn(self, findings: impl Into<Selector>) -> Self {
        self.with_level(findings.into(), Level::Warn)
    }

    /// Reports findings as errors.
    ///
    /// ```
    /// use catalog::policy::{self, Config, Group, PolicyKind, Severity};
    ///
    /// let text = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;
    /// let findings = policy::check(text, PolicyKind::Identity, &Config::new().deny(Group::Security));
    /// assert!(findings.iter().all(|finding| finding.severity == Severity::Error));
    /// ```
    #[must_use]
    pub fn deny(self, findings: impl Into<Selector>) -> Self {
        self.with_level(findings.into(), Level::Deny)
    }

    pub(super) fn with_level(mut self, selector: Selector, level: Level) -> Self {
        self.levels.push(LevelEntry { selector, level });
        self
    }

    /// Allows findings at a JSON pointer and below it. `*` and `?` are wildcards, such as in `/Statement/*/Resource`.
    ///
    /// The pointer begins at the policy, or at the file around it: `/Resources/Role` is a resource of a template.
    #[must_use]
    pub fn allow_at(self, findings: impl Into<Selector>, path: &str) -> Self {
        self.allow_in(findings, None, Some(path))
    }

    /// Allows findings in some files, at some place, or both. `*` and `?` are wildcards in the file and in the path.
    #[must_use]
    pub fn allow_in(self, findings: impl Into<Selector>, file: Option<&str>, path: Option<&str>) -> Self {
        self.with_allowance(Allowance::new(findings.into(), file, path, Span::default()))
    }

    pub(super) fn with_allowance(mut self, allowance: Allowance) -> Self {
        let selector = allowance.selector;
        let is_everywhere = allowance.is_everywhere();
        self.allowances.push(allowance);
        if is_everywhere { self.with_level(selector, Level::Allow) } else { self }
    }

    /// Declares that the actions that match a pattern exist, although AWS's pages do not list them.
    #[must_use]
    pub fn action(mut self, pattern: &str) -> Self {
        self.actions.push(Declared { pattern: pattern.to_owned(), span: Span::default() });
        self
    }

    /// Declares that the condition keys that match a pattern exist, although AWS's pages do not list them.
    #[must_use]
    pub fn condition_key(mut self, pattern: &str) -> Self {
        self.condition_keys.push(Declared { pattern: pattern.to_owned(), span: Span::default() });
        self
    }

    /// Sets whether warnings are reported as errors.
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

    /// Returns true if warnings are errors.
    #[must_use]
    pub const fn denies_warnings(&self) -> bool {
        self.deny_warnings
    }

    /// Returns the configuration for the policy in the given file. Entries for files match this name, which must be
    /// relative and use `/`.
    #[must_use]
    pub fn for_file(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    /// Sets the file as [`for_file`](Self::for_file) does, without moving the configuration.
    #[cfg(feature = "std")]
    pub(crate) fn set_file(&mut self, file: String) {
        self.file = Some(file);
    }
}
