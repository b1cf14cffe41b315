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
/// A program calls operations, and a policy allows actions. Most operations need the action of the same name. Some need
/// further actions, and some need only other actions.
///
/// ```
/// use catalog::AnyOperation;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let dsql = catalog::Service::find("dsql").ok_or("unknown service")?;
/// let create: AnyOperation = dsql.operation("CreateCluster").ok_or("unknown operation")?;
/// for needed in create.authorized_by() {
///     println!("{create} needs {}", needed.action());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyOperation {
    service: Service,
    position: u16,
}

impl AnyOperation {
    /// Creates the handle of the operation at a valid position in the tables of a service.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __new(service: Service, position: u16) -> Self {
        Self { service, position }
    }

    /// Returns the position of the operation in its service.
    #[inline]
    pub(crate) const fn position(self) -> u16 {
        self.position
    }

    /// Returns the service that the operation belongs to.
    #[must_use]
    #[inline]
    pub const fn service(self) -> Service {
        self.service
    }

    /// Returns AWS's name, such as `CreateFunction`.
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.service.table().operations.name(self.position)
    }

    /// Returns the SDK client that has the operation, if the page states the client. Operations of two clients may
    /// share a name.
    #[must_use]
    #[inline]
    pub const fn sdk_client(self) -> Option<&'static str> {
        self.service.table().facts.operations.sdk_client(self.position)
    }

    /// Returns the name of the page that lists the operation, or `None` if the service names no page. Operations of two
    /// pages may share a name.
    ///
    /// ```
    /// use catalog::operations;
    ///
    /// for operation in operations() {
    ///     assert!(operation.service().pages().any(|page| Some(page.file_name) == operation.page()));
    /// }
    /// ```
    #[must_use]
    #[inline]
    pub fn page(self) -> Option<&'static str> {
        self.service.table().facts.operations.page(self.position).or_else(|| self.service.reference_page())
    }

    /// Returns the actions that authorize the operation.
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

/// Writes the name.
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
