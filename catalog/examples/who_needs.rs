//! Lists the actions that take a resource type: `cargo run --example who_needs -- ses:identity`.

use std::{
    env,
    io::{self, Write as _},
    process::ExitCode,
};

use catalog::AnyResourceType;

const USAGE: &str = "usage: who_needs RESOURCE_TYPE\n\nRESOURCE_TYPE is a service prefix and a name: `ses:identity`";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let (Some(name), None) = (arguments.next().filter(|name| !name.starts_with('-')), arguments.next()) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let wanted: AnyResourceType = match name.parse() {
        Ok(wanted) => wanted,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    match tell(wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Writes the actions, those first that need the resource.
fn tell(wanted: AnyResourceType) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let required: Vec<_> = wanted.actions_requiring().collect();
    let optional: Vec<_> = wanted.actions().filter(|action| !required.contains(action)).collect();
    for (title, actions) in [("required", &required), ("optional", &optional)] {
        writeln!(out, "{title} by {} actions", actions.len())?;
        for action in actions {
            writeln!(out, "  {action:50} {}", action.access_levels())?;
        }
    }
    Ok(())
}
