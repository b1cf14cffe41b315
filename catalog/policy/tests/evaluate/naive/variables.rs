//! Policy variables such as `${aws:username}`, their defaults, and `${*}`, `${?}` and `${$}`.

use std::collections::BTreeSet;

use super::{
    context::Known,
    fault::Fault,
    glob::{Part, parts},
    scene::Scene,
};

/// The version of policies that have variables.
pub(crate) const VERSION: &str = "2012-10-17";

/// A string of a policy with its variables replaced.
#[derive(Clone, Debug)]
pub(crate) struct Replaced {
    pub(crate) pattern: Vec<Part>,
    /// The open keys of variables. Each one is replaced by `*`.
    pub(crate) open: BTreeSet<String>,
}

/// Replaces the variables of a string. Returns `None` if a variable has no value, or is not valid.
pub(crate) fn replace(text: &str, has_variables: bool, has_wildcards: bool, scene: &Scene) -> Option<Replaced> {
    let written = |text: &str| if has_wildcards { parts(text) } else { literals(text) };
    let mut replaced = Replaced { pattern: Vec::new(), open: BTreeSet::new() };
    let mut rest = text;
    while has_variables && let Some((before, after)) = rest.split_once("${") {
        replaced.pattern.extend(written(before));
        let (variable, after) = after.split_once('}')?;
        rest = after;
        if let "*" | "?" | "$" = variable {
            replaced.pattern.extend(literals(variable));
            continue;
        }
        let (name, default) = match variable.split_once(',') {
            Some((name, default)) => (name, Some(quoted(default)?)),
            None => (variable, None),
        };
        if !is_name(name) {
            return None;
        }
        let default = default.filter(|_| !scene.has(Fault::DefaultsAreIgnored));
        let value = match scene.context.get(name) {
            Known::Open { .. } => {
                replaced.open.insert(name.to_ascii_lowercase());
                replaced.pattern.push(Part::Run);
                continue;
            }
            Known::Values(values) if values.len() == 1 => values.first().cloned(),
            Known::Values(_) | Known::Absent => default,
        };
        match value {
            Some(value) if scene.has(Fault::ReplacedValuesHaveWildcards) => replaced.pattern.extend(parts(&value)),
            Some(value) => replaced.pattern.extend(literals(&value)),
            None if scene.has(Fault::MissingVariableIsEmpty) => {}
            None => return None,
        }
    }
    replaced.pattern.extend(written(rest));
    Some(replaced)
}

/// Returns the characters of a string without wildcards.
fn literals(text: &str) -> Vec<Part> {
    text.chars().map(Part::Literal).collect()
}

/// Returns the string between single quotes.
fn quoted(text: &str) -> Option<String> {
    text.trim().strip_prefix('\'')?.strip_suffix('\'').map(str::to_owned)
}

/// Returns true if a string is the name of a key. Only a tag key can contain white space.
fn is_name(name: &str) -> bool {
    let before_tag_key = name.split('/').next().unwrap_or_default();
    !name.is_empty() && !before_tag_key.contains(char::is_whitespace)
}
