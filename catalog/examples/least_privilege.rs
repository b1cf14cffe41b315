//! Shrinks a list of actions into the fewest characters of patterns that grant exactly these: from arguments, or from
//! standard input, a line each. `cargo run --example least_privilege -- s3:GetObject s3:GetObjectAcl`.

use std::{
    env,
    io::{self, BufRead as _, Write as _},
    process::ExitCode,
};

use catalog::{ActionPattern, ActionSet};

const USAGE: &str = "usage: least_privilege [ACTION…]\n\nACTION is an action or a pattern, `s3:GetObject`. Without one, \
                     lines of standard input are read; quotes and commas around them do not matter";

fn main() -> ExitCode {
    let mut names: Vec<String> = env::args().skip(1).collect();
    if names.iter().any(|argument| argument.starts_with('-')) {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    if names.is_empty() {
        match io::stdin().lock().lines().collect() {
            Ok(lines) => names = lines,
            Err(error) => {
                eprintln!("error: standard input: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    let names: Vec<&str> = names.iter().map(|line| bare(line)).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    let (set, errors) = read(&names);
    if !errors.is_empty() {
        for error in errors {
            eprintln!("error: {error}");
        }
        return ExitCode::FAILURE;
    }
    let patterns: Vec<String> = set.shrink().map(|pattern| pattern.to_string()).collect();
    let mut out = io::stdout().lock();
    if patterns.iter().try_for_each(|pattern| writeln!(out, "{pattern}")).is_err() {
        return ExitCode::FAILURE;
    }
    // What a policy holds: each in quotes, and a comma behind it.
    let characters = |length: usize| length + 3;
    let before: usize = names.iter().map(|name| characters(name.len())).sum();
    let after: usize = patterns.iter().map(|pattern| characters(pattern.len())).sum();
    let (given, found) = (names.len(), patterns.len());
    eprintln!("{} actions: {given} entries of {before} characters are {found} of {after}", set.len());
    ExitCode::SUCCESS
}

/// The name in a line of a list, as a policy or a person writes it.
fn bare(line: &str) -> &str {
    line.trim().trim_end_matches(',').trim_matches(['"', '\'']).trim()
}

/// The actions of all entries, and everything that is wrong with them.
fn read(names: &[&str]) -> (ActionSet, Vec<catalog::NameError>) {
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
