//! Finds the properties in CloudFormation's schemas that could hold a policy, and that the facts do not decide yet.
//!
//! The schemas are those of an unpacked release of the package `cfn-lint`. A property could hold a policy if its name
//! contains a word such as `Policy`, and if it accepts any object or any string.

use crate::facts::{FactSource, Facts, TemplateProperty};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The directory of the schemas in an unpacked release.
const SCHEMAS: &str = "cfnlint/data/schemas";

/// Parts of the names of properties that could hold a policy.
const NAMES: [&str; 4] = ["Policy", "Policies", "Statement", "Permission"];

/// Ends of names such as `PolicyArn`, which do not hold a policy.
const OTHER_ENDS: [&str; 17] = [
    "Arn",
    "ARN",
    "Id",
    "Name",
    "Type",
    "Version",
    "Runtime",
    "Owner",
    "Status",
    "Number",
    "Hash",
    "Label",
    "Language",
    "Description",
    "Behavior",
    "Model",
    "Boundary",
];

/// The maximum number of nested properties. The deepest path of September 2026 has 17.
const DEPTH: usize = 32;

/// Returns the undecided properties, each as a resource type and a path.
///
/// # Errors
/// Returns an error if a file cannot be read or is not valid JSON, or if the directory has no schemas.
pub fn undecided(release: &Path) -> io::Result<BTreeSet<(String, String)>> {
    let facts = Facts::read(FactSource::repository, &mut Vec::new());
    let decided: Vec<_> = facts.template_properties.values().collect();
    let mut found = BTreeSet::new();
    for (resource_type, path) in schemas(&release.join(SCHEMAS))? {
        let schema = read_json(&path)?;
        let paths = candidates(&schema);
        let paths = paths.into_iter().filter(|path| !decided.iter().any(|entry| decides(entry, &resource_type, path)));
        found.extend(paths.map(|path| (resource_type.clone(), path)));
    }
    Ok(found)
}

/// Returns true if an entry is about a property, or about a property around it.
fn decides(entry: &TemplateProperty, resource_type: &str, path: &str) -> bool {
    let rest = path.strip_prefix(&*entry.path).filter(|_| entry.resource_type == resource_type);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Returns the file of each resource type. The types differ between regions, and each region has a list of files.
fn schemas(directory: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    let mut files = BTreeMap::new();
    for region in fs::read_dir(directory.join("providers"))? {
        let path = region?.path();
        if path.extension().is_some_and(|extension| extension == "json")
            && let Value::Object(types) = read_json(&path)?
        {
            let names = types.into_iter().filter_map(|(name, file)| Some((name, file.as_str()?.to_owned())));
            files.extend(names.map(|(name, file)| (name, directory.join("resources").join(file + ".json"))));
        }
    }
    if files.is_empty() {
        return Err(io::Error::other(format!("{} has no schemas", directory.display())));
    }
    Ok(files)
}

fn read_json(path: &Path) -> io::Result<Value> {
    let text = fs::read(path).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
    serde_json::from_slice(&text).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))
}

/// Returns the paths of the properties in a schema that could hold a policy, and that templates can set.
fn candidates(schema: &Value) -> BTreeSet<String> {
    let mut search = Search { schema, references: Vec::new(), path: Vec::new(), found: BTreeSet::new() };
    search.properties(schema);
    let read_only = schema.get("readOnlyProperties").and_then(Value::as_array).into_iter().flatten();
    let read_only = read_only.filter_map(|pointer| pointer.as_str()?.strip_prefix("/properties/"));
    let read_only: Vec<_> = read_only.map(|pointer| pointer.replace("/properties/", "/")).collect();
    let is_inside =
        |path: &str, outer: &str| path.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    search.found.retain(|path| !read_only.iter().any(|outer| is_inside(path, outer)));
    search.found
}

/// A search through a schema.
struct Search<'s> {
    schema: &'s Value,
    /// The references around the current place. A type can contain itself.
    references: Vec<&'s str>,
    path: Vec<&'s str>,
    found: BTreeSet<String>,
}

impl<'s> Search<'s> {
    fn properties(&mut self, schema: &'s Value) {
        let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        for (name, property) in properties {
            self.inside(name, property);
        }
    }

    fn inside(&mut self, name: &'s str, schema: &'s Value) {
        if self.path.len() < DEPTH {
            self.path.push(name);
            self.visit(schema);
            self.path.pop();
        }
    }

    fn visit(&mut self, schema: &'s Value) {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let target = reference.strip_prefix('#').and_then(|pointer| self.schema.pointer(pointer));
            if let Some(target) = target.filter(|_| !self.references.contains(&reference)) {
                self.references.push(reference);
                self.visit(target);
                self.references.pop();
            }
            return;
        }
        let Value::Object(members) = schema else { return };
        self.properties(schema);
        for name in ["anyOf", "oneOf", "allOf"] {
            for part in members.get(name).and_then(Value::as_array).into_iter().flatten() {
                self.visit(part);
            }
        }
        let maps = members.get("patternProperties").and_then(Value::as_object).into_iter().flatten();
        for item in maps.map(|(_, item)| item).chain(members.get("items")) {
            self.inside("*", item);
        }
        if could_hold_policy(members) && self.path.last().is_some_and(|name| names_policy(name)) {
            self.found.insert(self.path.join("/"));
        }
    }
}

/// Returns true if a schema accepts any object or any string.
fn could_hold_policy(schema: &Map<String, Value>) -> bool {
    let is_free = ["enum", "properties", "items"].iter().all(|name| !schema.contains_key(*name));
    let is_document = |name: &Value| name == "object" || name == "string";
    is_free
        && match schema.get("type") {
            Some(Value::Array(types)) => types.iter().any(is_document),
            Some(name) => is_document(name),
            None => schema.contains_key("format"),
        }
}

fn names_policy(name: &str) -> bool {
    NAMES.iter().any(|part| name.contains(part)) && !OTHER_ENDS.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::candidates;
    use serde_json::json;

    #[test]
    fn only_free_properties_with_the_name_of_a_policy_are_candidates() {
        let schema = json!({
            "definitions": {
                "Inline": {"type": "object", "properties": {
                    "PolicyDocument": {"type": ["object", "string"]},
                    "PolicyName": {"type": "string"},
                    "Inner": {"$ref": "#/definitions/Inline"},
                }},
                "Document": {"format": "json"},
            },
            "properties": {
                "Policies": {"type": "array", "items": {"$ref": "#/definitions/Inline"}},
                "KeyPolicy": {"$ref": "#/definitions/Document"},
                "TlsPolicy": {"type": "string", "enum": ["Optional", "Require"]},
                "ReadPolicy": {"type": "string"},
                "Content": {"type": "object"},
                "Rules": {"patternProperties": {"^a": {"anyOf": [{"properties": {"Statement": {"type": "object"}}}]}}},
            },
            "readOnlyProperties": ["/properties/ReadPolicy"],
        });
        let found: Vec<_> = candidates(&schema).into_iter().collect();
        assert_eq!(found, ["KeyPolicy", "Policies/*/PolicyDocument", "Rules/*/Statement"]);
    }
}
