//! The actions that authorize an API operation. An error refers to them in a table, because a list would need an
//! allocation.

use core::fmt;

/// A table of the actions that authorize API operations. The number `operation` identifies an operation in the table.
pub trait AuthorizingActionTable: fmt::Debug + Sync {
    /// Returns the full name of the `nth` action that authorizes an operation.
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str>;
}

/// The actions that authorize an API operation, by their full names, in the order on AWS's page.
///
/// The value is only a reference to a table, so an error can hold it without allocating.
#[derive(Clone, Copy)]
pub struct AuthorizingActions(Source);

#[derive(Clone, Copy)]
enum Source {
    /// The table of a service's operations, and the number of one operation.
    Table(&'static dyn AuthorizingActionTable, u16),
    /// The full names, separated by spaces.
    #[cfg(feature = "resolve")]
    Words(&'static str),
}

impl AuthorizingActions {
    /// Creates the actions of the operation with this number in a table.
    #[must_use]
    pub const fn new(table: &'static dyn AuthorizingActionTable, operation: u16) -> Self {
        Self(Source::Table(table, operation))
    }

    /// Creates the actions from their full names, separated by spaces.
    #[cfg(feature = "resolve")]
    pub(crate) const fn from_words(words: &'static str) -> Self {
        Self(Source::Words(words))
    }

    /// Returns an iterator over the full names.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        (0..).map_while(move |nth| match self.0 {
            Source::Table(table, operation) => table.action(operation, nth),
            #[cfg(feature = "resolve")]
            Source::Words(words) => words.split(' ').nth(nth),
        })
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
