//! What the ids mean.

use catalog::policy::FindingId;

/// All about one id.
pub(crate) fn one(id: FindingId) -> String {
    let severity = id.severity();
    format!("{severity}[{id}]\n\n{}\n\n    {}\n\n{}\n", id.reason(), id.example(), id.cure())
}

/// A line about each.
pub(crate) fn all() -> String {
    let width = FindingId::ALL.iter().map(|id| id.name().len()).max().unwrap_or_default();
    let line = |id: &FindingId| format!("{:7}  {id:width$}  {}\n", id.severity(), id.reason());
    FindingId::ALL.iter().map(line).collect()
}
