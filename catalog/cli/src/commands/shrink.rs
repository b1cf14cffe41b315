//! `catalog shrink`: prints the shortest patterns that match exactly the given actions.

use std::{
    io::{self, BufRead as _},
    process::ExitCode,
};

use catalog::{ActionPattern, ActionSet, NameError};
use clap::Args;

use crate::console;

const AFTER_HELP: &str = "\
Examples:
  catalog shrink sqs:TagQueue sqs:UntagQueue
  catalog shrink < actions.txt

Exit status: 0, or 1 if a name is unknown, or 2 if no name is given";

/// The arguments of `catalog shrink`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct ShrinkArguments {
    /// Actions or patterns, such as `s3:GetObject` or `s3:Get*`. By default, they are read from standard input, one per
    /// line.
    ///
    /// Quotes around a line and a comma after it are ignored, so that a list can be copied from a policy.
    #[arg(value_name = "ACTION")]
    actions: Vec<String>,
}

/// Prints the patterns to standard output, and the number of characters they save to standard error.
pub(crate) fn run(arguments: ShrinkArguments) -> ExitCode {
    let mut lines = arguments.actions;
    if lines.is_empty() {
        match io::stdin().lock().lines().collect() {
            Ok(read) => lines = read,
            Err(error) => return console::fail([format_args!("standard input: {error}")]),
        }
    }
    let names: Vec<&str> = lines.iter().map(|line| bare(line)).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        console::error("missing ACTION: pass actions as arguments or on standard input");
        return ExitCode::from(2);
    }
    let (set, errors) = read(&names);
    if !errors.is_empty() {
        return console::fail(errors);
    }
    let patterns: Vec<String> = set.shrink().map(|pattern| pattern.to_string()).collect();
    let status = console::print(&patterns.iter().flat_map(|pattern| [pattern, "\n"]).collect::<String>());
    // In a policy, each entry has two quotes and a comma.
    let characters = |length: usize| length + 3;
    let before: usize = names.iter().map(|name| characters(name.len())).sum();
    let after: usize = patterns.iter().map(|pattern| characters(pattern.len())).sum();
    let (given, found) = (names.len(), patterns.len());
    let count = set.len();
    console::remark(format_args!(
        "{count} actions: {given} entries ({before} characters) become {found} ({after} characters)"
    ));
    status
}

/// Returns the name in a line of a list, without the quotes and the comma that it has in a policy.
fn bare(line: &str) -> &str {
    line.trim().trim_end_matches(',').trim_matches(['"', '\'']).trim()
}

/// Returns the actions of all entries, and an error for each invalid entry.
fn read(names: &[&str]) -> (ActionSet, Vec<NameError>) {
    let mut set = ActionSet::new();
    let mut errors = Vec::new();
    for name in names {
        match ActionPattern::new(name) {
            Ok(pattern) => set.insert_pattern(pattern),
            Err(error) => errors.push(error),
        }
    }
    (set, errors)
}
