//! Finds and reads the configuration file.

use std::{
    env, fs,
    path::{Component, Path, PathBuf},
};

use catalog::policy::Config;

use super::{
    arguments::LintArguments,
    inputs::{Unread, shown},
};

/// The name of the configuration file.
const FILE: &str = "catalog.toml";

/// The configuration, and the file that it was read from.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    /// The configuration.
    pub(crate) config: Config,
    /// The content of the file.
    pub(crate) text: String,
    /// The name of the file, as it is printed.
    pub(crate) name: String,
    /// The directory of the file. Paths in the configuration are relative to it.
    directory: Option<PathBuf>,
}

impl Settings {
    /// Reads the file that the arguments name, or the nearest `catalog.toml`.
    ///
    /// # Errors
    /// Returns an error for each mistake in the file.
    pub(crate) fn read(arguments: &LintArguments) -> Result<Self, Vec<Unread>> {
        let here = env::current_dir().unwrap_or_default();
        let mut settings = match &arguments.config {
            _ if arguments.no_config => Self::default(),
            Some(path) => Self::from_file(path, &here)?,
            None => match here.ancestors().map(|directory| directory.join(FILE)).find(|path| path.is_file()) {
                // Messages show a file in the working directory by its name, without the path.
                Some(path) => Self::from_file(path.strip_prefix(&here).unwrap_or(&path), &here)?,
                None => Self::default(),
            },
        };
        settings.config = with_arguments(settings.config, arguments);
        Ok(settings)
    }

    fn from_file(path: &Path, here: &Path) -> Result<Self, Vec<Unread>> {
        let name = shown(path);
        let unread = |why: String| Unread { name: name.clone(), why };
        let text = fs::read_to_string(path).map_err(|error| vec![unread(error.to_string())])?;
        let config = Config::from_toml(&text).map_err(|error| {
            let problem = |problem: &catalog::policy::ConfigProblem| Unread {
                name: format!("{name}:{}", problem.position),
                why: problem.message.clone(),
            };
            error.problems().iter().map(problem).collect::<Vec<_>>()
        })?;
        let directory = plain(&here.join(path)).parent().map(Path::to_owned);
        Ok(Self { config, text, name, directory })
    }

    /// Returns the configuration for the policy in a file.
    ///
    /// The entries of the configuration match the path of the file relative to the configuration's directory. If the
    /// file is outside of that directory, they match the path in the arguments.
    pub(crate) fn for_file(&self, name: &str) -> Config {
        let path = plain(&env::current_dir().unwrap_or_default().join(name));
        let inside = self.directory.as_ref().and_then(|directory| path.strip_prefix(directory).ok());
        self.config.clone().for_file(&inside.map_or_else(|| name.to_owned(), shown))
    }
}

/// Returns a configuration with the levels of the arguments, which take precedence over those of the file.
fn with_arguments(config: Config, arguments: &LintArguments) -> Config {
    let LintArguments { allow, warn, deny, deny_warnings, .. } = arguments;
    let config = allow.iter().copied().fold(config, Config::silence);
    let config = warn.iter().copied().fold(config, Config::warn);
    let config = deny.iter().copied().fold(config, Config::deny);
    if *deny_warnings { config.deny_warnings(true) } else { config }
}

/// Returns a path without `.` and `..`, without following links.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            component => plain.push(component),
        }
    }
    plain
}
