//! The explanation of a finding.

use catalog::policy::FindingId;

/// Returns the page of the finding with this id.
pub(super) fn explanation(id: &str) -> Option<String> {
    let id = FindingId::from_name(id)?;
    let severity = id.severity();
    Some(format!("{severity}[{id}]\n\n{}\n\n    {}\n\n{}\n", id.reason(), id.example(), id.cure()))
}
