//! Reads files of the crate that is compiled, up to a size limit, and explains why a file cannot be read.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read as _},
    path::{Component, Path, PathBuf},
};

use proc_macro2::Span;

use catalog_core::nearest::distance;
use catalog_policy::json::SIZE_LIMIT;

use crate::source_file;

/// The root directory of the crate that is compiled.
#[derive(Clone, Debug)]
pub(super) struct Root(PathBuf);

impl Root {
    /// Returns the directory that Cargo names, or `None` if Cargo does not run the compiler.
    pub(super) fn from_cargo() -> Option<Self> {
        std::env::var_os("CARGO_MANIFEST_DIR").map(|root| Self(root.into()))
    }

    #[cfg(test)]
    pub(super) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Reads a file, up to one byte more than the size limit of a policy.
    pub(super) fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        let path = self.0.join(file);
        // Do not open a pipe, because that would block until another process writes to it.
        let kind = fs::metadata(&path)?;
        if kind.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        }
        if !kind.is_file() {
            return Err(io::Error::other("it is neither a file nor a directory"));
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(SIZE_LIMIT as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Returns a message about a policy that could not be read. `source` is the source file that contains the path.
    fn explain(&self, file: &str, error: &io::Error, source: Option<&Path>) -> String {
        match error.kind() {
            ErrorKind::NotFound => {}
            ErrorKind::IsADirectory => {
                return format!("`{file}` is a directory: write one `include_policy!` per file");
            }
            _ => return format!("cannot read `{file}`: {error}"),
        }
        let missing = format!("no file `{file}` in the directory of `Cargo.toml`");
        let meant = source.and_then(|source| self.beside(file, source)).or_else(|| self.nearest(file));
        match meant {
            Some(meant) => format!("{missing}: did you mean `{meant}`?"),
            None => format!("{missing}: write the path relative to this directory"),
        }
    }

    /// Returns the file that the path names relative to a source file, as in `include_str!`. The result is relative to
    /// the root.
    fn beside(&self, file: &str, source: &Path) -> Option<String> {
        let there = source.parent()?.join(file).canonicalize().ok().filter(|there| there.is_file())?;
        let below = there.strip_prefix(self.0.canonicalize().ok()?).ok()?.to_path_buf();
        let names = below.components().map(|name| name.as_os_str().to_str()).collect::<Option<Vec<_>>>()?;
        Some(names.join("/"))
    }

    /// Returns the file with the most similar name in the same directory.
    ///
    /// A directory entry with exactly the given name is ignored. It is a dangling link, because reading it failed.
    fn nearest(&self, file: &str) -> Option<String> {
        let (folder, name) = file.rsplit_once('/').map_or(("", file), |(folder, name)| (folder, name));
        let entries = fs::read_dir(self.0.join(folder)).ok()?;
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mistakes = |near: String| Some((distance(name, &near)?, near));
        let (_, near) =
            names.filter_map(mistakes).filter(|(mistakes, _)| (1..=name.len() / 3).contains(mistakes)).min()?;
        Some(if folder.is_empty() { near } else { format!("{folder}/{near}") })
    }
}

/// Reads the policy that a token names.
///
/// # Errors
/// Returns a message if the file cannot be read.
pub(super) fn read_policy(root: Option<&Root>, file: &str, token: Span) -> Result<Vec<u8>, String> {
    let root = root.ok_or("`CARGO_MANIFEST_DIR` is not set, and paths are relative to it: build with Cargo")?;
    match malformed(file) {
        Some(message) => Err(message),
        None => root.read(file).map_err(|error| root.explain(file, &error, source_file::of_token(token).as_deref())),
    }
}

/// Returns a path in the form that `catalog.toml` uses: without `./`.
pub(super) fn plain(file: &str) -> &str {
    file.strip_prefix("./").unwrap_or(file)
}

/// Returns the error in a path that is invalid even if the file exists.
fn malformed(file: &str) -> Option<String> {
    if file.is_empty() {
        return Some("expected a path such as \"policies/mailer.json\", found an empty string".to_owned());
    }
    if file.contains('\\') {
        return Some(format!("`\\` is a path separator only on Windows: write `{}`", file.replace('\\', "/")));
    }
    let absolute = Path::new(file).components().any(|part| matches!(part, Component::RootDir | Component::Prefix(_)));
    let drive = file.as_bytes().get(1) == Some(&b':');
    (absolute || drive).then(|| "absolute path: write it relative to the directory of `Cargo.toml`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_beside_the_source_is_told_by_its_path_from_the_root() {
        let krate = tempfile::tempdir().unwrap();
        let source = krate.path().join("src/deep");
        fs::create_dir_all(source.join("policies")).unwrap();
        fs::write(source.join("policies/mailer.json"), "{}").unwrap();
        let root = Root::new(krate.path());
        let explain = |file, source: &Path| root.explain(file, &ErrorKind::NotFound.into(), Some(source));
        let message = explain("policies/mailer.json", &source.join("lib.rs"));
        assert!(message.ends_with(": did you mean `src/deep/policies/mailer.json`?"), "{message}");
        let message = explain("mailer.json", &krate.path().join("src/lib.rs"));
        assert!(message.ends_with(": write the path relative to this directory"), "{message}");
    }
}
