//! The error about an action that no set can hold.

use core::fmt;

use crate::handles::AnyAction;

/// An action of a service that is not of the catalog: an [`ActionSet`](crate::ActionSet) has no place for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotInCatalogError(AnyAction);

impl NotInCatalogError {
    pub(super) const fn new(action: AnyAction) -> Self {
        Self(action)
    }

    /// The action.
    #[must_use]
    pub const fn action(self) -> AnyAction {
        self.0
    }
}

impl fmt::Display for NotInCatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is of a service outside the catalog, and a set holds actions of the catalog alone", self.0)
    }
}

impl core::error::Error for NotInCatalogError {}
