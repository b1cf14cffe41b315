//! A directory → what is in it: names, and whether they are regular files.

use crate::printable::printable;
use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::FileType;
use std::io;
use std::path::Path;

/// Something in a directory.
pub(super) struct Entry {
    /// Its name.
    pub(super) name: OsString,
    /// Its kind. For a link it is the kind of the target.
    pub(super) kind: EntryKind,
}

/// The kinds of things in a directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// A regular file, the only kind that is opened.
    File,
    /// A directory.
    Directory,
    /// Anything else, as a noun. To open a FIFO would wait for a writer forever.
    Other(&'static str),
}

impl Entry {
    /// Returns the name as messages show it.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        printable(&self.name)
    }
}

/// Returns what is in a directory, sorted by name, without hidden files.
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

/// Returns the kind of a file; `own` is that of the link where it is one.
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
