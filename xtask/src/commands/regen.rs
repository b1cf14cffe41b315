//! `cargo xtask regen`: its options and its output.

use super::locations::{DocsSrc, Location, shown};
use super::this_month::this_month;
use crate::counts::Counts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::diff::Totals;
use crate::facts::FactFile;
use crate::messages::{ChangedFile, End, Messages};
use crate::read;
use crate::regen::{self, Asked, Consent, PlanOptions, Planned, PlannedChanges};
use crate::report::Report;
use crate::write::Leftovers;
use clap::Args;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::time::Instant;

/// The options of `regen`.
#[derive(Debug, Args)]
pub struct RegenArgs {
    #[command(flatten)]
    docs_src: DocsSrc,
    /// The workspace root to write into. The default is the workspace of this command.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Writes nothing, and fails if any file is stale, missing or left over.
    #[arg(long)]
    check: bool,
    /// Accepts a loss: `<service>:<kind>` or `<kind>`, as in the error message. Can be repeated.
    #[arg(long, value_name = "LOSS", conflicts_with = "check")]
    accept_loss: Vec<String>,
    /// Accepts a change: `<service>:<kind>`, `<kind>`, `edition`, `<page>:edition`, `<page>:copy`, `<page>:older-page`
    /// or another value, as in the error message. Can be repeated.
    #[arg(long, value_name = "CHANGE", conflicts_with = "check")]
    accept_change: Vec<String>,
    /// Also prints, for each page, how many rows of each kind its source has and how many have been read.
    #[arg(long)]
    counts: bool,
    #[command(flatten)]
    messages: Messages,
}

impl RegenArgs {
    /// Generates or checks the files and prints the diagnostics. Returns true if the files now match the pages.
    #[must_use]
    pub fn run(&self) -> bool {
        let start = Instant::now();
        let mut leftovers = Leftovers::default();
        let Planned { mut report, asked, plan } = match self.locations() {
            Ok((docs_src, out)) => {
                let leftovers_of = if self.check { Leftovers::find } else { Leftovers::sweep };
                leftovers = leftovers_of(&out.path, &out.shown);
                for (directory, shown) in history_directories(&docs_src) {
                    let leftovers_of =
                        if self.check { Leftovers::find_in_directory } else { Leftovers::sweep_directory };
                    leftovers.add(leftovers_of(&directory, &shown));
                }
                let options = PlanOptions {
                    docs_src: &docs_src.path,
                    docs_src_shown: &docs_src.shown,
                    out: &out.path,
                    out_shown: &out.shown,
                    // A check needs no consent, and so does not depend on the clock.
                    consent: (!self.check).then(|| self.given()),
                    is_continued: !leftovers.files.is_empty(),
                };
                regen::plan(options, self.messages.progress())
            }
            Err(error) => Planned { report: Report::from(*error), ..Planned::default() },
        };
        let mut planned = plan.filter(|_| !self.messages.refuses(&report));
        if let Some(PlannedChanges { plan, .. }) = &planned
            && !self.check
            && let Err(error) = plan.apply()
        {
            report.found.push(*error);
            planned = None;
        }
        if let Some(message) = leftovers.message() {
            self.messages.print_line(Severity::Warning, &message);
        }
        self.messages.print(&report, if self.check { "checked" } else { "written" });

        let counts = planned.as_ref().map(|planned| planned.counts);
        let changes = planned.iter().flat_map(|planned| &planned.plan.changes);
        let changes: Vec<_> =
            changes.map(|change| ChangedFile { file: &change.shown, state: change.state() }).collect();
        let ok = planned.is_some() && (!self.check || changes.is_empty());
        let totals = planned.as_ref().map(|planned| &planned.totals);
        let (losses, changes_to_accept) = (asked.losses.as_slice(), asked.changes.as_slice());
        let end = End { ok, counts, changes: &changes, totals, losses, changes_to_accept, leftovers, ..End::default() };
        self.messages.print_end(&report, &end);
        if !self.messages.is_human() {
            return ok;
        }
        // Ignore write errors: the reader has closed the stream.
        let _ = match &planned {
            Some(PlannedChanges { counts, totals, history, .. }) => {
                let pages = if self.counts { page_counts(&report) } else { Ok(()) };
                let meaning = (!changes.is_empty()).then_some(totals);
                pages.and_then(|()| {
                    if !ok {
                        return self.differences(&changes);
                    }
                    summary(*counts, changes.len(), history, meaning, start)
                })
            }
            None => self.consent(&report, &asked),
        };
        ok
    }

    /// Returns the directory of pages and the workspace root to write into.
    fn locations(&self) -> Result<(Location, Location), Box<Diagnostic>> {
        let out = Location::output(self.out.as_deref())?;
        Ok((self.docs_src.location()?, out))
    }

