//! `cargo xtask regen`: its options, and what it prints.

use super::locations::{DocsSrc, Location, shown};
use crate::counts::Counts;
use crate::diagnostic::{Diagnostic, Severity};
use crate::messages::{ChangedFile, End, Messages};
use crate::regen::{self, PlanOptions};
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
    /// The workspace root to write into; by default the one this command belongs to.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Writes nothing; fails and names the files if any is stale, missing or left over.
    #[arg(long)]
    check: bool,
    /// Writes although this is lost: `<service>:<kind>` or `<kind>`, as the error names it. Can be repeated.
    #[arg(long, value_name = "LOSS", conflicts_with = "check")]
    accept_loss: Vec<String>,
    /// Also says for each page how many rows of each kind its text shows and how many have been read.
    #[arg(long)]
    counts: bool,
    #[command(flatten)]
    messages: Messages,
}

impl RegenArgs {
    /// Generates, and prints what was found. Returns true if the files are what the pages give.
    #[must_use]
    pub fn run(&self) -> bool {
        let start = Instant::now();
        let mut leftovers = Leftovers::default();
        let (mut report, planned) = match self.locations() {
            Ok((docs_src, out)) => {
                let leftovers_of = if self.check { Leftovers::find } else { Leftovers::sweep };
                leftovers = leftovers_of(&out.path, &out.shown);
                let options = PlanOptions {
                    docs_src: &docs_src.path,
                    docs_src_shown: &docs_src.shown,
                    out: &out.path,
                    out_shown: &out.shown,
                    accept_loss: (!self.check).then_some(&self.accept_loss),
                };
                regen::plan(options, self.messages.progress())
            }
            Err(error) => (Report::from(*error), None),
        };
        let mut planned = planned.filter(|_| !self.messages.refuses(&report));
        if let Some((_, plan)) = &planned
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

        let (counts, plan) = planned.unzip();
        let changes = plan.map_or_else(Vec::new, |plan| plan.changes);
        let changes: Vec<_> =
            changes.iter().map(|change| ChangedFile { file: &change.shown, state: change.state() }).collect();
        let ok = counts.is_some() && (!self.check || changes.is_empty());
        self.messages.print_end(&report, &End { ok, counts, changes: &changes, leftovers });
        if let (Some(counts), true) = (counts, self.messages.is_human()) {
            // Ignore write errors: the reader has closed the stream.
            let _ = if self.counts { page_counts(&report) } else { Ok(()) };
            let _ = if ok { summary(counts, changes.len(), start) } else { self.differences(&changes) };
        }
        ok
    }

    /// Returns where to read, and where to write.
    fn locations(&self) -> Result<(Location, Location), Box<Diagnostic>> {
        let out = Location::output(self.out.as_deref())?;
        Ok((self.docs_src.location()?, out))
    }

    /// Names the files that are not what they should be, and the command that would make them so.
    fn differences(&self, changes: &[ChangedFile<'_>]) -> io::Result<()> {
        for ChangedFile { file, state } in changes {
            writeln!(anstream::stderr().lock(), "{state}: {file}")?;
        }
        let options = [("--docs-src", &self.docs_src.docs_src), ("--out", &self.out)];
        let given = options.into_iter().filter_map(|(name, value)| Some(format!(" {name} {}", shown(value.as_ref()?))));
        let command: String = std::iter::once("cargo xtask regen".to_owned()).chain(given).collect();
        let files = if changes.len() == 1 { "1 file is" } else { &format!("{} files are", changes.len()) };
        let message = format!("{files} not what the pages give; run `{command}`");
        self.messages.print_line(Severity::Error, &message);
        Ok(())
    }
}

/// Says what each page holds, in order of their names.
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

/// Says what the pages hold, and what has become of it.
fn summary(counts: Counts, changed: usize, start: Instant) -> io::Result<()> {
    let files = if changed == 1 { "1 file" } else { &format!("{changed} files") };
    writeln!(anstream::stdout().lock(), "{counts}; {files} changed in {} ms", start.elapsed().as_millis())
}
