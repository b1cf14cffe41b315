//! The error about an action that a set cannot contain.

use core::fmt;

use crate::handles::AnyAction;

/// An error about an action whose service is not in the catalog. An [`ActionSet`](crate::ActionSet) cannot contain the
/// action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotInCatalogError(AnyAction);

impl NotInCatalogError {
    pub(super) const fn new(action: AnyAction) -> Self {
        Self(action)
    }

    /// Returns the action.
    #[must_use]
    pub const fn action(self) -> AnyAction {
        self.0
    }
}

impl fmt::Display for NotInCatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` belongs to a service outside the catalog: a set holds only actions of the catalog", self.0)
    }
}

impl core::error::Error for NotInCatalogError {}
