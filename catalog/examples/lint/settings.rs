//! The configuration: found, read, and asked how it names a file.

use std::{
    env, fs,
    path::{Component, Path, PathBuf},
};

use catalog::policy::Config;

use crate::{
    cli::Arguments,
    inputs::{Unread, shown},
};

/// The file's name.
const FILE: &str = "catalog.toml";

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    /// What it says.
    pub(crate) config: Config,
    /// The text that it was read from.
    pub(crate) text: String,
    /// The file, as it is shown.
    pub(crate) name: String,
    /// The folder of the file. Its entries name files from there.
    folder: Option<PathBuf>,
}

impl Settings {
    /// Reads the file that the arguments name, or the nearest. What is wrong with it comes a line each.
    pub(crate) fn read(arguments: &Arguments) -> Result<Self, Vec<Unread>> {
        let here = env::current_dir().unwrap_or_default();
        let mut settings = match &arguments.config {
            _ if arguments.no_config => Self::default(),
            Some(path) => Self::of(path, &here)?,
            None => match here.ancestors().map(|folder| folder.join(FILE)).find(|path| path.is_file()) {
                // What is here needs no long name.
                Some(path) => Self::of(path.strip_prefix(&here).unwrap_or(&path), &here)?,
                None => Self::default(),
            },
        };
        if arguments.deny_warnings {
            settings.config = settings.config.deny_warnings(true);
        }
        Ok(settings)
    }

    fn of(path: &Path, here: &Path) -> Result<Self, Vec<Unread>> {
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
        let folder = plain(&here.join(path)).parent().map(Path::to_owned);
        Ok(Self { config, text, name, folder })
    }

    /// The configuration for the policy of a file: its entries name it from the folder of the configuration, or where it
    /// does not lie in there, as the arguments do.
    pub(crate) fn for_file(&self, name: &str) -> Config {
        let path = plain(&env::current_dir().unwrap_or_default().join(name));
        let inside = self.folder.as_ref().and_then(|folder| path.strip_prefix(folder).ok());
        self.config.clone().for_file(&inside.map_or_else(|| name.to_owned(), shown))
    }
}

/// A path without `.` and `..`, as it is written: links are not followed.
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
