//! The actions that authorize an API operation, as AWS's page states them.

use core::fmt;

use catalog_core::AccessLevels;

use crate::{
    facts::{List, ListItem},
    tables::OperationTable,
};

/// Returns the actions that authorize the operation at a position of a table.
#[must_use]
#[inline]
pub const fn authorized_by(table: &'static OperationTable, position: u16) -> List<AuthorizedAction> {
    List::new(table.authorized_actions_of(position), table)
}

/// An action that a caller of an API operation must be allowed to perform.
///
/// Source: the section "API operations defined by …" on AWS's pages.
#[derive(Clone, Copy)]
pub struct AuthorizedAction {
    table: &'static OperationTable,
    position: u16,
}

impl AuthorizedAction {
    /// Returns the full name of the action, such as `iam:PassRole`. The action can belong to another service.
    #[must_use]
    #[inline]
    pub const fn action(self) -> &'static str {
        match self.table.actions().get(self.position as usize) {
            Some(action) => action,
            None => "",
        }
    }

    /// Returns the condition key that has a fixed value when the operation requests the action. `None` means that the
    /// page states no such key.
    #[must_use]
    #[inline]
    pub const fn condition_key(self) -> Option<&'static str> {
        self.table.condition_key(self.position)
    }

    /// Returns the values that [`condition_key`](Self::condition_key) can have when the operation requests the action,
    /// such as `lambda.amazonaws.com`.
    #[must_use]
    #[inline]
    pub fn values(self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.table.values(self.position).unwrap_or_default().lines()
    }

    /// Returns the access levels of the action, as stated in the table of operations. The empty set means *not stated*.
    #[must_use]
    #[inline]
    pub const fn access_levels(self) -> AccessLevels {
        self.table.access_levels(self.position)
    }
}

impl ListItem for AuthorizedAction {
    type Context = &'static OperationTable;

    #[inline]
    fn read(number: u16, table: &'static OperationTable) -> Option<Self> {
        (usize::from(number) < table.actions().len()).then_some(Self { table, position: number })
    }
}

impl PartialEq for AuthorizedAction {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.action() == other.action()
            && self.condition_key() == other.condition_key()
            && self.access_levels() == other.access_levels()
            && self.values().eq(other.values())
    }
}

impl Eq for AuthorizedAction {}

impl fmt::Debug for AuthorizedAction {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AuthorizedAction").field(&self.action()).finish()
    }
}
