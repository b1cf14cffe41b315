//! Explains a finding or a group of findings.

use catalog::policy::{FindingId, Group};

/// Returns the page of the finding with this id, or the list of the group with this name.
pub(super) fn explanation(name: &str) -> Option<String> {
    let name = name.to_ascii_lowercase();
    FindingId::from_name(&name).map(page).or_else(|| Group::from_name(&name).map(list))
}

fn page(id: FindingId) -> String {
    let (severity, group, since) = (id.severity(), id.group(), id.since());
    format!("# {severity}[{id}]\n\nGroup `{group}`, since version {since}.\n\n{}\n", id.page())
}

fn list(group: Group) -> String {
    let ids = FindingId::ALL.iter().filter(|id| id.group() == group);
    let lines = ids.map(|id| format!("  {:7}  {id}\n", id.severity()));
    let off = if group.is_on_by_default() { "" } else { " (off by default)" };
    let list: String = lines.collect();
    let list = if list.is_empty() { "  none\n" } else { &list };
    format!("group {group}{off}\n{list}")
}
