//! Finds and reads the configuration file, and selects its entries for each file.

use alloc::{
    string::{String, ToString as _},
    vec,
    vec::Vec,
};
use std::{
    env,
    path::{Path, PathBuf},
};

use super::{
    input::read,
    shown::{plain, shown},
    unread::Unread,
};
use crate::{config::Config, kind::PolicyKind};

/// The name of the configuration file.
const FILE: &str = "catalog.toml";

/// A configuration, and the file that it was read from.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Project {
    /// The configuration.
    pub config: Config,
    /// The content of the file. It is empty without a file.
    pub text: String,
    /// The name of the file, as it is printed.
    pub name: String,
    /// The directory of the file. Paths in the configuration are relative to it.
    directory: Option<PathBuf>,
}

impl Project {
    /// Reads the nearest `catalog.toml`, in the given directory or above it. Without one, the configuration is empty.
    ///
    /// # Errors
    /// Returns an error for each mistake in the file.
    pub fn find(directory: &Path) -> Result<Self, Vec<Unread>> {
        let here = env::current_dir().unwrap_or_default();
        let from = plain(&here.join(directory));
        match from.ancestors().map(|directory| directory.join(FILE)).find(|path| path.is_file()) {
            // Messages show a file below the working directory by its relative path.
            Some(path) => Self::read(path.strip_prefix(&here).unwrap_or(&path)),
            None => Ok(Self::default()),
        }
    }

    /// Reads a configuration file.
    ///
    /// # Errors
    /// Returns an error for each mistake in the file.
    pub fn read(path: &Path) -> Result<Self, Vec<Unread>> {
        let name = shown(path);
        let bytes = read(path).map_err(|unread| vec![unread])?;
        let text = String::from_utf8(bytes).map_err(|_| vec![Unread::new(&*name, "the file is not valid UTF-8")])?;
        let config = Config::from_toml(&text).map_err(|error| Unread::from_config(&name, &error))?;
        let here = env::current_dir().unwrap_or_default();
        let directory = plain(&here.join(path)).parent().map(Path::to_path_buf);
        Ok(Self { config, text, name, directory })
    }

    /// Returns the configuration for the policies in a file, and the kind that it sets for them.
    ///
    /// The entries of the configuration match the path of the file relative to the configuration's directory. If the
    /// file is outside of that directory, they match the given path.
    #[must_use]
    pub fn for_file(&self, name: &str) -> (Config, Option<PolicyKind>) {
        let mut config = self.config.clone();
        let kind = self.select(&mut config, name);
        (config, kind)
    }

    /// Sets the file of a copy of the configuration, and returns the kind that the configuration sets for the file. So a
    /// run copies the configuration only once.
    pub(super) fn select(&self, config: &mut Config, name: &str) -> Option<PolicyKind> {
        let path = plain(&env::current_dir().unwrap_or_default().join(name));
        let inside = self.directory.as_ref().and_then(|directory| path.strip_prefix(directory).ok());
        let path = inside.map_or_else(|| name.to_string(), shown);
        let kind = self.config.kind_for_file(&path);
        config.set_file(path);
        kind
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_nearest_file_decides_and_its_paths_are_relative() {
        let root = tempfile::tempdir().unwrap();
        let policies = root.path().join("crate/policies");
        fs::create_dir_all(&policies).unwrap();
        fs::write(root.path().join("catalog.toml"), "deny-warnings = true").unwrap();
        let kinds = "[[kind]]\nfiles = 'policies/scp-*.json'\nkind = 'scp'\n";
        fs::write(root.path().join("crate/catalog.toml"), kinds).unwrap();
        let project = Project::find(&policies).unwrap();
        assert!(!project.config.denies_warnings() && project.name.ends_with("crate/catalog.toml"));
        let kind = |name: &str| project.for_file(&shown(&policies.join(name))).1;
        assert_eq!((kind("scp-a.json"), kind("a.json")), (Some(PolicyKind::ServiceControl), None));
        fs::write(root.path().join("crate/catalog.toml"), "deny-warnings = 1").unwrap();
        assert!(Project::find(&policies).unwrap_err()[0].name.ends_with("crate/catalog.toml:1:17"));
    }
}
