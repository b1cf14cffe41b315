//! Reads `catalog.toml` in the crate's root directory, which allows findings and declares additional names.

use std::io::ErrorKind;

use catalog_policy::{Config, config::ConfigError};
use proc_macro2::Span;

use super::{expansion::Expansion, file::Root, input::PolicyOptions};

/// The name of the configuration file.
const FILE: &str = "catalog.toml";

/// Returns the configuration of the crate together with the options of the macro.
///
/// If the file has mistakes, they are reported as errors at the macro, and the configuration is empty.
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

/// Reads the configuration of the crate. Without a file, this is the default configuration.
fn of_file(root: Option<&Root>, output: &mut Expansion) -> Result<Config, Vec<String>> {
    let bytes = match root.map(|root| root.read(FILE)) {
        None => return Ok(Config::new()),
        Some(Ok(bytes)) => bytes,
        Some(Err(error)) if error.kind() == ErrorKind::NotFound => return Ok(Config::new()),
        Some(Err(error)) => return Err(vec![format!("cannot read `{FILE}`: {error}")]),
    };
    output.depend_on(FILE);
    let text = String::from_utf8(bytes);
    let text = text.map_err(|_| vec![format!("`{FILE}` is not valid UTF-8: save the file as UTF-8")])?;
    let messages = |error: &ConfigError| error.problems().iter().map(|problem| format!("{FILE}:{problem}")).collect();
    Config::from_toml(&text).map_err(|error| messages(&error))
}
