//! A directory of files in which the command `catalog lint` runs, for the tests of that command.

use std::{fs, path::Path, process::Command};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Outcome, catalog, outcome};

/// A policy with an error that has a suggestion, and with a warning.
pub(crate) const MAILER: &str = r#"{
    "Version": "2012-10-17",
    "Statement": {
        "Sid": "",
        "Effect": "Allow",
        "Action": ["ses:SendEmial", "ses:GetSendQuota"],
        "Resource": "*"
    }
}
"#;

/// A policy without findings.
pub(crate) const CLEAN: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "ses:*", "Resource": "*"}}"#;

/// A directory of files in which the command runs.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// Creates a directory with these files.
    pub(crate) fn of<T: AsRef<[u8]>>(files: &[(&str, T)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = catalog(&[&["lint"], arguments].concat());
        command.current_dir(self.path());
        command
    }

    pub(crate) fn lint(&self, arguments: &[&str]) -> Outcome {
        self.lint_text(arguments, "")
    }

    pub(crate) fn lint_text(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Outcome {
        outcome(&mut self.command(arguments), input)
    }
}

/// Returns the severities and ids of the findings in the format `json`, such as `error unknown-action`.
pub(crate) fn ids(json: &str) -> Vec<String> {
    let rows: Vec<Value> = serde_json::from_str(json).unwrap();
    rows.iter().map(|row| format!("{} {}", row["severity"].as_str().unwrap(), row["id"].as_str().unwrap())).collect()
}
