//! Lists the entries of a directory with their names and kinds.

use crate::printable::printable;
use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::FileType;
use std::io;
use std::path::Path;

/// An entry of a directory.
pub(super) struct Entry {
    /// The name of the entry.
    pub(super) name: OsString,
    /// The kind of the entry. For a link, it is the kind of its target.
    pub(super) kind: EntryKind,
}

/// The kind of a directory entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// A regular file, the only kind that is opened.
    File,
    /// A directory.
    Directory,
    /// Anything else, with its noun for messages. It is not opened, because opening a FIFO can wait forever.
    Other(&'static str),
}

impl Entry {
    /// Returns the name as messages show it.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        printable(&self.name)
    }
}

/// Returns the entries of a directory, sorted by name, without hidden files.
pub(super) fn entries(path: &Path) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in path.read_dir()? {
        let entry = entry?;
        let name = entry.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            let kind = kind(&entry.path(), entry.file_type()?);
            entries.push(Entry { name, kind });
        }
    }
    entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    Ok(entries)
}

/// Returns the kind of an entry. `own` is the type of the entry itself, which may be a link.
fn kind(path: &Path, own: FileType) -> EntryKind {
    let target = if own.is_symlink() { path.metadata().map(|metadata| metadata.file_type()) } else { Ok(own) };
    match target {
        Ok(target) if target.is_file() => EntryKind::File,
        Ok(target) if target.is_dir() => EntryKind::Directory,
        Ok(target) => EntryKind::Other(special(target)),
        Err(_) => EntryKind::Other("a broken link"),
    }
}

#[cfg(unix)]
fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    match () {
        () if kind.is_fifo() => "a FIFO",
        () if kind.is_socket() => "a socket",
        () => "a device",
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "a special file"
}
