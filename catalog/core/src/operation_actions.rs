//! The actions behind an API operation, as an error carries them: a place in a table, not a list.

use core::{fmt, iter::FusedIterator};

/// Something that knows the actions of API operations, by the operations' numbers.
pub trait OperationTable: fmt::Debug + Sync {
    /// The full name of the `nth` action that authorises an operation.
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str>;
}

/// The actions that authorise an API operation, by their full names, in the order of AWS's page.
///
/// It is two words and a number, so that an error can hold it without a heap.
#[derive(Clone, Copy)]
pub struct OperationActions {
    table: &'static dyn OperationTable,
    operation: u16,
    next: usize,
}

impl OperationActions {
    /// The actions of the operation with this number.
    #[must_use]
    pub const fn new(table: &'static dyn OperationTable, operation: u16) -> Self {
        Self { table, operation, next: 0 }
    }
}

impl Iterator for OperationActions {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        let action = self.table.action(self.operation, self.next)?;
        self.next += 1;
        Some(action)
    }
}

impl FusedIterator for OperationActions {}

impl PartialEq for OperationActions {
    fn eq(&self, other: &Self) -> bool {
        Iterator::eq(*self, *other)
    }
}

impl Eq for OperationActions {}

impl fmt::Debug for OperationActions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(*self).finish()
    }
}
