//! The handle of an API operation of any service.

use core::fmt;

use super::{
    authorized_action::{AuthorizedAction, authorized_by},
    handle::Handle,
    service::Service,
};
use crate::facts::List;
use crate::tables::OperationTable;

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
    #[inline]
    pub const fn __new(service: Service, position: u16) -> Self {
        Self { service, position }
    }

    /// Its position in its service.
    #[inline]
    pub(crate) const fn position(self) -> u16 {
        self.position
    }

    /// The service.
    #[must_use]
    #[inline]
    pub const fn service(self) -> Service {
        self.service
    }

    /// AWS's name: `CreateFunction`.
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.service.table().operations.name(self.position)
    }

    /// The SDK client that has the operation, where the page says so: operations of two clients may share a name.
    #[must_use]
    #[inline]
    pub const fn sdk_client(self) -> Option<&'static str> {
        self.service.table().facts.operations.sdk_client(self.position)
    }

    /// Returns the name of the page that lists the operation, if the service names any page: operations of two pages may
    /// share a name.
    ///
    /// ```
    /// for operation in catalog::operations() {
    ///     assert!(operation.service().pages().any(|page| Some(page.file_name) == operation.page()));
    /// }
    /// ```
    #[must_use]
    #[inline]
    pub fn page(self) -> Option<&'static str> {
        self.service.table().facts.operations.page(self.position).or_else(|| self.service.reference_page())
    }

    /// The actions that authorise it.
    #[must_use]
    #[inline]
    pub const fn authorized_by(self) -> List<AuthorizedAction> {
        authorized_by(&self.service.table().facts.operations, self.position)
    }
}

impl Handle for AnyOperation {
    type Facts = OperationTable;

    #[inline]
    fn from_position(service: Service, position: u16) -> Self {
        Self::__new(service, position)
    }
}

/// The name.
impl fmt::Display for AnyOperation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for AnyOperation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AnyOperation({}: {})", self.service.prefix(), self.name())
    }
}
