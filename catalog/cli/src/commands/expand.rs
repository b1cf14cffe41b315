//! `catalog expand`: lists the actions that patterns match, grouped by access level.

use std::{
    fmt::{self, Write as _},
    process::ExitCode,
};

use catalog::{AccessLevel, ActionQuery as _, ActionSet, AnyAction, NameError};
use clap::Args;

use crate::console;

const AFTER_HELP: &str = "\
Examples:
  catalog expand 'iam:*Profile*'
  catalog expand 's3:Get*' ses:SendEmail

Exit status: 0, or 1 if a pattern names an unknown service or action";

/// The arguments of `catalog expand`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct ExpandArguments {
    /// Actions or patterns as in a policy, such as `s3:Get*` or `*`. `**` and `*:*` mean `*`.
    #[arg(value_name = "PATTERN", required = true)]
    patterns: Vec<String>,
}

/// Prints all actions that match at least one of the patterns.
pub(crate) fn run(arguments: &ExpandArguments) -> ExitCode {
    match expansion(&arguments.patterns) {
        Ok(text) => console::print(&text),
        Err(errors) => console::fail(errors),
    }
}

/// Returns the output of the command for these patterns.
///
/// # Errors
/// Returns an error for every invalid pattern.
pub(crate) fn expansion<P: AsRef<str>>(patterns: &[P]) -> Result<String, Vec<NameError>> {
    let errors: Vec<_> = patterns.iter().filter_map(|pattern| catalog::expand(pattern.as_ref()).err()).collect();
    let set = ActionSet::from_patterns(patterns).map_err(|_| errors)?;
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write(&mut text, &set);
    Ok(text)
}

fn write(text: &mut String, set: &ActionSet) -> fmt::Result {
    for level in AccessLevel::ALL {
        section(text, level.name(), set.iter().with_access_levels(*level))?;
    }
    section(text, "Not stated", set.iter().filter(|action| !action.access_levels().is_stated()))?;
    match set.len() {
        1 => writeln!(text, "1 action. An action with several access levels is listed under each."),
        count => writeln!(text, "{count} actions. An action with several access levels is listed under each."),
    }
}

fn section(text: &mut String, title: &str, actions: impl Iterator<Item = AnyAction> + Clone) -> fmt::Result {
    match actions.clone().count() {
        0 => return Ok(()),
        count => writeln!(text, "{title} ({count}):")?,
    }
    for action in actions {
        writeln!(text, "  {action}")?;
    }
    Ok(())
}
