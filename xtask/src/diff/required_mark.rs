//! The marks that state whether an action requires a resource type, and their comparison.

use super::change_kind::ChangeKind;

/// The marks of a resource type over all rows of an action, from the weakest to the strongest.
pub(super) const MARKS: [&str; 3] = ["optional", "required in some rows", "required"];

/// Returns true if the new mark of a resource type is stronger than the old one.
///
/// A policy that does not name the resource type may then no longer be sufficient.
pub(super) fn requires_more(kind: ChangeKind, old: Option<&str>, new: &str) -> bool {
    // A mark that was not stated counts as the weakest.
    let rank = |mark: &str| MARKS.iter().position(|known| *known == mark).unwrap_or(0);
    matches!(kind, ChangeKind::ActionResourceType | ChangeKind::RequiredMark) && rank(new) > old.map_or(0, rank)
}
