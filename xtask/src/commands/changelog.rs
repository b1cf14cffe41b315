//! `cargo xtask changelog`: its options, its work and its output.

use super::diff::{OLD, input};
use super::locations::{DocsSrc, Location};
use crate::changelog::{self, CHANGELOG};
use crate::counts::Counts;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::diff::entry::Entry;
use crate::diff::{Totals, compare};
use crate::messages::Messages;
use crate::model::Service;
use crate::report::Report;
use crate::workspace;
use crate::write::{FileChange, Plan};
use clap::Args;
use std::fs;
use std::path::Path;

/// The options of `changelog`.
#[derive(Debug, Args)]
pub struct ChangelogArgs {
    /// The old state: a directory of pages, a file that `export` has printed, or a git revision of this repository.
    #[arg(value_name = "OLD", default_value = OLD)]
    old: String,
    #[command(flatten)]
    docs_src: DocsSrc,
    /// Writes nothing, and fails if the numbers in a README differ from those of the pages. The changelog is not
    /// checked.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    messages: Messages,
}

impl ChangelogArgs {
    /// Writes the numbers and the entry, or checks the numbers. Returns true on success.
    #[must_use]
    pub fn run(&self) -> bool {
        match self.changes() {
            Ok(changes) if self.check => {
                for change in &changes {
                    let message = format!(
                        "{}: the numbers differ from those of the pages: run `cargo xtask changelog`",
                        change.shown
                    );
                    self.messages.print_line(Severity::Error, &message);
                }
                changes.is_empty()
            }
            Ok(changes) => {
                let names: Vec<_> = changes.iter().map(|change| change.shown.clone()).collect();
                if let Err(error) = (Plan { changes, ..Plan::default() }).apply() {
                    self.messages.print(&Report::from(*error), "written");
                    return false;
                }
                let names = if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
                anstream::println!("{names} changed");
                true
            }
            Err(reports) => {
                for report in reports {
                    self.messages.print(&report, "written");
                }
                false
            }
        }
    }

    /// Returns the required changes of files.
    fn changes(&self) -> Result<Vec<FileChange>, Vec<Report>> {
        let one = |error: Box<Diagnostic>| vec![Report::from(*error)];
        let root = workspace::root().map_err(one)?;
        let Location { path, shown } = self.docs_src.location().map_err(one)?;
        let progress = self.messages.progress();
        let (report, new) = input::pages(&path, &shown, progress);
        let new = new.ok_or_else(|| vec![report])?;
        let edition = changelog::edition(&new);
        let mut changes = Vec::new();
        let mut wrong = Vec::new();
        // `docs-src/README.md` states numbers of the repository's own pages only.
        let is_own = same_directory(&path, &root.join("docs-src"));
        let blocks = changelog::blocks(edition, &new);
        for blocks in blocks.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((file, _)) = blocks.first().filter(|(file, _)| is_own || !file.starts_with("docs-src/")) else {
                continue;
            };
            let written =
                |text: &str| blocks.iter().try_fold(text.to_owned(), |text, (_, block)| block.write_into(&text));
            match edit(&root, file, |text| written(text).map_err(|error| error.to_string())) {
                Ok(change) => changes.extend(change),
                Err(error) => wrong.push(Report::from(*error)),
            }
        }
        if !self.check {
            let (report, old) = input::load(&self.old, progress);
            let entry = old.map(|old| entry(&old, &new));
            match entry {
                Some(Some(entry)) => match edit(&root, CHANGELOG, |text| Ok(changelog::with_entry(text, &entry))) {
                    Ok(change) => changes.extend(change),
                    Err(error) => wrong.push(Report::from(*error)),
                },
                // Without changes, the changelog gets no entry.
                Some(None) => {}
                None => wrong.push(report),
            }
        }
        if wrong.is_empty() { Ok(changes) } else { Err(wrong) }
    }
}

fn same_directory(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Returns the entry about the changes from one state to another, or `None` if there are no changes.
fn entry(old: &[Service], new: &[Service]) -> Option<String> {
    let diff = compare(old, new);
    let entry = Entry {
        edition: changelog::edition(new),
        counts: Counts::from_services(0, new),
        diff: &diff,
        totals: &Totals::new(old, new, 0),
    };
    (!diff.is_empty()).then(|| entry.to_string())
}

/// Applies `edited` to the content of a file of the workspace, and returns the resulting change, if there is one.
fn edit(
    root: &Path,
    file: &str,
    edited: impl Fn(&str) -> Result<String, String>,
) -> Result<Option<FileChange>, Box<Diagnostic>> {
    let path = root.join(file);
    let failure = |code, message: String, help: &str| {
        Box::new(Diagnostic::error(code, message, Place::Path(file.to_owned())).help(help))
    };
    let text = fs::read_to_string(&path).map_err(|error| {
        failure(Code::CannotRead, format!("cannot read the file: {error}"), "restore it, for instance from git")
    })?;
    // Git may have converted the line endings to CRLF.
    let old = text.replace("\r\n", "\n");
    let new = edited(&old)
        .map_err(|message| failure(Code::BadBlock, message, "restore the comments, for instance from git"))?;
    Ok((new != old).then(|| FileChange { path, shown: file.to_owned(), old: Some(text.into_bytes()), new: Some(new) }))
}
