//! `catalog who-needs`: lists the actions that accept a resource type.

use std::{
    fmt::{self, Write as _},
    process::ExitCode,
};

use catalog::{ActionResourceType, AnyResourceType};
use clap::Args;

use crate::console;

const AFTER_HELP: &str = "\
Example:
  catalog who-needs ses:identity

Exit status: 0, or 1 if the resource type is unknown";

/// The arguments of `catalog who-needs`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct WhoNeedsArguments {
    /// A service prefix and the name of a resource type, such as `ses:identity`.
    #[arg(value_name = "RESOURCE_TYPE")]
    resource_type: String,
}

/// Prints the actions that accept the resource type, grouped by whether they require it.
pub(crate) fn run(arguments: &WhoNeedsArguments) -> ExitCode {
    match arguments.resource_type.parse() {
        Ok(resource_type) => {
            let mut text = String::new();
            // Writing to a string does not fail.
            let _ = write(&mut text, resource_type);
            console::print(&text)
        }
        Err(error) => console::fail([error]),
    }
}

fn write(text: &mut String, resource_type: AnyResourceType) -> fmt::Result {
    for (title, required) in
        [("required by", Some(true)), ("optional for", Some(false)), ("not stated whether required by", None)]
    {
        let is_so = |accepted: ActionResourceType<AnyResourceType>| {
            accepted.resource_type == resource_type && accepted.required == required
        };
        let accepting = resource_type.actions().filter(|action| action.resource_types().iter().any(is_so));
        let actions: Vec<_> = accepting.collect();
        if required.is_none() && actions.is_empty() {
            continue;
        }
        writeln!(text, "{title} {} actions", actions.len())?;
        for action in actions {
            writeln!(text, "  {action:50} {}", action.access_levels())?;
        }
    }
    Ok(())
}
