//! `catalog.toml` at the crate's root: what its author allows, and the names that exist besides the catalog's.

use std::io::ErrorKind;

use catalog_policy::{Config, config::ConfigError};
use proc_macro2::Span;

use super::{expansion::Expansion, file::Root, input::PolicyOptions};

/// What the file is called.
const FILE: &str = "catalog.toml";

/// The configuration of the crate and what the macro's options add to it. What is wrong with the file is an error at
/// the macro, and then nothing is allowed.
pub(super) fn read(root: Option<&Root>, macro_place: Span, options: PolicyOptions, output: &mut Expansion) -> Config {
    let config = of_file(root, output).unwrap_or_else(|errors| {
        for error in errors {
            output.error(macro_place, error);
        }
        Config::new()
    });
    let deny_warnings = options.deny_warnings || config.denies_warnings();
    config.deny_warnings(deny_warnings)
}

/// The configuration of the crate. Where there is no file, there is nothing to depend on.
fn of_file(root: Option<&Root>, output: &mut Expansion) -> Result<Config, Vec<String>> {
    let bytes = match root.map(|root| root.read(FILE)) {
        None => return Ok(Config::new()),
        Some(Ok(bytes)) => bytes,
        Some(Err(error)) if error.kind() == ErrorKind::NotFound => return Ok(Config::new()),
        Some(Err(error)) => return Err(vec![format!("`{FILE}` cannot be read: {error}")]),
    };
    output.depend_on(FILE);
    let text = String::from_utf8(bytes);
    let text = text.map_err(|_| vec![format!("`{FILE}` has bytes that are no UTF-8: save the file as UTF-8")])?;
    let told = |error: &ConfigError| error.problems().iter().map(|problem| format!("{FILE}:{problem}")).collect();
    Config::from_toml(&text).map_err(|error| told(&error))
}
