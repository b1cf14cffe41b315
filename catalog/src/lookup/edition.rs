//! The edition of the whole catalog.

use catalog_core::Edition;

use crate::services::{DEPENDENT_ACTIONS_EDITION, NEWEST_EDITION, PERMISSION_ONLY_EDITION};

/// Returns the edition of the catalog: the newest month of the reference that any of its pages shows.
///
/// ```
/// use catalog::{Edition, edition};
///
/// assert!(edition() >= Edition::new(2026, 1));
/// ```
#[must_use]
#[inline]
pub const fn edition() -> Option<Edition> {
    NEWEST_EDITION
}

/// A kind of fact whose source may be from another month than the source of the other facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FactKind {
    /// Whether an action is permission-only: [`AnyAction::is_permission_only`](crate::AnyAction::is_permission_only).
    PermissionOnlyMarks,
    /// The further actions that a caller of an action needs:
    /// [`AnyAction::dependent_actions`](crate::AnyAction::dependent_actions).
    DependentActions,
}

/// Returns the edition of one kind of fact, for the pages of the newest edition.
///
/// If an action is newer than these facts, it has no permission-only mark, and its dependent actions are not stated.
///
/// ```
/// use catalog::{Edition, FactKind, edition_of};
///
/// assert!(edition_of(FactKind::DependentActions) >= Edition::new(2026, 1));
/// ```
#[must_use]
#[inline]
pub const fn edition_of(kind: FactKind) -> Option<Edition> {
    match kind {
        FactKind::PermissionOnlyMarks => PERMISSION_ONLY_EDITION,
        FactKind::DependentActions => DEPENDENT_ACTIONS_EDITION,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{handles::Service, lookup::services};

    #[test]
    fn the_catalog_is_as_new_as_its_newest_page() {
        let pages = services().flat_map(Service::pages);
        assert_eq!(edition(), pages.filter_map(|page| page.edition).max());
    }
}
