//! `catalog shrink`: prints a list of patterns that matches exactly the given actions and is not longer than the given
//! list.

mod entries;
mod future;
mod shortest;

use std::{
    io::{self, BufRead as _},
    process::ExitCode,
};

use clap::Args;

use crate::console;
use entries::Entries;
use shortest::characters;

const AFTER_HELP: &str = "\
Examples:
  catalog shrink sqs:TagQueue sqs:UntagQueue
  catalog shrink --future < actions.txt

A pattern matches exactly the given actions today. When AWS adds actions, a pattern also matches those with such names.
`--future` describes them. To avoid that, write the names of the actions instead.

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

    /// Prints to standard error which new actions each pattern will match when AWS adds them.
    #[arg(long)]
    future: bool,
}

/// Prints the patterns to standard output, and remarks about them to standard error.
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
    let entries = match Entries::parse(&names) {
        Ok(entries) => entries,
        Err(errors) => return console::fail(errors),
    };
    let patterns = shortest::list(&entries);
    let patterns: Vec<String> = patterns.iter().map(ToString::to_string).collect();
    let status = console::print(&patterns.iter().flat_map(|pattern| [pattern, "\n"]).collect::<String>());
    remark(&names, &entries, &patterns, arguments.future);
    status
}

/// Prints which patterns were left out, what the list saves, and what its patterns match in the future.
fn remark(names: &[&str], entries: &Entries<'_>, patterns: &[String], describes_future: bool) {
    for pattern in entries.matching_nothing() {
        console::remark(format_args!("`{pattern}` matches no action, and is left out"));
    }
    let before: usize = names.iter().map(|name| characters(name)).sum();
    let after: usize = patterns.iter().map(|pattern| characters(pattern)).sum();
    let (count, given, found) = (entries.actions().len(), names.len(), patterns.len());
    let actions = if count == 1 { "action" } else { "actions" };
    let (entries, becomes) = if given == 1 { ("entry", "becomes") } else { ("entries", "become") };
    console::remark(format_args!(
        "{count} {actions}: {given} {entries} ({before} characters) {becomes} {found} ({after} characters)"
    ));
    let with_wildcard: Vec<&String> = patterns.iter().filter(|pattern| pattern.contains(['*', '?'])).collect();
    if describes_future {
        for pattern in with_wildcard {
            console::remark(format_args!("`{pattern}` will also match {}", future::description(pattern)));
        }
    } else if !with_wildcard.is_empty() {
        let which = match with_wildcard.len() {
            1 if found == 1 => "the entry is a pattern, which".to_owned(),
            1 => format!("1 of the {found} entries is a pattern, which"),
            count => format!("{count} of the {found} entries are patterns, which"),
        };
        console::remark(format_args!("{which} will also match new actions with such names: `--future` describes them"));
    }
}

/// Returns the name in a line of a list, without the quotes and the comma that it has in a policy.
fn bare(line: &str) -> &str {
    line.trim().trim_end_matches(',').trim_matches(['"', '\'']).trim()
}
