//! Finds the workspace in which a command runs.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::printable::printable;
use std::path::{Path, PathBuf};

/// Returns the root of the workspace that contains the manifest that cargo runs, or otherwise the current directory.
///
/// # Errors
///
/// Returns an error if neither of them is inside a workspace.
pub fn root() -> Result<PathBuf, Box<Diagnostic>> {
    let here = std::env::current_dir().unwrap_or_default();
    let start = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| here.clone(), PathBuf::from);
    let is_root = |folder: &&Path| {
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml"));
        manifest.is_ok_and(|text| text.lines().any(|line| line.trim() == "[workspace]"))
    };
    start.ancestors().chain(here.ancestors()).find(is_root).map(Path::to_owned).ok_or_else(|| {
        let message = "the directory is not in a Cargo workspace";
        let help = "run the command inside the workspace, or give both `--docs-src DIR` and `--out DIR`";
        Box::new(
            Diagnostic::error(Code::NoWorkspace, message, Place::Path(printable(here.as_os_str()).into_owned()))
                .help(help),
        )
    })
}
