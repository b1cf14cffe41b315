//! Reads the configuration file, and adds the levels of the arguments.

use std::path::Path;

use catalog::policy::{
    Config,
    files::{Project, Unread},
};

use super::arguments::LintArguments;

/// Reads the configuration file that the arguments name, or the nearest `catalog.toml`.
///
/// # Errors
/// Returns an error for each mistake in the file.
pub(super) fn read(arguments: &LintArguments) -> Result<Project, Vec<Unread>> {
    let mut project = match &arguments.config {
        _ if arguments.no_config => Project::default(),
        Some(path) => Project::read(path)?,
        None => Project::find(Path::new("."))?,
    };
    project.config = with_arguments(project.config, arguments);
    Ok(project)
}

/// Returns a configuration with the levels of the arguments, which take precedence over those of the file.
fn with_arguments(config: Config, arguments: &LintArguments) -> Config {
    let LintArguments { allow, warn, deny, deny_warnings, .. } = arguments;
    let config = allow.iter().copied().fold(config, Config::silence);
    let config = warn.iter().copied().fold(config, Config::warn);
    let config = deny.iter().copied().fold(config, Config::deny);
    if *deny_warnings { config.deny_warnings(true) } else { config }
}
