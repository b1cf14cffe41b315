//! Reads the files of the repository that the rules check.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// The extensions of the files that the rules read.
const READ: &[&str] = &["rs", "toml", "md", "yml"];

/// The directory of shell scripts, whose names have no extension.
const SCRIPTS: &str = ".ci/";

/// Directories with inputs and expected outputs of tests instead of sources.
const INPUTS: &[&str] = &["/tests/ui/", "/fixtures/"];

/// The contents of files by their paths from the root, with `/` on every system.
pub(crate) struct Tree(BTreeMap<String, String>);

impl Tree {
    /// Returns the files of this repository, which are read once per run.
    pub(crate) fn repository() -> &'static Self {
        static TREE: OnceLock<Tree> = OnceLock::new();
        TREE.get_or_init(|| {
            let root = root();
            let paths = tracked(&root).unwrap_or_else(|| walked(&root));
            let text = |path: String| Some((fs::read_to_string(root.join(&path)).ok()?, path));
            Self(
                paths
                    .into_iter()
                    .filter(|path| is_read(path))
                    .filter_map(text)
                    .map(|(text, path)| (path, text))
                    .collect(),
            )
        })
    }

    /// Creates a tree of made-up files, for the unit tests of the rules.
    pub(crate) fn made_up(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    /// Returns the text of a file.
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// Returns true if a path is a file, or a directory with files.
    pub(crate) fn has(&self, path: &str) -> bool {
        let directory = format!("{path}/");
        self.0.contains_key(path) || self.0.keys().any(|file| file.starts_with(&directory))
    }

    /// Returns all files in the order of their paths.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Returns the handwritten sources, without generated files and inputs of tests.
    pub(crate) fn hand_written(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files().filter(|(path, text)| extension(path) == Some("rs") && !is_input(path) && !is_generated(text))
    }

    /// Returns the generated sources.
    pub(crate) fn generated(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files().filter(|(path, text)| extension(path) == Some("rs") && !is_input(path) && is_generated(text))
    }
}

/// Returns true if the comments at the beginning of a source contain "do not edit".
pub(crate) fn is_generated(text: &str) -> bool {
    let head = text.lines().take_while(|line| line.starts_with("//") || line.is_empty());
    head.filter(|line| !line.starts_with("//!")).any(|line| line.to_lowercase().contains("do not edit"))
}

/// Returns true if a file is an input or an expected output of tests.
pub(crate) fn is_input(path: &str) -> bool {
    INPUTS.iter().any(|directory| path.contains(directory))
}

fn is_read(path: &str) -> bool {
    match extension(path) {
        Some(extension) => READ.contains(&extension),
        None => path.starts_with(SCRIPTS) || !path.contains('/'),
    }
}

/// Returns the part of a file's name after the last dot.
pub(crate) fn extension(path: &str) -> Option<&str> {
    Path::new(path).extension()?.to_str()
}

/// Returns the root of the repository, preferably by the path that Cargo sets at run time. The path from compile time
/// can belong to another copy of the repository that shares the target directory.
fn root() -> PathBuf {
    let built = || env!("CARGO_MANIFEST_DIR").into();
    Path::new(&std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(built)).join("..")
}

/// Lists the files that git tracks and new files that it does not ignore. Returns `None` if git is missing, or if the
/// directory is not in a clone of this repository.
fn tracked(root: &Path) -> Option<Vec<String>> {
    let listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(listing).current_dir(root).output().ok()?;
    let paths: Vec<String> = String::from_utf8(output.stdout).ok()?.split_terminator('\0').map(str::to_owned).collect();
    // The sources may have been unpacked inside another repository.
    (output.status.success() && paths.iter().any(|path| path == "xtask/Cargo.toml")).then_some(paths)
}

/// Lists every file below the root, except in `target` and `.git`.
fn walked(root: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    let mut directories = vec![PathBuf::new()];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(root.join(&directory)).into_iter().flatten().flatten() {
            let path = directory.join(entry.file_name());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && entry.file_name() != "target" && entry.file_name() != ".git" => {
                    directories.push(path);
                }
                Ok(kind) if kind.is_file() => {
                    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                    paths.push(parts.join("/"));
                }
                _ => {}
            }
        }
    }
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walking_finds_what_git_lists() {
        let root = root();
        let Some(tracked) = tracked(&root) else { return };
        let walked = walked(&root);
        let missing: Vec<_> =
            tracked.iter().filter(|path| root.join(path).is_file() && !walked.contains(path)).collect();
        assert_eq!(missing, <[&String; 0]>::default());
        assert!(walked.iter().all(|path| !path.starts_with("target/")));
    }

    #[test]
    fn sources_are_of_three_sorts() {
        let tree = Tree::made_up(&[
            ("a/src/lib.rs", "//! Do not edit a page by hand.\n"),
            ("a/src/out.rs", "// @generated by `make`. Do not edit.\n\npub struct A;\n"),
            ("a/tests/ui/wrong.rs", "fn main() {}\n"),
            ("README.md", "A page.\n"),
        ]);
        assert_eq!(tree.hand_written().map(|(path, _)| path).collect::<Vec<_>>(), ["a/src/lib.rs"]);
        assert_eq!(tree.generated().map(|(path, _)| path).collect::<Vec<_>>(), ["a/src/out.rs"]);
    }
}
