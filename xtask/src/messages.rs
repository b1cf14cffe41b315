//! The output of a command about its run: the options for it, and the printing, for people and for tools.

use crate::counts::Counts;
use crate::diagnostic::{self, Color, Json, Quota, Severity};
use crate::diff::Totals;
use crate::progress::Progress;
use crate::report::{Limits, Report, Shortened};
use crate::write::Leftovers;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{self, Write};

/// The numbers of messages that are printed for people; the others are only counted.
///
/// Each message quotes a line, which can be as long as the page, so that a message for every cell would take quadratic time.
const LIMITS: Limits = Limits { warnings_of_code: 5, errors_of_file: 100 };

/// The options for messages, which every command has.
#[derive(Clone, Copy, Debug, Args)]
pub struct Messages {
    /// How to print messages.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
    /// Prints every warning, and not only the first five of a code.
    #[arg(long)]
    all_warnings: bool,
    /// Fails if there are warnings, with nothing written.
    #[arg(long)]
    deny_warnings: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    /// For people.
    Human,
    /// For tools: a JSON object a line, on standard error; the last one sums up.
    Json,
}

/// The end of a run, without its report.
#[derive(Clone, Debug, Default)]
pub struct End<'a> {
    /// Whether everything is as it should be.
    pub ok: bool,
    /// The numbers of things that the pages hold; none if the run has failed.
    pub counts: Option<Counts>,
    /// The files that `regen` has changed, or would have to.
    pub changes: &'a [ChangedFile<'a>],
    /// The changes in meaning; none if the run has failed.
    pub totals: Option<&'a Totals>,
    /// The value of `--accept-loss` for each loss.
    pub losses: &'a [String],
    /// The value of `--accept-change` for each change.
    pub changes_to_accept: &'a [String],
    /// The temporary files of an interrupted run.
    pub leftovers: Leftovers,
    /// The numbers of pages that `sync` has fetched and not.
    pub synced: Option<PageTotals>,
}

/// The numbers of pages in a directory, by what `sync` has done with them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PageTotals {
    /// New pages, and pages whose text has changed.
    pub fetched: usize,
    /// Pages that the server has confirmed or sent as they are.
    pub unchanged: usize,
    /// Pages that were removed because AWS no longer has them.
    pub removed: usize,
    /// Pages that stay because they could not be fetched.
    pub kept: usize,
}

impl PageTotals {
    /// Returns the number of pages of AWS's set.
    #[must_use]
    pub fn pages(self) -> usize {
        self.fetched.saturating_add(self.unchanged).saturating_add(self.kept)
    }
}

/// The object that ends the messages for tools.
#[derive(Debug, Serialize)]
struct LastObject<'a> {
    summary: Summary<'a>,
}

/// The outcome of a run.
#[derive(Debug, Serialize)]
struct Summary<'a> {
    ok: bool,
    errors: usize,
    warnings: usize,
    /// Pages in the folder, and those of them that a message is about.
    pages: usize,
    pages_with_messages: usize,
    /// The numbers of things that the pages hold; `null` if the run has failed.
    counts: Option<Counts>,
    /// The files that `regen` has changed, or would have to.
    changes: &'a [ChangedFile<'a>],
    /// The changes in meaning; `null` if the run has failed.
    meaning: Option<&'a Totals>,
    /// The values of `--accept-loss` that the run needs.
    accept_loss: &'a [String],
    /// The values of `--accept-change` that the run needs.
    accept_change: &'a [String],
    /// The temporary files that an interrupted run has left, and whether they have been removed.
    leftovers: &'a [String],
    leftovers_removed: bool,
    /// The numbers of pages that `sync` has fetched and not; other commands do not print them.
    #[serde(skip_serializing_if = "Option::is_none")]
    synced: Option<PageTotals>,
}

/// A generated file that is not what it should be, or was not.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ChangedFile<'a> {
    /// The file.
    pub file: &'a str,
    /// The reason for the change, in a word.
    pub state: &'static str,
}

