//! Reads public templates, and the actions that another reader finds in them, if they are available.

use std::{collections::BTreeMap, env, error::Error, fs, path::PathBuf};

use serde::Deserialize;

/// An error about a file that cannot be read, or that does not have the expected form.
type Result<T> = core::result::Result<T, Box<dyn Error>>;

/// A line of the list of policies that another reader finds.
#[derive(Deserialize)]
struct Policy {
    file: String,
    actions: Vec<Option<String>>,
    lines: Vec<Option<usize>>,
}

/// An action in a template.
pub(crate) struct Action {
    /// The name of the template's file.
    pub(crate) file: String,
    /// The line of the action, counted from 1.
    pub(crate) line: usize,
    /// The action, such as `ses:SendEmail`.
    pub(crate) name: String,
}

/// Returns the templates by file name. Without `CATALOG_TEMPLATES`, prints that the test is skipped and returns `None`.
pub(crate) fn templates() -> Option<Result<BTreeMap<String, String>>> {
    let directory = directory();
    if directory.is_none() {
        eprintln!("skipped: CATALOG_TEMPLATES is not set to a directory of templates");
    }
    directory.map(files)
}

fn directory() -> Option<PathBuf> {
    env::var_os("CATALOG_TEMPLATES").map(PathBuf::from)
}

fn files(directory: PathBuf) -> Result<BTreeMap<String, String>> {
    let mut templates = BTreeMap::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let extension = path.extension().unwrap_or_default();
        if ["json", "yaml", "yml", "template"].iter().any(|known| extension == *known) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            templates.insert(name, fs::read_to_string(path)?);
        }
    }
    Ok(templates)
}

/// Returns the literal actions that another reader finds in the templates.
pub(crate) fn actions() -> Result<Vec<Action>> {
    let directory = directory().unwrap_or_default();
    let mut actions = Vec::new();
    for line in fs::read_to_string(directory.join("expected.jsonl"))?.lines() {
        let Policy { file, actions: names, lines } = serde_json::from_str(line)?;
        for (name, line) in names.into_iter().zip(lines) {
            if let (Some(name), Some(line)) = (name, line) {
                actions.push(Action { file: file.clone(), line, name });
            }
        }
    }
    Ok(actions)
}
