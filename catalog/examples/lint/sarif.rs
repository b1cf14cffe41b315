//! The log that code scanning reads: [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).

#[path = "sarif/log.rs"]
mod log;

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use catalog::policy::{Finding, FindingId, json::Lines};

use super::{Checked, Summary, Tell};
use log::{
    Artifact, Change, Configuration, Driver, Fix, Invocation, Location, Log, Logical, Message, Notification, Physical,
    Region, Replacement, Rule, Run, SarifResult, Text, Tool,
};

/// The results so far: they stand in the middle of the log.
#[derive(Default)]
pub(crate) struct Sarif(Vec<SarifResult>);

impl Tell for Sarif {
    fn tell(&mut self, _: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let lines = Lines::new(checked.text);
        let artifact = Artifact { uri: uri(checked.name) };
        self.0.extend(checked.findings.iter().map(|finding| result(finding, &artifact, &lines)));
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary, _: bool) -> io::Result<()> {
        let rules = FindingId::ALL.iter().copied().map(rule).collect();
        let driver = Driver { name: "catalog", semantic_version: env!("CARGO_PKG_VERSION"), rules };
        let notification = |text: &String| Notification { level: "error", message: text.clone().into() };
        let invocation = Invocation {
            execution_successful: summary.unread.is_empty(),
            tool_execution_notifications: summary.unread.iter().map(notification).collect(),
        };
        let run = Run {
            tool: Tool { driver },
            // As the positions of findings count.
            column_kind: "unicodeCodePoints",
            invocations: [invocation],
            results: std::mem::take(&mut self.0),
        };
        let log = Log { schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
        serde_json::to_writer_pretty(&mut *out, &log)?;
        out.write_all(b"\n")
    }
}

fn rule(id: FindingId) -> Rule {
    let (reason, example, cure) = (id.reason(), id.example(), id.cure());
    // Code in Markdown ends at as many marks as it begins with, and no example has three.
    let markdown = format!("{reason}\n\n```json\n{example}\n```\n\n{cure}");
    Rule {
        id: id.name(),
        short_description: id.name().replace('-', " ").into(),
        full_description: reason.to_owned().into(),
        help: Text { text: format!("{reason}\n\n{example}\n\n{cure}"), markdown },
        default_configuration: Configuration { level: id.severity().name() },
    }
}

fn result(finding: &Finding, artifact: &Artifact, lines: &Lines<'_>) -> SarifResult {
    let (start, end) = (lines.position(finding.span.start), lines.position(finding.span.end));
    let region =
        Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column };
    let fix = |suggestion: &String| Fix {
        description: format!("Write `{suggestion}`").into(),
        artifact_changes: [Change {
            artifact_location: artifact.clone(),
            // The region is that of a string with its quotes.
            replacements: [Replacement {
                deleted_region: region,
                inserted_content: serde_json::Value::from(suggestion.as_str()).to_string().into(),
            }],
        }],
    };
    SarifResult {
        rule_id: finding.id.name(),
        rule_index: FindingId::ALL.iter().position(|id| *id == finding.id),
        level: finding.severity.name(),
        message: finding.message.clone().into(),
        locations: [Location {
            physical_location: Physical { artifact_location: artifact.clone(), region },
            logical_locations: [Logical { fully_qualified_name: finding.pointer.clone() }],
        }],
        fixes: finding.suggestion.iter().map(fix).collect(),
    }
}

/// The URI of a path: from the folder that the command is run in, or from the root.
fn uri(path: &str) -> String {
    let drive = path.as_bytes().get(1) == Some(&b':') && cfg!(windows);
    let mut uri = String::from(match path {
        _ if drive => "file:///",
        _ if path.starts_with('/') => "file://",
        _ => "",
    });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            // Writing to a text does not fail.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Self { text }
    }
}
