//! Lists what patterns grant, grouped by access level: `cargo run --example what_can -- "s3:Get*" "ses:Send*"`.

use std::{
    env,
    io::{self, Write as _},
    process::ExitCode,
};

use catalog::{AccessLevel, ActionQuery as _, ActionSet};

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
            errors.iter().for_each(|error| eprintln!("error: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// What the patterns grant, or everything that is wrong with them.
fn tell(patterns: &[String]) -> Result<String, Vec<catalog::NameError>> {
    let errors: Vec<_> = patterns.iter().filter_map(|pattern| catalog::expand(pattern).err()).collect();
    let set = ActionSet::from_patterns(patterns).map_err(|_| errors)?;
    let mut text = String::new();
    for level in AccessLevel::ALL {
        let actions = set.iter().with_access_levels(*level);
        section(&mut text, level.name(), &actions.map(|action| action.to_string()).collect::<Vec<_>>());
    }
    let unstated = set.iter().filter(|action| !action.access_levels().is_stated());
    section(&mut text, "Not stated", &unstated.map(|action| action.to_string()).collect::<Vec<_>>());
    text += &format!("{} actions. One with several access levels is listed under each.\n", set.len());
    Ok(text)
}

fn section(text: &mut String, title: &str, actions: &[String]) {
    if !actions.is_empty() {
        *text += &format!("{title} ({}):\n  {}\n", actions.len(), actions.join("\n  "));
    }
}
