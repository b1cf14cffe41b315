//! The marks that say how an action takes a resource type, and when another mark asks for more.

use super::change_kind::ChangeKind;

/// The marks over all rows of an action together, from the least to the most.
pub(super) const MARKS: [&str; 3] = ["optional", "required in some rows", "required"];

/// Whether a change of how an action takes a resource type asks more of those who allow it.
pub(super) fn requires_more(kind: ChangeKind, old: Option<&str>, new: &str) -> bool {
    // A mark that was not stated promised nothing, so it counts as the least.
    let rank = |mark: &str| MARKS.iter().position(|known| *known == mark).unwrap_or(0);
    matches!(kind, ChangeKind::ActionResourceType | ChangeKind::RequiredMark) && rank(new) > old.map_or(0, rank)
}