impl Messages {
    /// Returns whether a run shows progress bars: people watch them, and tools do not.
    #[must_use]
    pub fn progress(self) -> Progress {
        if self.is_human() { Progress::Shown } else { Progress::Hidden }
    }

    /// Whether people are to read this, and not tools.
    #[must_use]
    pub fn is_human(self) -> bool {
        self.message_format == MessageFormat::Human
    }

    /// Whether nothing may be written after what was found.
    #[must_use]
    pub fn refuses(self, report: &Report) -> bool {
        report.errors() > 0 || self.deny_warnings && report.warnings() > 0
    }

    /// Prints what was found and, for people, a line that sums it up. `nothing` is what does not happen to anything
    /// when the run fails: `written`.
    pub fn print(self, report: &Report, nothing: &str) {
        // Nobody is left to be told when standard error is closed.
        let _ = match self.message_format {
            MessageFormat::Human => self.print_human(report, nothing, &mut anstream::stderr().lock()),
            MessageFormat::Json => {
                report.sorted().into_iter().try_for_each(|found| json(&Json::new(found, &report.folder.sources)))
            }
        };
    }

    fn print_human(self, report: &Report, nothing: &str, out: &mut impl Write) -> io::Result<()> {
        if report.found.is_empty() {
            return Ok(());
        }
        // The stream takes the colors out again where they cannot be seen.
        let color = Color::Terminal;
        let warnings_of_code = if self.all_warnings { usize::MAX } else { LIMITS.warnings_of_code };
        let Shortened { shown, more_warnings, more_errors } = report.shortened(Limits { warnings_of_code, ..LIMITS });
        let mut quota = Quota::default();
        for found in shown {
            writeln!(out, "{}\n", diagnostic::render_within(found, &report.folder.sources, color, &mut quota))?;
        }
        for (code, count) in more_warnings {
            let message = format!("{count} more of these; `--all-warnings` prints them");
            writeln!(out, "{}", diagnostic::line(Severity::Warning, Some(code), &message, color))?;
        }
        for (file, count) in more_errors {
            let path = report.folder.sources.get(file).map_or("", |source| &source.path);
            let errors = if count == 1 { "error" } else { "errors" };
            let message = format!("{count} more {errors} in {path}; `--message-format json` prints them");
            writeln!(out, "{}", diagnostic::line(Severity::Error, None, &message, color))?;
        }
        let summary = report.summary();
        let (severity, message) = match (report.errors(), self.deny_warnings) {
            (0, false) => (Severity::Warning, summary),
            (0, true) => (Severity::Error, format!("{summary}, and warnings are denied; nothing was {nothing}")),
            _ => (Severity::Error, format!("{summary}; nothing was {nothing}")),
        };
        writeln!(out, "{}", diagnostic::line(severity, None, &message, color))
    }

    /// Prints, for people, a line about the run as a whole.
    pub fn print_line(self, severity: Severity, message: &str) {
        if self.is_human() {
            // Ignore write errors: the reader has closed the stream.
            let line = diagnostic::line(severity, None, message, Color::Terminal);
            let _ = writeln!(anstream::stderr().lock(), "{line}");
        }
    }

    /// Prints, for tools, how the run has ended.
    pub fn print_end(self, report: &Report, end: &End<'_>) {
        if self.is_human() {
            return;
        }
        let summary = Summary {
            ok: end.ok,
            errors: report.errors(),
            warnings: report.warnings(),
            pages: report.folder.page_count,
            pages_with_messages: report.pages(),
            counts: end.counts,
            changes: end.changes,
            meaning: end.totals,
            accept_loss: end.losses,
            accept_change: end.changes_to_accept,
            leftovers: &end.leftovers.files,
            leftovers_removed: end.leftovers.removed,
            synced: end.synced,
        };
        let _ = json(&LastObject { summary });
    }
}

/// One line of JSON.
fn json(value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    io::stderr().lock().write_all(&line)
}
