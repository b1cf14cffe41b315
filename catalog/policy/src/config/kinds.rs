//! The kinds of the policies in files, as a configuration states them.

use alloc::{borrow::ToOwned as _, format};

use catalog_core::wildcard;

use super::{configuration::Config, file_kind::FileKind, usage::Usage};
use crate::{json::Span, kind::PolicyKind};

impl Config {
    /// Sets the kind of the policies in some files. `*` and `?` are wildcards. If several entries match a file, the
    /// last one wins.
    ///
    /// ```
    /// use catalog::policy::{Config, PolicyKind};
    ///
    /// let config = Config::new()
    ///     .kind("roles/*.json", PolicyKind::Trust)
    ///     .kind("roles/*-boundary.json", PolicyKind::PermissionBoundary);
    /// assert_eq!(config.kind_for_file("roles/mailer.json"), Some(PolicyKind::Trust));
    /// assert_eq!(config.kind_for_file("roles/mailer-boundary.json"), Some(PolicyKind::PermissionBoundary));
    /// assert_eq!(config.kind_for_file("mailer.json"), None);
    /// ```
    #[must_use]
    pub fn kind(mut self, files: &str, kind: PolicyKind) -> Self {
        let pointer = format!("/kind/{}/files", self.kinds.len());
        self.kinds.push(FileKind { files: files.to_owned(), kind, pointer, span: Span::default() });
        self
    }

    /// Returns the kind of the policy in a file, or `None` if no entry matches the file. The name must be relative to
    /// the directory of the configuration and use `/`.
    #[must_use]
    pub fn kind_for_file(&self, file: &str) -> Option<PolicyKind> {
        self.kinds.iter().rev().find(|entry| wildcard::matches(&entry.files, file)).map(|entry| entry.kind)
    }

    /// Marks the entries that match the file of this configuration as used.
    pub(super) fn use_kinds(&self, usage: &mut Usage) {
        let Some(file) = &self.file else { return };
        for (entry, used) in self.kinds.iter().zip(&mut usage.kinds) {
            *used |= wildcard::matches(&entry.files, file);
        }
    }
}
