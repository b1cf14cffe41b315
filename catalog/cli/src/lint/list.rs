//! `catalog lint --list`: one line per finding.

use std::process::ExitCode;

use catalog::policy::FindingId;

use crate::console;

/// Prints every finding with its severity and a summary.
pub(crate) fn list() -> ExitCode {
    let width = FindingId::ALL.iter().map(|id| id.name().len()).max().unwrap_or_default();
    let line = |id: &FindingId| format!("{:7}  {id:width$}  {}\n", id.severity(), id.reason());
    console::print(&FindingId::ALL.iter().map(line).collect::<String>())
}
