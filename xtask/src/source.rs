//! The files that a run reads, kept so that a diagnostic can quote them.

use std::ops::Range;

/// A range of bytes in one file.
pub type Span = Range<usize>;

/// Which file of [`Sources`] something stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(usize);

/// One file: a page of the reference, or the quirks table.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file's name without its folder: `list_amazonses.md`.
    pub name: String,
    /// The file's path as a message shows it: relative to where the user stands, or as the user gave it.
    pub path: String,
    /// What the file says, without a byte-order mark.
    pub text: String,
}

/// Every file of a run, in the order in which they were read.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Keeps a file and says how to refer to it.
    pub fn add(&mut self, source: Source) -> FileId {
        self.0.push(source);
        FileId(self.0.len() - 1)
    }

    /// The file that `id` refers to.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&Source> {
        self.0.get(id.0)
    }
}
