//! An entry that allows a finding, and what it is for.

use alloc::{borrow::ToOwned as _, string::String};
use core::fmt;

use crate::{finding::FindingId, json::Span};
use catalog_core::wildcard;

/// A finding that is allowed: everywhere, in some files, at some place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Allowed {
    pub(super) id: FindingId,
    file: Option<String>,
    path: Option<String>,
    /// Where the entry is in its file. Nowhere, if it comes from no file.
    pub(super) span: Span,
}

impl Allowed {
    pub(super) fn new(id: FindingId, file: Option<&str>, path: Option<&str>, span: Span) -> Self {
        let path = path.map(|path| path.trim_end_matches('/').to_owned());
        Self { id, file: file.map(str::to_owned), path, span }
    }

    /// Whether the finding is allowed wherever it is.
    pub(super) const fn is_everywhere(&self) -> bool {
        self.file.is_none() && self.path.is_none()
    }

    /// Whether the entry is meant for what is at a pointer of a file.
    pub(super) fn is_for(&self, file: Option<&str>, pointer: &str) -> bool {
        let in_file = match (&self.file, file) {
            (None, _) => true,
            (Some(pattern), Some(file)) => wildcard::matches(pattern, file),
            (Some(_), None) => false,
        };
        // Every pointer that the given one begins, at a border between its steps.
        let ends = || pointer.match_indices('/').map(|(at, _)| at).chain([pointer.len()]);
        let at_path =
            |path: &String| ends().any(|end| pointer.get(..end).is_some_and(|above| wildcard::matches(path, above)));
        in_file && self.path.as_ref().is_none_or(at_path)
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` allowed", self.id)?;
        if let Some(path) = &self.path {
            write!(f, " at `{path}`")?;
        }
        self.file.as_ref().map_or(Ok(()), |file| write!(f, " in `{file}`"))
    }
}
