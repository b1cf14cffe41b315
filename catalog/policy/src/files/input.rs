//! Reads a file or standard input, without waiting for pipes and devices.

use alloc::{borrow::ToOwned as _, string::String, vec::Vec};
use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use super::{shown::shown, unread::Unread};
use crate::json::SIZE_LIMIT;

/// The argument, and the file, that represent standard input.
const STDIN: [&str; 2] = ["-", "/dev/stdin"];

/// The directories of open files. A shell passes the output of a command as such a file, with `<(command)`.
const DESCRIPTORS: [&str; 2] = ["/dev/fd", "/proc/self/fd"];

/// A source of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// Standard input, under the path that its content has as a file, such as in an editor.
    StdinAs(PathBuf),
    /// A file that the caller named.
    Named(PathBuf),
    /// A file that was found in a directory.
    Found(PathBuf),
}

impl Input {
    /// Returns the input for an argument that is not a directory.
    pub(super) fn named(argument: &Path) -> Self {
        if STDIN.iter().any(|name| argument == Path::new(name)) {
            Self::Stdin
        } else {
            Self::Named(argument.to_owned())
        }
    }

    /// Returns the name of the source, as it is printed.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::StdinAs(path) | Self::Named(path) | Self::Found(path) => shown(path),
        }
    }

    /// Reads the source, up to one byte more than the size limit of a policy. The check then reports a larger source
    /// as too large.
    ///
    /// # Errors
    /// Returns an error if the source cannot be read. A pipe or a device is an error, because reading it could wait
    /// forever. Standard input and the open files that a shell passes are read.
    pub fn read(&self) -> Result<Vec<u8>, Unread> {
        match self {
            Self::Stdin | Self::StdinAs(_) => {
                limited(io::stdin()).map_err(|error| Unread::from_io(self.name(), &error))
            }
            Self::Named(path) | Self::Found(path) => read(path),
        }
    }
}

/// Reads a file, up to one byte more than the size limit of a policy.
///
/// # Errors
/// Returns an error if the file cannot be read, or if it is a pipe or a device: see [`Input::read`].
pub fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    let unread = |error: io::Error| Unread::from_io(shown(path), &error);
    let is_open = |directory: &Path| DESCRIPTORS.iter().any(|name| directory == Path::new(name));
    if !path.parent().is_some_and(is_open) {
        let metadata = fs::metadata(path).map_err(unread)?;
        if metadata.is_dir() {
            return Err(Unread::new(shown(path), "expected a file, found a directory"));
        }
        if !metadata.is_file() {
            let why = "expected a regular file, found a pipe, a socket or a device: pass its content on standard input";
            return Err(Unread::new(shown(path), why));
        }
    }
    fs::File::open(path).and_then(limited).map_err(unread)
}

fn limited(source: impl io::Read) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(SIZE_LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    let mut text = Vec::new();
    source.take(limit).read_to_end(&mut text)?;
    Ok(text)
}
