//! The JSON Schema of `catalog.toml`, with which editors complete and check the file.
//!
//! It has only keywords that drafts 4 and 7 share, because editors of TOML support one draft or the other.

use alloc::{format, string::String};

use crate::{
    config::{Config, placeholder::PATTERN_LIMIT},
    finding::{FindingId, Group},
    json,
    kind::PolicyKind,
};

impl Config {
    /// Returns the JSON Schema of `catalog.toml`, with the names of all keys, findings, groups and kinds.
    ///
    /// A comment in the first line of a `catalog.toml` names the schema for an editor:
    /// `#:schema ./catalog.schema.json`.
    ///
    /// ```
    /// use catalog::policy::Config;
    /// assert!(Config::schema().contains("\"deny-warnings\""));
    /// ```
    #[must_use]
    pub fn schema() -> String {
        let text = compact();
        json::parse(text.as_bytes()).map_or_else(|_| text.clone(), |tree| format!("{tree:#}\n"))
    }
}

/// Returns the schema without indentation.
fn compact() -> String {
    let kinds = list(PolicyKind::ALL.iter().map(|kind| kind.name()));
    let other_kinds = list(PolicyKind::ALL.iter().flat_map(|kind| kind.other_names()).copied());
    format!(
        r##"{{
"$schema": "http://json-schema.org/draft-07/schema#",
"title": "catalog.toml",
"description": "The configuration of catalog, the linter for IAM policies.",
"type": "object",
"additionalProperties": false,
"properties": {{
    "allow": {{
        "description": "The ids and groups of findings that are not reported.", "$ref": "#/definitions/findings"
    }},
    "warn": {{"description": "The ids and groups of findings that are warnings.", "$ref": "#/definitions/findings"}},
    "deny": {{"description": "The ids and groups of findings that are errors.", "$ref": "#/definitions/findings"}},
    "allow-at": {{
        "description": "Findings that are not reported in some files or at some place of a policy.",
        "type": "array",
        "items": {{
            "type": "object",
            "additionalProperties": false,
            "required": ["id"],
            "anyOf": [{{"required": ["file"]}}, {{"required": ["path"]}}],
            "properties": {{
                "id": {{"$ref": "#/definitions/finding"}},
                "file": {{"$ref": "#/definitions/file"}},
                "path": {{
                    "description": "A JSON pointer in a policy or in its file, such as `/Statement/0`. It also applies to everything below it.",
                    "type": "string", "pattern": "^(/([^~]|~[01])*)?$"
                }}
            }}
        }}
    }},
    "actions": {{
        "description": "Actions that exist although AWS's pages do not list them.", "$ref": "#/definitions/names"
    }},
    "condition-keys": {{
        "description": "Condition keys that exist although AWS's pages do not list them.",
        "$ref": "#/definitions/names"
    }},
    "kind": {{
        "description": "The kinds of the policies in some files. The last entry that matches a file wins.",
        "type": "array",
        "items": {{
            "type": "object",
            "additionalProperties": false,
            "required": ["files", "kind"],
            "properties": {{
                "files": {{
                    "anyOf": [
                        {{"$ref": "#/definitions/file"}},
                        {{"type": "array", "items": {{"$ref": "#/definitions/file"}}}}
                    ]
                }},
                "kind": {{"anyOf": [{{"enum": {kinds}}}, {{"enum": {other_kinds}}}]}}
            }}
        }}
    }},
    "placeholders": {{
        "description": "Placeholders that are replaced before the policies are used.",
        "type": "object",
        "additionalProperties": false,
        "properties": {{
            "patterns": {{
                "type": "array",
                "maxItems": {PATTERN_LIMIT},
                "items": {{
                    "description": "A placeholder, such as `${{bucket}}`. One `*` matches any name, as in `{{{{*}}}}`.",
                    "type": "string", "minLength": 1
                }}
            }}
        }}
    }},
    "deny-warnings": {{"description": "Whether warnings are errors.", "type": "boolean"}}
}},
"definitions": {}
}}"##,
        definitions()
    )
}