    /// Prints the files that differ from the expected ones, and the command that updates them.
    fn differences(&self, changes: &[ChangedFile<'_>]) -> io::Result<()> {
        for ChangedFile { file, state } in changes {
            writeln!(anstream::stderr().lock(), "{state}: {file}")?;
        }
        let command = self.command();
        let files = if changes.len() == 1 { "1 file does" } else { &format!("{} files do", changes.len()) };
        let message = format!("{files} not match the pages: run `{command}`");
        self.messages.print_line(Severity::Error, &message);
        Ok(())
    }

    /// Returns the consent that the command line gives.
    fn given(&self) -> Consent<'_> {
        Consent { losses: &self.accept_loss, changes: &self.accept_change, this_month: Some(this_month()) }
    }

    /// Prints the command that accepts every loss and change.
    fn consent(&self, report: &Report, Asked { losses, changes }: &Asked) -> io::Result<()> {
        let accepted = |flags: &[String], given: &[String]| flags.iter().all(|flag| given.contains(flag));
        if accepted(losses, &self.accept_loss) && accepted(changes, &self.accept_change) {
            return Ok(());
        }
        let loss_flags = losses.iter().map(|loss| format!(" --accept-loss {}", quoted(loss)));
        let change_flags = changes.iter().map(|change| format!(" --accept-change {}", quoted(change)));
        let command: String = std::iter::once(self.command()).chain(loss_flags).chain(change_flags).collect();
        let others = report.found.iter().any(|found| found.is_error() && !is_question(found));
        let when = if others { "once the other errors are fixed, this" } else { "this" };
        let what = match (losses.is_empty(), changes.is_empty()) {
            (_, true) => "loss",
            (true, false) => "change",
            (false, false) => "loss and change",
        };
        writeln!(anstream::stderr().lock(), "help: {when} command accepts every {what}:\n{command}")
    }

    /// Returns the command with the directories that the user has named.
    fn command(&self) -> String {
        let options = [("--docs-src", &self.docs_src.docs_src), ("--out", &self.out)];
        let named = options
            .into_iter()
            .filter_map(|(name, value)| Some(format!(" {name} {}", quoted(&shown(value.as_ref()?)))));
        std::iter::once("cargo xtask regen".to_owned()).chain(named).collect()
    }
}

/// Returns true if the user can accept the loss or change that the error reports.
fn is_question(found: &Diagnostic) -> bool {
    matches!(
        found.code,
        Code::Loss | Code::NotReadBack | Code::ValueChange | Code::EditionChange | Code::CopiedPage | Code::OlderPage
    )
}

/// Returns the directories of the files that record names of earlier months.
fn history_directories(docs_src: &Location) -> [(PathBuf, String); 2] {
    let Location { path, shown } = docs_src;
    let facts = (path.join(FactFile::DIRECTORY), read::join(shown, FactFile::DIRECTORY));
    [(path.clone(), shown.clone()), facts]
}

/// Quotes a word for a shell, if necessary.
fn quoted(word: &str) -> String {
    // A backslash separates the parts of a path on Windows, and is an escape character elsewhere.
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:@%+,=".contains(c) || cfg!(windows) && c == '\\';
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Prints the numbers of rows of each page, in order of the names of the pages.
fn page_counts(report: &Report) -> io::Result<()> {
    let mut pages: Vec<_> = report
        .row_totals
        .iter()
        .filter_map(|(file, totals)| Some((&report.folder.sources.get(*file)?.name, totals)))
        .collect();
    pages.sort_by_key(|(name, _)| *name);
    let mut out = anstream::stdout().lock();
    pages.into_iter().try_for_each(|(name, totals)| writeln!(out, "{name}: {totals}"))
}

/// Prints a summary: the contents of the pages, the number of changed files, and the changes of the history.
///
/// If a file has changed, the last line counts the changes in meaning, `totals`.
fn summary(
    counts: Counts,
    changed: usize,
    history: &[String],
    totals: Option<&Totals>,
    start: Instant,
) -> io::Result<()> {
    let files = if changed == 1 { "1 file" } else { &format!("{changed} files") };
    let mut out = anstream::stdout().lock();
    writeln!(out, "{counts}; {files} changed in {} ms", start.elapsed().as_millis())?;
    history.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    totals.map_or(Ok(()), |totals| writeln!(out, "{totals}"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_shell_takes_a_quoted_word_as_it_is() {
        assert_eq!(quoted("../pages/é-1.d"), "../pages/é-1.d");
        assert_eq!(quoted("my pages"), "'my pages'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!((quoted(""), quoted("$HOME")), ("''".to_owned(), "'$HOME'".to_owned()));
        assert_eq!(quoted(r"a\b"), if cfg!(windows) { r"a\b" } else { r"'a\b'" });
    }
}
