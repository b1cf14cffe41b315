//! The explanation of a finding.

use catalog::policy::FindingId;

/// Returns the page of the finding with this id.
pub(super) fn explanation(id: &str) -> Option<String> {
    let id = FindingId::from_name(id)?;
    let (severity, group, since) = (id.severity(), id.group(), id.since());
    Some(format!("# {severity}[{id}]\n\nGroup `{group}`, since version {since}.\n\n{}\n", id.page()))
}
