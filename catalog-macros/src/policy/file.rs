//! The files of a crate that the macros read: below the crate's root, bounded, and with words for each way to fail.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read as _},
    path::{Component, Path, PathBuf},
};

use proc_macro2::Span;

use catalog_core::nearest::distance;
use catalog_policy::json::SIZE_LIMIT;

/// The crate whose source is compiled.
#[derive(Clone, Debug)]
pub(super) struct Root(PathBuf);

impl Root {
    /// The folder that Cargo names, if it is Cargo that compiles.
    pub(super) fn from_cargo() -> Option<Self> {
        std::env::var_os("CARGO_MANIFEST_DIR").map(|root| Self(root.into()))
    }

    #[cfg(test)]
    pub(super) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Reads a file, up to a little more than a policy may have.
    pub(super) fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        let path = self.0.join(file);
        // Opening a pipe would wait for somebody to write into it.
        let kind = fs::metadata(&path)?;
        if kind.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        }
        if !kind.is_file() {
            return Err(io::Error::other("it is neither a file nor a folder"));
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(SIZE_LIMIT as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Why a policy could not be read, and what to write. `source` is the file that the path is written in.
    fn explain(&self, file: &str, error: &io::Error, source: Option<&Path>) -> String {
        match error.kind() {
            ErrorKind::NotFound => {}
            ErrorKind::IsADirectory => {
                return format!("`{file}` is a folder: name a file, and write `include_policy!` for each");
            }
            _ => return format!("`{file}` cannot be read: {error}"),
        }
        let missing = format!("no file `{file}`: the path begins at the crate's root, where `Cargo.toml` is");
        if let Some(there) = source.and_then(|source| self.beside(file, source)) {
            return format!("{missing}; the one beside this source file is `{there}`");
        }
        match self.nearest(file) {
            Some(near) => format!("{missing}; did you mean `{near}`?"),
            None => missing,
        }
    }

    /// The path from the root to the file that stands beside a source file, as `include_str!` would look for it.
    fn beside(&self, file: &str, source: &Path) -> Option<String> {
        let there = source.parent()?.join(file).canonicalize().ok().filter(|there| there.is_file())?;
        let below = there.strip_prefix(self.0.canonicalize().ok()?).ok()?.to_path_buf();
        let names = below.components().map(|name| name.as_os_str().to_str()).collect::<Option<Vec<_>>>()?;
        Some(names.join("/"))
    }

    /// The file of nearly this name in the same folder. One of this very name is a link that leads nowhere.
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

/// Reads the policy that a token names, or says why it cannot be read.
pub(super) fn read_policy(root: Option<&Root>, file: &str, token: Span) -> Result<Vec<u8>, String> {
    let root =
        root.ok_or("the path begins at the crate's root, and `CARGO_MANIFEST_DIR` does not say where that is")?;
    match malformed(file) {
        Some(message) => Err(message),
        None => root.read(file).map_err(|error| root.explain(file, &error, source(token).as_deref())),
    }
}

/// The file that a token stands in, where a compiler can tell.
fn source(token: Span) -> Option<PathBuf> {
    if proc_macro::is_available() { token.unwrap().local_file() } else { None }
}

/// A path as `catalog.toml` names it.
pub(super) fn plain(file: &str) -> &str {
    file.strip_prefix("./").unwrap_or(file)
}

/// What is wrong with a path before anybody looks for the file.
fn malformed(file: &str) -> Option<String> {
    if file.is_empty() {
        return Some("an empty path: write that of a policy, as \"policies/mailer.json\"".to_owned());
    }
    if file.contains('\\') {
        return Some(format!("`\\` divides a path on Windows alone: write `{}`", file.replace('\\', "/")));
    }
    let absolute = Path::new(file).components().any(|part| matches!(part, Component::RootDir | Component::Prefix(_)));
    let drive = file.as_bytes().get(1) == Some(&b':');
    (absolute || drive)
        .then(|| "the path of one machine: write it from the crate's root, where `Cargo.toml` is".to_owned())
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
        let told = explain("policies/mailer.json", &source.join("lib.rs"));
        assert!(told.ends_with("; the one beside this source file is `src/deep/policies/mailer.json`"), "{told}");
        let told = explain("mailer.json", &krate.path().join("src/lib.rs"));
        assert!(told.ends_with("where `Cargo.toml` is"), "{told}");
    }
}
