//! The directories that a command reads and writes, each with the path that messages show.

use crate::diagnostic::Diagnostic;
use crate::printable::printable;
use crate::workspace;
use clap::Args;
use std::path::{Path, PathBuf};

/// The option that names the directory of pages.
#[derive(Debug, Args)]
pub(super) struct DocsSrc {
    /// The directory of pages. The default is the workspace's `docs-src`.
    #[arg(long, value_name = "DIR")]
    pub(super) docs_src: Option<PathBuf>,
}

/// A directory, and the path that messages show.
pub(super) struct Location {
    pub(super) path: PathBuf,
    pub(super) shown: String,
}

impl Location {
    /// Returns the workspace root to write into: `named`, or the workspace of this command.
    pub(super) fn output(named: Option<&Path>) -> Result<Self, Box<Diagnostic>> {
        Ok(match named {
            Some(out) => Self { path: out.to_owned(), shown: shown(out) },
            None => Self { path: workspace::root()?, shown: String::new() },
        })
    }
}

impl DocsSrc {
    /// Returns the directory of pages.
    pub(super) fn location(&self) -> Result<Location, Box<Diagnostic>> {
        match &self.docs_src {
            Some(folder) => Ok(Location { path: folder.clone(), shown: shown(folder) }),
            None => Ok(Location { path: workspace::root()?.join("docs-src"), shown: "docs-src".to_owned() }),
        }
    }
}

/// Returns a path as the user wrote it, escaped for a terminal.
pub(super) fn shown(path: &Path) -> String {
    printable(path.as_os_str()).into_owned()
}
