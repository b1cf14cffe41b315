//! The actions behind an API operation, as an error carries them: a place in a table, not a list.

use core::fmt;

/// Something that knows the actions of API operations, by the operations' numbers.
pub trait OperationTable: fmt::Debug + Sync {
    /// The full name of the `nth` action that authorises an operation.
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str>;
}

/// The actions that authorise an API operation, by their full names, in the order of AWS's page.
///
/// It is a reference and a number, so that an error can hold it without a heap.
#[derive(Clone, Copy)]
pub struct OperationActions {
    table: &'static dyn OperationTable,
    operation: u16,
}

impl OperationActions {
    /// The actions of the operation with this number.
    #[must_use]
    pub const fn new(table: &'static dyn OperationTable, operation: u16) -> Self {
        Self { table, operation }
    }

    /// The full names.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        (0..).map_while(move |nth| self.table.action(self.operation, nth))
    }
}

impl PartialEq for OperationActions {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for OperationActions {}

impl fmt::Debug for OperationActions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
