//! `catalog lint --list`: prints one line per finding.

use std::process::ExitCode;

use catalog::policy::{FindingId, Group};

use crate::console;

/// Prints every finding with its severity, its group and a summary.
pub(crate) fn list() -> ExitCode {
    let width = |names: &mut dyn Iterator<Item = &'static str>| names.map(str::len).max().unwrap_or_default();
    let of_ids = width(&mut FindingId::ALL.iter().map(|id| id.name()));
    let of_groups = width(&mut Group::ALL.iter().map(|group| group.name()));
    let line = |id: &FindingId| {
        let (severity, group, summary) = (id.severity(), id.group(), id.summary());
        format!("{severity:7}  {id:of_ids$}  {group:of_groups$}  {summary}\n")
    };
    console::print(&FindingId::ALL.iter().map(line).collect::<String>())
}
