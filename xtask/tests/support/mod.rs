//! Helpers of all tests: running the command, and inspecting directories.

#![allow(dead_code, unreachable_pub, reason = "each test crate uses some of the items")]
#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

#[cfg(feature = "sync")]
pub mod server;
#[cfg(feature = "sync")]
pub mod site;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use xtask::diagnostic::Code;

/// The output and the exit status of a command.
pub struct Run {
    /// The exit status.
    pub status: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// Runs `xtask` in a directory, outside of cargo.
pub fn xtask(folder: &Path, arguments: &[&str]) -> Run {
    xtask_where(&[], folder, arguments)
}

/// Runs `xtask` with additional environment variables.
pub fn xtask_where(variables: &[(&str, &str)], folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    for variable in ["CARGO_MANIFEST_DIR", "CLICOLOR", "CLICOLOR_FORCE", "NO_COLOR"] {
        command.env_remove(variable);
    }
    let output = command.args(arguments).current_dir(folder).envs(variables.iter().copied()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Returns the code that a fixture tests: the longest code with which its name begins.
pub fn rule(fixture: &str) -> Option<Code> {
    Code::ALL.iter().copied().filter(|code| fixture.starts_with(code.name())).max_by_key(|code| code.name().len())
}

/// Returns a directory of fixtures.
pub fn fixtures(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind)
}

/// Returns the directories in a directory, sorted by name.
pub fn folders(path: &Path) -> Vec<(String, PathBuf)> {
    let mut folders: Vec<_> = path
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path))
        .collect();
    folders.sort();
    folders
}

/// Returns every file below a directory: its path, with `/`, and its contents.
pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    walk(root).into_iter().map(|(name, path)| (name, std::fs::read(path).unwrap())).collect()
}

/// Returns every file below a directory with its modification time.
pub fn times(root: &Path) -> BTreeMap<String, SystemTime> {
    walk(root).into_iter().map(|(name, path)| (name, path.metadata().unwrap().modified().unwrap())).collect()
}

fn walk(root: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = folder.read_dir() else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                found.push((name, path));
            }
        }
    }
    found
}

/// Copies every file below a directory.
pub fn copy(from: &Path, to: &Path) {
    for (name, text) in tree(from) {
        let path = to.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}
