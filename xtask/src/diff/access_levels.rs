//! Lists access levels in a fixed order, from reading to granting, regardless of their order on pages.

use crate::model::AccessLevel;

const ORDER: [AccessLevel; 5] = [
    AccessLevel::List,
    AccessLevel::Read,
    AccessLevel::Write,
    AccessLevel::Tagging,
    AccessLevel::PermissionsManagement,
];

/// Joins the names of levels with commas. The result is empty if there are no levels.
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