/// Returns the schemas that several keys share.
fn definitions() -> String {
    let ids = || FindingId::ALL.iter().filter(|id| id.can_be_allowed());
    let findings = list(Group::ALL.iter().map(|group| group.name()).chain(ids().map(|id| id.name())));
    let former_findings = list(ids().flat_map(|id| id.former_names()).copied());
    format!(
        r##"{{
    "finding": {{"anyOf": [{{"enum": {findings}}}, {{"enum": {former_findings}}}]}},
    "findings": {{"type": "array", "items": {{"$ref": "#/definitions/finding"}}}},
    "file": {{
        "description": "A path relative to this file, with `/`. `*` and `?` are wildcards.",
        "type": "string", "pattern": "^([^.\\\\]|\\.$|\\.[^/\\\\])[^\\\\]*$"
    }},
    "names": {{
        "type": "object",
        "additionalProperties": false,
        "properties": {{
            "allow": {{
                "type": "array",
                "items": {{
                    "description": "A name with a service prefix. `*` and `?` are wildcards.", "type": "string",
                    "pattern": ":"
                }}
            }}
        }}
    }}
}}"##
    )
}

/// Returns a JSON list of names, which need no escapes.
fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut text = String::from("[");
    for name in names {
        text.push_str(if text.len() > 1 { ", \"" } else { "\"" });
        text.push_str(name);
        text.push('"');
    }
    text + "]"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::file::{ENTRY, KIND, NAMES, TOP, placeholders::KEYS};
    use alloc::vec::Vec;
    use serde_json::Value;

    /// Returns the keys of the object at a JSON pointer, sorted.
    fn keys<'s>(schema: &'s Value, pointer: &str) -> Vec<&'s str> {
        let object = schema.pointer(pointer).and_then(Value::as_object);
        let mut keys: Vec<_> = object.unwrap_or_else(|| panic!("{pointer}")).keys().map(String::as_str).collect();
        keys.sort_unstable();
        keys
    }

    fn strings<'s>(schema: &'s Value, pointer: &str) -> Vec<&'s str> {
        let lists = schema.pointer(pointer).and_then(Value::as_array).unwrap_or_else(|| panic!("{pointer}"));
        lists.iter().flat_map(|list| list["enum"].as_array().unwrap()).map(|name| name.as_str().unwrap()).collect()
    }

    fn schema() -> Value {
        serde_json::from_str(&Config::schema()).unwrap()
    }

    #[test]
    fn the_schema_has_the_keys_that_the_reader_accepts() {
        let schema = schema();
        for (pointer, known) in [
            ("/properties", TOP),
            ("/properties/allow-at/items/properties", ENTRY),
            ("/properties/kind/items/properties", KIND),
            ("/properties/placeholders/properties", KEYS),
            ("/definitions/names/properties", NAMES),
        ] {
            let mut known = known.to_vec();
            known.sort_unstable();
            assert_eq!(keys(&schema, pointer), known, "{pointer}");
        }
    }

    #[test]
    fn the_schema_has_the_names_that_the_reader_accepts() {
        let schema = schema();
        let findings = strings(&schema, "/definitions/finding/anyOf");
        let expected = FindingId::ALL.iter().filter(|id| id.can_be_allowed());
        let former: usize = expected.clone().map(|id| id.former_names().len()).sum();
        assert_eq!(findings.len(), expected.count() + former + Group::ALL.len());
        for name in findings {
            let text = format!("allow = ['{name}']\n[[allow-at]]\nid = '{name}'\nfile = 'a.json'");
            assert!(Config::from_toml(&text).is_ok(), "{name}");
        }
        let kinds = strings(&schema, "/properties/kind/items/properties/kind/anyOf");
        for name in &kinds {
            assert!(Config::from_toml(&format!("[[kind]]\nfiles = '*'\nkind = '{name}'")).is_ok(), "{name}");
        }
        let accepted = PolicyKind::ALL
            .iter()
            .flat_map(|kind| kind.other_names().iter().chain([&kind.name()]).copied().collect::<Vec<_>>());
        for name in accepted {
            assert_eq!(name.parse::<PolicyKind>().is_ok(), kinds.contains(&name), "{name}");
        }
    }

    #[test]
    fn each_reference_leads_to_a_definition() {
        fn visit(value: &Value, schema: &Value) {
            if let Some(Value::String(target)) = value.get("$ref") {
                assert!(schema.pointer(target.trim_start_matches('#')).is_some(), "{target}");
            }
            match value {
                Value::Array(items) => items.iter().for_each(|item| visit(item, schema)),
                Value::Object(members) => members.values().for_each(|member| visit(member, schema)),
                _ => {}
            }
        }
        visit(&schema(), &schema());
    }

    #[cfg(feature = "std")]
    #[test]
    fn the_schema_of_the_repository_is_up_to_date() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("catalog.schema.json");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, Config::schema()).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap();
        assert!(written == Config::schema(), "run the test with UPDATE_SCHEMA=1 to write catalog.schema.json");
    }
}
