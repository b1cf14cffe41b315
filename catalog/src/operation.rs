//! API operations, and the actions that authorise them.

use core::fmt;

use catalog_core::AccessLevels;

use crate::{
    Service,
    list::{Entry, List},
    table::OperationTable,
    typed::{self, Handle, Typed},
};

/// The actions that authorise the operation at a position of a table.
#[must_use]
pub const fn authorized_by(table: &'static OperationTable, position: u16) -> List<AuthorizedAction> {
    List::new(table.authorized_actions_of(position), table)
}

/// For the error about an operation that is taken for an action.
impl catalog_core::OperationTable for OperationTable {
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str> {
        let position = self.authorized_actions_of(operation).get(nth)?;
        self.actions().get(usize::from(position))
    }
}

/// An action that a caller of an API operation must be allowed.
///
/// Source: the section "API operations defined by …" of AWS's pages.
#[derive(Clone, Copy)]
pub struct AuthorizedAction {
    table: &'static OperationTable,
    position: u16,
}

impl AuthorizedAction {
    /// The full name of the action, of this service or another: `iam:PassRole`.
    #[must_use]
    pub const fn action(self) -> &'static str {
        match self.table.actions().get(self.position as usize) {
            Some(action) => action,
            None => "",
        }
    }

    /// The condition key that has a fixed value when the operation asks for the action.
    #[must_use]
    pub const fn condition_key(self) -> Option<&'static str> {
        self.table.condition_key(self.position)
    }

    /// The values that the condition key can have then: `lambda.amazonaws.com`.
    #[must_use]
    pub fn values(self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.table.values(self.position).unwrap_or_default().lines()
    }

    /// The access levels of the action, as this table states them. The empty set means *not stated*.
    #[must_use]
    pub const fn access_levels(self) -> AccessLevels {
        self.table.access_levels(self.position)
    }
}

impl Entry for AuthorizedAction {
    type Context = &'static OperationTable;

    fn read(number: u16, table: &'static OperationTable) -> Option<Self> {
        (usize::from(number) < table.actions().len()).then_some(Self { table, position: number })
    }
}

impl PartialEq for AuthorizedAction {
    fn eq(&self, other: &Self) -> bool {
        self.action() == other.action()
            && self.condition_key() == other.condition_key()
            && self.access_levels() == other.access_levels()
            && self.values().eq(other.values())
    }
}

impl Eq for AuthorizedAction {}

impl fmt::Debug for AuthorizedAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AuthorizedAction").field(&self.action()).finish()
    }
}

/// An API operation of any service.
///
/// Operations are what a program calls; actions are what a policy allows. Most operations need the action of their own
/// name, some need others, or none but others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyOperation {
    service: Service,
    position: u16,
}

impl AnyOperation {
    /// The operation at a position that the service's table has.
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(service: Service, position: u16) -> Self {
        Self { service, position }
    }

    /// Its position in its service.
    pub(crate) const fn position(self) -> u16 {
        self.position
    }

    /// The service.
    #[must_use]
    pub const fn service(self) -> Service {
        self.service
    }

    /// AWS's name: `CreateFunction`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.service.table().operations.names.name(self.position)
    }

    /// The SDK client that has the operation, where the page says so: operations of two clients may share a name.
    #[must_use]
    pub const fn sdk_client(self) -> Option<&'static str> {
        self.service.table().operations.table.sdk_client(self.position)
    }

    /// The actions that authorise it.
    #[must_use]
    pub const fn authorized_by(self) -> List<AuthorizedAction> {
        authorized_by(self.service.table().operations.table, self.position)
    }

    /// The variant that the handle stands for, if its service is the one of that enum.
    #[must_use]
    pub fn typed<T: Typed<Any = Self>>(self) -> Option<T> {
        (self.service == T::SERVICE).then(|| typed::variant(self.position)).flatten()
    }
}

impl Handle for AnyOperation {
    fn at(service: Service, position: u16) -> Self {
        Self::__new(service, position)
    }
}

impl<T: Typed<Any = Self>> From<T> for AnyOperation {
    fn from(typed: T) -> Self {
        typed.into_any()
    }
}

/// The name.
impl fmt::Display for AnyOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for AnyOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AnyOperation({}: {})", self.service.prefix(), self.name())
    }
}
