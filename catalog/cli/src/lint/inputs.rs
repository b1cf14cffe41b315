//! Finds and reads the files that the arguments name.

use std::{
    ffi::OsStr,
    fmt, fs, io,
    io::Read as _,
    path::{Path, PathBuf},
};

use catalog::policy::json::SIZE_LIMIT;

use super::arguments::STDIN;

/// A source of a policy.
#[derive(Debug)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// A file or directory that could not be read.
#[derive(Debug)]
pub(crate) struct Unread {
    /// The name of the file, as it is printed.
    pub(crate) name: String,
    /// The reason why it could not be read.
    pub(crate) why: String,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.why)
    }
}

impl Input {
    /// Returns the name of the source, as it is printed.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) => shown(path),
        }
    }

    /// Reads the source, up to one byte more than the size limit of a policy. The check then reports a larger source
    /// as too large.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Unread> {
        let limit = u64::try_from(SIZE_LIMIT).unwrap_or(u64::MAX).saturating_add(1);
        let mut text = Vec::new();
        let read = match self {
            Self::Stdin => io::stdin().take(limit).read_to_end(&mut text),
            Self::File(path) => fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut text)),
        };
        match read {
            Ok(_) => Ok(text),
            Err(error) => Err(Unread { name: self.name(), why: error.to_string() }),
        }
    }
}

/// Finds the files to check, in the order of the arguments. The files of a directory are sorted by name.
pub(crate) fn find(arguments: &[PathBuf]) -> Vec<Result<Input, Unread>> {
    let mut found = Vec::new();
    for argument in arguments {
        if argument == Path::new(STDIN) {
            found.push(Ok(Input::Stdin));
        } else if argument.is_dir() {
            let before = found.len();
            walk(argument, &mut found);
            if found.len() == before {
                let why = "the directory contains no `*.json` file".to_owned();
                found.push(Err(Unread { name: shown(argument), why }));
            }
        } else {
            found.push(Ok(Input::File(argument.clone())));
        }
    }
    found
}

/// Finds the `*.json` files in a directory and its subdirectories.
///
/// Links to directories are not followed, because they can form a cycle.
fn walk(directory: &Path, found: &mut Vec<Result<Input, Unread>>) {
    let unread = |error: io::Error| Err(Unread { name: shown(directory), why: error.to_string() });
    let entries = match fs::read_dir(directory).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => return found.push(unread(error)),
    };
    let mut entries: Vec<_> = entries.into_iter().filter(|entry| !is_skipped(&entry.file_name())).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, found),
            // A link to a file is checked, and a dangling link is reported. A pipe is skipped, because reading it would
            // block.
            Ok(kind) if is_json(&path) && (kind.is_file() || kind.is_symlink() && !path.is_dir()) => {
                found.push(Ok(Input::File(path)));
            }
            Ok(_) => {}
            Err(error) => found.push(unread(error)),
        }
    }
}

fn is_skipped(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") || name == "node_modules" || name == "target"
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// Returns a path in the form that is printed and that the configuration uses: with `/`, and without a leading `./`.
pub(crate) fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").ok().filter(|rest| *rest != Path::new("")).unwrap_or(path);
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}
