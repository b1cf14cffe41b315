//! An entry that sets the kind of the policies in some files.

use alloc::string::String;

use crate::{json::Span, kind::PolicyKind};

/// An entry that sets the kind of the policies in the files that match a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileKind {
    /// The pattern of the files.
    pub(crate) files: String,
    /// The kind of the policies in them.
    pub(crate) kind: PolicyKind,
    /// The place of the pattern in `catalog.toml`, as a JSON pointer such as `/kind/0/files`.
    pub(super) pointer: String,
    /// The place of the pattern in `catalog.toml`. The span is empty if the entry does not come from a file.
    pub(super) span: Span,
}
