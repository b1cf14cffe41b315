//! `cargo xtask sync`: its options and its output.

use super::locations::shown;
use crate::diagnostic::Diagnostic;
use crate::messages::{End, Messages};
use crate::report::Report;
use crate::sync::{self, AWS, Address};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// The options of `sync`.
#[derive(Debug, Args)]
pub struct SyncArgs {
    /// The directory for the pages, which is created if it does not exist. The repository's own `docs-src` is refused.
    #[arg(long, value_name = "OUT")]
    docs_src: PathBuf,
    /// The address of the pages.
    #[arg(long, value_name = "URL", default_value = AWS, value_parser = Address::parse)]
    from: Address,
    /// Continues if a page cannot be fetched, and keeps the old page with its month.
    #[arg(long)]
    keep_going: bool,
    /// Removes the pages that AWS's list does not have, even if the list may have been misread.
    ///
    /// Without this option, it is an error if the list lacks a fifth or more of the pages in the directory. It is also
    /// an error if the list lacks any of these pages and cannot be compared with another list. The other lists are
    /// AWS's table of contents and sitemap. Each is used only if it has at least four fifths of the pages of the list.
    #[arg(long)]
    accept_removal: bool,
    #[command(flatten)]
    messages: Messages,
}

impl SyncArgs {
    /// Fetches the pages and prints the diagnostics. The exit status is 0 if the directory now contains AWS's pages.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        match sync::refuse(&self.docs_src, &shown(&self.docs_src)) {
            Some(error) => self.fail(error),
            None => self.fetch(),
        }
    }

    fn fail(&self, error: Diagnostic) -> ExitCode {
        let report = Report::from(error);
        self.messages.print(&report, "written");
        self.messages.print_end(&report, &End::default());
        ExitCode::FAILURE
    }

    /// Compiles this program with the HTTP client, and runs the same command again.
    #[cfg(not(feature = "sync"))]
    fn fetch(&self) -> ExitCode {
        use crate::diagnostic::{Code, Place};
        use std::process::Command;

        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(&cargo);
        command.arg("run");
        if !self.messages.is_human() {
            // With `--message-format json`, standard error must contain only JSON.
            command.arg("--quiet");
        }
        if let Some(directory) = std::env::var_os("CARGO_MANIFEST_DIR") {
            command.arg("--manifest-path").arg(PathBuf::from(directory).join("Cargo.toml"));
        }
        command.args(["--package", "xtask", "--features", "sync"]);
        if cfg!(windows) {
            // On Windows, a running program cannot be replaced.
            command.args(["--target-dir", "target/sync"]);
        }
        match command.arg("--").args(std::env::args_os().skip(1)).status() {
            Ok(status) => {
                status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from)
            }
            Err(error) => {
                let message = format!("cannot run cargo to compile the HTTP client: {error}");
                let help = "run `cargo xtask sync`, or compile `xtask` with `--features sync`";
                self.fail(Diagnostic::error(Code::NoClient, message, Place::Path(shown(cargo.as_ref()))).help(help))
            }
        }
    }

    #[cfg(feature = "sync")]
    fn fetch(&self) -> ExitCode {
        use super::this_month::this_month;
        use crate::diagnostic::Severity;
        use crate::messages::ChangedFile;
        use crate::sync::{Client, Fetcher, Limits, Retries, Sync, SyncOptions};
        use crate::write::Leftovers;

        let output_shown = shown(&self.docs_src);
        let leftovers = Leftovers::sweep_directory(&self.docs_src, &output_shown);
        let client = Client::new(Limits::default());
        let fetcher = Fetcher { transport: &client, retries: Retries::default(), pause: &std::thread::sleep };
        let options = SyncOptions {
            output: self.docs_src.clone(),
            output_shown,
            from: self.from.clone(),
            month: this_month(),
            keep_going: self.keep_going,
            accept_removal: self.accept_removal,
        };
        let (mut report, sync) = sync::run(&options, fetcher, self.messages.progress());
        let mut sync = sync.filter(|_| !self.messages.refuses(&report));
        if let Some(Sync { plan, .. }) = &sync
            && let Err(error) = plan.apply_to("--docs-src OUT")
        {
            report.found.push(*error);
            sync = None;
        }
        if let Some(message) = leftovers.message() {
            self.messages.print_line(Severity::Warning, &message);
        }
        self.messages.print(&report, "written");
        let steps = sync.iter().flat_map(|sync| sync.plan.steps());
        let changes: Vec<_> = steps.map(|change| ChangedFile { file: &change.shown, state: change.state() }).collect();
        let synced = sync.as_ref().map(|sync| sync.totals);
        let end = End { ok: sync.is_some(), changes: &changes, leftovers, synced, ..End::default() };
        self.messages.print_end(&report, &end);
        if let (Some(sync), true) = (&sync, self.messages.is_human()) {
            // Ignore write errors: the reader has closed the stream.
            let _ = summary(sync, &options.output_shown);
        }
        if sync.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Prints the numbers of pages that were fetched and removed, and the next command to run.
#[cfg(feature = "sync")]
fn summary(sync: &sync::Sync, output: &str) -> std::io::Result<()> {
    use std::io::Write as _;

    let mut out = anstream::stdout().lock();
    let crate::messages::PageTotals { fetched, unchanged, removed, kept } = sync.totals;
    let pages = sync.totals.pages();
    writeln!(out, "{pages} pages: {fetched} new or changed, {unchanged} unchanged, {kept} kept; {removed} removed")?;
    if removed > 0 {
        let (names, others) = sync.removed(5);
        let others = if others > 0 { format!(" and {others} more") } else { String::new() };
        writeln!(out, "removed: {}{others}", names.join(", "))?;
        writeln!(out, "the next `cargo xtask regen` records the names that are only on removed pages as retired")?;
    }
    writeln!(out, "next: cargo xtask regen --docs-src {output}")
}
