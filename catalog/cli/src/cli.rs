//! Parses the command line, and declares the subcommands and the top-level help.

use std::{
    env,
    io::{self, IsTerminal as _},
    path::PathBuf,
};

use catalog::policy::files::Escaped;
use clap::{CommandFactory as _, Parser, Subcommand, error::ErrorKind};

use crate::{
    color::Color,
    commands::{
        completions::CompletionsArguments, expand::ExpandArguments, shrink::ShrinkArguments,
        who_needs::WhoNeedsArguments,
    },
    evaluate::EvaluateArguments,
    explain::ExplainArguments,
    lint::{LintArguments, STDIN},
    test::TestArguments,
};

/// Checks IAM policies, and answers questions about the actions, resource types and condition keys of AWS.
///
/// The answers come from AWS's service authorization reference, which is part of this program. It needs no network and
/// no credentials.
#[derive(Debug, Parser)]
#[command(name = "catalog", version, arg_required_else_help = true, after_help = AFTER_HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Whether the output has colors: `auto`, `always` or `never`. With `auto`, only terminals get colors, unless
    /// `NO_COLOR` or `CLICOLOR_FORCE` is set.
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    #[arg(hide_possible_values = true, display_order = 900)]
    color: Color,
}

const AFTER_HELP: &str = "\
Examples:
  catalog lint policies
  catalog explain ses:SendEmail
  catalog expand 's3:Get*'

`catalog help COMMAND` describes a command and shows an example.";

/// A subcommand with its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Checks IAM policies in JSON and YAML files, and in CloudFormation templates.
    Lint(LintArguments),
    /// Explains a finding, an action, a resource type, a condition key, an API operation or a pattern.
    Explain(ExplainArguments),
    /// Decides whether AWS would allow the request of a scenario, and explains the decision.
    Evaluate(EvaluateArguments),
    /// Runs scenarios as unit tests of policies.
    Test(TestArguments),
    /// Lists the actions that patterns match, grouped by access level.
    Expand(ExpandArguments),
    /// Finds patterns that match exactly the given actions and are never longer than the given list.
    Shrink(ShrinkArguments),
    /// Lists the actions that accept a resource type, those that require it first.
    WhoNeeds(WhoNeedsArguments),
    /// Prints the month of the reference that the answers come from, and the services with older data.
    #[command(after_help = "Example:\n  catalog editions")]
    Editions,
    /// Prints a script that completes the arguments of this command in a shell.
    Completions(CompletionsArguments),
}

/// Parses the command line. Help and errors about the arguments are printed, and end the process.
pub(crate) fn parse() -> Command {
    let Arguments { mut command, color } = arguments();
    color.set();
    if let Command::Lint(lint) = &mut command
        && lint.files.is_empty()
        && !lint.list
    {
        if io::stdin().is_terminal() {
            refuse("lint", "missing FILE: pass a file or directory, or pipe a policy to standard input");
        }
        lint.files.push(PathBuf::from(STDIN));
    }
    command
}

/// Parses the arguments. An error about them shows their invisible characters escaped, because an argument can be the
/// name of a file that someone else chose.
fn arguments() -> Arguments {
    let given: Vec<_> = env::args_os().collect();
    let error = match Arguments::try_parse_from(&given) {
        Ok(arguments) => return arguments,
        Err(error) => error,
    };
    // Parsing the escaped arguments gives the same error with escaped names.
    let escaped = given.iter().map(|argument| Escaped(&argument.to_string_lossy()).to_string());
    match Arguments::try_parse_from(escaped) {
        Err(shown) if shown.kind() == error.kind() => shown.exit(),
        _ => error.exit(),
    }
}

/// Returns the command line with all subcommands and arguments.
pub(crate) fn command() -> clap::Command {
    Arguments::command()
}

/// Prints an error with the usage of a subcommand, and ends the process.
fn refuse(subcommand: &str, message: &str) -> ! {
    let mut all = Arguments::command();
    // This sets the name with which the usage line of the subcommand begins.
    all.build();
    let found = all.find_subcommand_mut(subcommand).map(|found| found.clone());
    found.unwrap_or(all).error(ErrorKind::MissingRequiredArgument, message).exit()
}
