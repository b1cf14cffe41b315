//! Makes paths relative to the working directory, which is the root of the repository in a job of GitLab.

use std::{env, path::PathBuf};

use catalog::policy::files::{plain, shown};

/// Makes paths relative to the working directory.
pub(super) struct Paths {
    here: PathBuf,
}

impl Default for Paths {
    fn default() -> Self {
        Self { here: env::current_dir().unwrap_or_default() }
    }
}

impl Paths {
    /// Returns the path of a file relative to the working directory. The name of a file outside of it is unchanged.
    pub(super) fn relative(&self, name: &str) -> String {
        let path = plain(&self.here.join(name));
        path.strip_prefix(&self.here).map_or_else(|_| name.to_owned(), shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn paths_are_relative_to_the_working_directory() {
        let paths = Paths { here: "/home/here".into() };
        for (name, expected) in [
            ("a.json", "a.json"),
            ("./p/../a.json", "a.json"),
            ("/home/here/p/a.json", "p/a.json"),
            ("../here/a.json", "a.json"),
            ("../a.json", "../a.json"),
            ("<stdin>", "<stdin>"),
        ] {
            assert_eq!(paths.relative(name), expected, "{name}");
        }
    }
}
