//! Runs `catalog explain`: finds everything with the given name, and prints the explanations.

use std::process::ExitCode;

use super::{arguments::ExplainArguments, finding, name, unknown};
use crate::{commands::expand, console};

/// Explains the name in the arguments.
pub(crate) fn run(arguments: &ExplainArguments) -> ExitCode {
    match explanation(&arguments.name) {
        Ok(text) => console::print(&text),
        Err(errors) => console::fail(errors),
    }
}

fn explanation(name: &str) -> Result<String, Vec<String>> {
    if let Some(text) = finding::explanation(name) {
        return Ok(text);
    }
    let sheets = name::sheets(name);
    if !sheets.is_empty() {
        let sheets: Vec<_> = sheets.iter().map(ToString::to_string).collect();
        return Ok(sheets.join("\n"));
    }
    if name.contains(['*', '?']) {
        return expand::expansion(&[name]).map_err(|errors| errors.iter().map(ToString::to_string).collect());
    }
    Err(unknown::errors(name))
}
