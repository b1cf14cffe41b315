//! Lists what patterns grant, grouped by access level: `cargo run --example what_can -- "s3:Get*" "ses:Send*"`.

use std::{
    env,
    fmt::{self, Write as _},
    io::{self, Write as _},
    process::ExitCode,
};

use catalog::{AccessLevel, ActionQuery as _, ActionSet, AnyAction};

const USAGE: &str = "usage: what_can PATTERN…\n\nPATTERN is an action pattern as a policy has it: `s3:Get*`, `*`";

fn main() -> ExitCode {
    let patterns: Vec<String> = env::args().skip(1).collect();
    if patterns.is_empty() || patterns.iter().any(|argument| argument.starts_with('-')) {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    match tell(&patterns) {
        Ok(text) => match io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(errors) => {
            for error in errors {
                eprintln!("error: {error}");
            }
            ExitCode::FAILURE
        }
    }
}

/// What the patterns grant, or everything that is wrong with them.
fn tell(patterns: &[String]) -> Result<String, Vec<catalog::NameError>> {
    let errors: Vec<_> = patterns.iter().filter_map(|pattern| catalog::expand(pattern).err()).collect();
    let set = ActionSet::from_patterns(patterns).map_err(|_| errors)?;
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = write(&mut text, &set);
    Ok(text)
}

fn write(text: &mut String, set: &ActionSet) -> fmt::Result {
    for level in AccessLevel::ALL {
        section(text, level.name(), set.iter().with_access_levels(*level))?;
    }
    section(text, "Not stated", set.iter().filter(|action| !action.access_levels().is_stated()))?;
    writeln!(text, "{} actions. One with several access levels is listed under each.", set.len())
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
