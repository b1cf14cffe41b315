//! Reads the scenarios of a file, and the policies that they name by their paths.

use std::path::Path;

use catalog::policy::{
    evaluate::{Scenario, read_scenarios},
    files::{self, Input, Unread},
    json::{self, Data, SIZE_LIMIT},
};

/// The scenarios of a file.
pub(crate) struct ScenarioFile<'t> {
    /// The name of the file, as it is printed.
    pub(crate) name: &'t str,
    /// The directory of the file, which the paths of policies are relative to.
    folder: &'t Path,
    /// The content of the file.
    pub(crate) text: &'t str,
    /// Whether the file is a list, and not a single scenario.
    pub(crate) is_list: bool,
    pub(crate) scenarios: Vec<Scenario<'t>>,
}

impl ScenarioFile<'_> {
    /// Returns the name of the file of a policy, as it is printed.
    pub(crate) fn policy_name(&self, path: &str) -> String {
        files::shown(&self.folder.join(path))
    }

    /// Returns the name of a scenario, or its number in the file.
    pub(crate) fn name_of(&self, number: usize) -> String {
        let stated = self.scenarios.get(number).and_then(|scenario| scenario.name.clone());
        stated.unwrap_or_else(|| format!("scenario {}", number + 1))
    }
}

/// Reads the scenarios of an input, and passes them on.
///
/// # Errors
/// Returns all errors if the file or a policy cannot be read, or if a scenario is not valid.
pub(crate) fn with_scenarios<R>(input: &Input, accept: impl FnOnce(&ScenarioFile<'_>) -> R) -> Result<R, Vec<Unread>> {
    let name = input.name();
    let bytes = input.read().map_err(|unread| vec![unread])?;
    let error = |why: String| vec![Unread::new(name.clone(), why)];
    if bytes.len() > SIZE_LIMIT {
        return Err(error(format!("the file is larger than {} MiB", SIZE_LIMIT >> 20)));
    }
    let tree = json::parse(&bytes)
        .map_err(|error| vec![Unread::new(format!("{name}:{}", error.position(&bytes)), error.to_string())])?;
    let text = str::from_utf8(&bytes).map_err(|_| error("the file is not valid UTF-8".to_owned()))?;
    let folder = match input {
        Input::Named(path) | Input::Found(path) | Input::StdinAs(path) => path.parent(),
        Input::Stdin => None,
    };
    let folder = folder.unwrap_or(Path::new(""));
    let scenarios = read_scenarios(text, &tree, |path| read_policy(folder, path));
    let scenarios = scenarios.map_err(|errors| {
        let unread = |error: &catalog::policy::evaluate::ScenarioError| {
            Unread::new(format!("{name}:{}", error.position()), error.to_string())
        };
        errors.iter().map(unread).collect::<Vec<_>>()
    })?;
    Ok(accept(&ScenarioFile { name: &name, folder, text, is_list: matches!(tree.data, Data::Array(_)), scenarios }))
}

/// Reads a policy whose path is relative to the directory of its scenario.
fn read_policy(folder: &Path, path: &str) -> Result<String, String> {
    let read = files::read(&folder.join(path)).map_err(|unread| format!("cannot read `{path}`: {}", unread.why))?;
    String::from_utf8(read).map_err(|_| format!("cannot read `{path}`: the file is not valid UTF-8"))
}
