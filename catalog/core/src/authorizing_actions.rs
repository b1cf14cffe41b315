//! The actions that authorize an API operation, as an error carries them: a place in a table, not a list.

use core::fmt;

/// A table of the actions that authorize API operations, by the numbers of the operations.
pub trait AuthorizingActionTable: fmt::Debug + Sync {
    /// Returns the full name of the `nth` action that authorizes an operation.
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str>;
}

/// The actions that authorize an API operation, by their full names, in the order of AWS's page.
///
/// It is a reference and a number, so that an error can hold it without a heap.
#[derive(Clone, Copy)]
pub struct AuthorizingActions {
    table: &'static dyn AuthorizingActionTable,
    operation: u16,
}

impl AuthorizingActions {
    /// The actions of the operation with this number.
    #[must_use]
    pub const fn new(table: &'static dyn AuthorizingActionTable, operation: u16) -> Self {
        Self { table, operation }
    }

    /// The full names.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        (0..).map_while(move |nth| self.table.action(self.operation, nth))
    }
}

impl PartialEq for AuthorizingActions {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for AuthorizingActions {}

impl fmt::Debug for AuthorizingActions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
