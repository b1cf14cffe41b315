//! Access levels in one order, from reading to granting, whatever order pages list them in.

use crate::model::AccessLevel;

const ORDER: [AccessLevel; 5] = [
    AccessLevel::List,
    AccessLevel::Read,
    AccessLevel::Write,
    AccessLevel::Tagging,
    AccessLevel::PermissionsManagement,
];

/// Returns the names of levels, separated by commas; an empty string if there are none.
pub(super) fn joined(levels: &[AccessLevel]) -> String {
    let names = ORDER.iter().filter(|level| levels.contains(level)).map(|level| level.name());
    names.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_has_its_place() {
        assert!(AccessLevel::ALL.iter().all(|level| ORDER.contains(level)));
        assert_eq!(joined(&[AccessLevel::Tagging, AccessLevel::Write]), "Write, Tagging");
        assert_eq!(joined(&[]), "");
    }
}
