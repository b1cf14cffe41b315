//! The shape of a SARIF log, as far as it is filled here. The words are those of the standard.

use serde::Serialize;

macro_rules! shapes {
    ($($name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty),+ $(,)? })+) => {$(
        #[derive(Clone, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub(crate) struct $name { $($(#[$attribute])* pub $field: $type),+ }
    )+};
}

shapes! {
    Log { #[serde(rename = "$schema")] schema: &'static str, version: &'static str, runs: [Run; 1] }
    Run { tool: Tool, column_kind: &'static str, invocations: [Invocation; 1], results: Vec<SarifResult> }
    Tool { driver: Driver }
    Driver { name: &'static str, semantic_version: &'static str, rules: Vec<Rule> }
    Rule {
        id: &'static str,
        short_description: Message,
        full_description: Message,
        help: Text,
        default_configuration: Configuration,
    }
    Configuration { level: &'static str }
    Text { text: String, markdown: String }
    Message { text: String }
    Invocation {
        execution_successful: bool,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        tool_execution_notifications: Vec<Notification>,
    }
    Notification { level: &'static str, message: Message }
    SarifResult {
        rule_id: &'static str,
        rule_index: Option<usize>,
        level: &'static str,
        message: Message,
        locations: [Location; 1],
        #[serde(skip_serializing_if = "Vec::is_empty")]
        fixes: Vec<Fix>,
    }
    Location { physical_location: Physical, logical_locations: [Logical; 1] }
    Physical { artifact_location: Artifact, region: Region }
    Logical { fully_qualified_name: String }
    Artifact { uri: String }
    Fix { description: Message, artifact_changes: [Change; 1] }
    Change { artifact_location: Artifact, replacements: [Replacement; 1] }
    Replacement { deleted_region: Region, inserted_content: Message }
}

/// From the first character to behind the last, counted from 1.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Region {
    pub(crate) start_line: u32,
    pub(crate) start_column: u32,
    pub(crate) end_line: u32,
    pub(crate) end_column: u32,
}
