//! Prints the messages of a run, for people and for tools, and defines the options for them.

use crate::counts::Counts;
use crate::diagnostic::{self, Color, Json, Quota, Severity};
use crate::diff::Totals;
use crate::progress::Progress;
use crate::report::{Limits, Report, Shortened};
use crate::write::Leftovers;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{self, Write};

/// The limits on messages that are printed for people. Further messages are only counted.
///
/// Each message quotes a line, which can be as long as the page. So a message for every cell would take quadratic time.
const LIMITS: Limits = Limits { warnings_of_code: 5, errors_of_file: 100 };

/// The options for messages. Every command has them.
#[derive(Clone, Copy, Debug, Args)]
pub struct Messages {
    /// The format of messages.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
    /// Prints every warning, not only the first five of each code.
    #[arg(long)]
    all_warnings: bool,
    /// Fails and writes nothing if there are warnings.
    #[arg(long)]
    deny_warnings: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    /// For people.
    Human,
    /// For tools: one JSON object per line on standard error. The last one is a summary.
    Json,
}

/// The result of a run, without its report.
#[derive(Clone, Debug, Default)]
pub struct End<'a> {
    /// Whether the run succeeded.
    pub ok: bool,
    /// The counts of the pages' contents, or `None` if the run failed.
    pub counts: Option<Counts>,
    /// The files that `regen` changed or, under `--check`, would change.
    pub changes: &'a [ChangedFile<'a>],
    /// The changes in meaning, or `None` if the run failed.
    pub totals: Option<&'a Totals>,
    /// The value of `--accept-loss` for each loss.
    pub losses: &'a [String],
    /// The value of `--accept-change` for each change.
    pub changes_to_accept: &'a [String],
    /// The temporary files that an interrupted run left.
    pub leftovers: Leftovers,
    /// The number of pages that `sync` fetched, kept and removed.
    pub synced: Option<PageTotals>,
}

/// The numbers of pages in a directory, by the action that `sync` took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PageTotals {
    /// New pages, and pages whose content has changed.
    pub fetched: usize,
    /// Pages that the server confirmed or sent unchanged.
    pub unchanged: usize,
    /// Pages that were removed because AWS no longer has them.
    pub removed: usize,
    /// Pages that stay because they could not be fetched.
    pub kept: usize,
}

impl PageTotals {
    /// Returns the number of pages that AWS's list has.
    #[must_use]
    pub fn pages(self) -> usize {
        self.fetched.saturating_add(self.unchanged).saturating_add(self.kept)
    }
}

/// The last object of the messages for tools.
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
    /// The number of pages in the directory.
    pages: usize,
    /// The number of pages that have messages.
    pages_with_messages: usize,
    /// The counts of the pages' contents, or `null` if the run failed.
    counts: Option<Counts>,
    /// The files that `regen` changed or, under `--check`, would change.
    changes: &'a [ChangedFile<'a>],
    /// The changes in meaning, or `null` if the run failed.
    meaning: Option<&'a Totals>,
    /// The values of `--accept-loss` that the run needs.
    accept_loss: &'a [String],
    /// The values of `--accept-change` that the run needs.
    accept_change: &'a [String],
    /// The temporary files that an interrupted run left.
    leftovers: &'a [String],
    /// Whether these files were removed.
    leftovers_removed: bool,
    /// The number of pages that `sync` fetched, kept and removed. Other commands do not print this field.
    #[serde(skip_serializing_if = "Option::is_none")]
    synced: Option<PageTotals>,
}

/// A generated file that does not match the pages: before the run or, under `--check`, still.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ChangedFile<'a> {
    /// The file.
    pub file: &'a str,
    /// The reason for the change, in one word.
    pub state: &'static str,
}

impl Messages {
    /// Returns the mode of progress bars: shown to people, and hidden from tools.
    #[must_use]
    pub fn progress(self) -> Progress {
        if self.is_human() { Progress::Shown } else { Progress::Hidden }
    }

    /// Returns true if the messages are for people and not for tools.
    #[must_use]
    pub fn is_human(self) -> bool {
        self.message_format == MessageFormat::Human
    }

    /// Returns true if the messages of the report forbid writing.
    #[must_use]
    pub fn refuses(self, report: &Report) -> bool {
        report.errors() > 0 || self.deny_warnings && report.warnings() > 0
    }

    /// Prints the messages of a report and, for people, a line that sums them up. `nothing` is the verb for the work
    /// that a failed run does not do, such as `written`.
    pub fn print(self, report: &Report, nothing: &str) {
        // Ignore write errors: the reader has closed standard error.
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
        // The stream removes the colors where they are not supported.
        let color = Color::Terminal;
        let warnings_of_code = if self.all_warnings { usize::MAX } else { LIMITS.warnings_of_code };
        let Shortened { shown, more_warnings, more_errors } = report.shortened(Limits { warnings_of_code, ..LIMITS });
        let mut quota = Quota::default();
        for found in shown {
            writeln!(out, "{}\n", diagnostic::render_within(found, &report.folder.sources, color, &mut quota))?;
        }
        for (code, count) in more_warnings {
            let message = format!("{count} more warnings of this kind: `--all-warnings` prints them");
            writeln!(out, "{}", diagnostic::line(Severity::Warning, Some(code), &message, color))?;
        }
        for (file, count) in more_errors {
            let path = report.folder.sources.get(file).map_or("", |source| &source.path);
            let errors = if count == 1 { "error" } else { "errors" };
            let message = format!("{count} more {errors} in {path}: `--message-format json` prints them");
            writeln!(out, "{}", diagnostic::line(Severity::Error, None, &message, color))?;
        }
        let summary = report.summary();
        let (severity, message) = match (report.errors(), self.deny_warnings) {
            (0, false) => (Severity::Warning, summary),
            (0, true) => (Severity::Error, format!("{summary}; nothing was {nothing} because warnings are denied")),
            _ => (Severity::Error, format!("{summary}; nothing was {nothing}")),
        };
        writeln!(out, "{}", diagnostic::line(severity, None, &message, color))
    }

    /// Prints a line about the whole run for people.
    pub fn print_line(self, severity: Severity, message: &str) {
        if self.is_human() {
            // Ignore write errors: the reader has closed the stream.
            let line = diagnostic::line(severity, None, message, Color::Terminal);
            let _ = writeln!(anstream::stderr().lock(), "{line}");
        }
    }

    /// Prints the result of the run for tools.
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

/// Prints a line of JSON.
fn json(value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    io::stderr().lock().write_all(&line)
}
