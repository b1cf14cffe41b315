//! From the arguments to the files that are checked, and from a file to its text.

use std::{
    ffi::OsStr,
    fmt, fs, io,
    io::Read as _,
    path::{Path, PathBuf},
};

use catalog::policy::json::SIZE_LIMIT;

use crate::cli::STDIN;

/// What a text is read from.
#[derive(Debug)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// What could not be read, and why.
#[derive(Debug)]
pub(crate) struct Unread {
    /// What, as it is shown.
    pub(crate) name: String,
    /// Why.
    pub(crate) why: String,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.why)
    }
}

impl Input {
    /// As it is shown.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) => shown(path),
        }
    }

    /// The text. Of one that is larger than any policy the beginning is enough to say so.
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

/// Finds what is to be checked, in the order of the arguments, and in a folder by name.
pub(crate) fn find(arguments: &[PathBuf]) -> Vec<Result<Input, Unread>> {
    let mut found = Vec::new();
    for argument in arguments {
        if argument == Path::new(STDIN) {
            found.push(Ok(Input::Stdin));
        } else if argument.is_dir() {
            let before = found.len();
            walk(argument, &mut found);
            if found.len() == before {
                let why = "the folder holds no `*.json` file".to_owned();
                found.push(Err(Unread { name: shown(argument), why }));
            }
        } else {
            found.push(Ok(Input::File(argument.clone())));
        }
    }
    found
}

/// The `*.json` files of a folder and those in it. Links to folders are not followed: they may lead back.
fn walk(folder: &Path, found: &mut Vec<Result<Input, Unread>>) {
    let unread = |error: io::Error| Err(Unread { name: shown(folder), why: error.to_string() });
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => return found.push(unread(error)),
    };
    let mut entries: Vec<_> = entries.into_iter().filter(|entry| !is_passed_over(&entry.file_name())).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, found),
            // Who links to a file wants it checked, and who links to nothing wants to know. A pipe would be waited for.
            Ok(kind) if is_json(&path) && (kind.is_file() || kind.is_symlink() && !path.is_dir()) => {
                found.push(Ok(Input::File(path)));
            }
            Ok(_) => {}
            Err(error) => found.push(unread(error)),
        }
    }
}

fn is_passed_over(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") || name == "node_modules" || name == "target"
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// A path as it is shown, and as the configuration names it: with `/`, and without `./` in front.
pub(crate) fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").ok().filter(|rest| *rest != Path::new("")).unwrap_or(path);
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}
