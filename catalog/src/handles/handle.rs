//! The parts that the handles of actions, condition keys and resource types share.

use super::service::Service;

/// A handle over all services.
pub trait Handle {
    #[doc(hidden)]
    type Facts: Copy + 'static;

    /// Returns the handle of the entry at a valid position in the tables of a service.
    fn from_position(service: Service, position: u16) -> Self;
}

macro_rules! handle {
    ($(#[$doc:meta])* $Any:ident, $table:ident, $Facts:ident) => {
        $(#[$doc])*
        ///
        /// A handle is `Copy`, has the size of two words, and gives access to all facts of its service. Handles are
        /// ordered by service prefix, then by the order of the entries in the catalog. Two handles are equal if they
        /// refer to the same entry of the same service.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Any {
            service: Service,
            position: u16,
        }

        impl $Any {
            /// Creates the handle of the entry at a valid position in the tables of a service.
            #[doc(hidden)]
            #[must_use]
            #[inline]
            pub const fn __new(service: Service, position: u16) -> Self {
                Self { service, position }
            }

            /// Returns the position of the entry in its service.
            #[inline]
            pub(crate) const fn position(self) -> u16 {
                self.position
            }

            /// Returns the service that the entry belongs to.
            #[must_use]
            #[inline]
            pub const fn service(self) -> Service {
                self.service
            }

            /// Returns the link that AWS's page gives the entry, verbatim. It is not always a working link.
            ///
            /// `None` means that the page has no link, or that it links an action to its own entry on the page. The
            /// address of that entry is [`AnyAction::reference_url`](crate::AnyAction::reference_url).
            #[must_use]
            #[inline]
            pub const fn url(self) -> Option<&'static str> {
                self.service.table().facts.$table.url(self.position)
            }
        }

        impl $crate::handles::handle::Handle for $Any {
            type Facts = $crate::tables::$Facts;

            #[inline]
            fn from_position(service: Service, position: u16) -> Self {
                Self::__new(service, position)
            }
        }

        impl fmt::Debug for $Any {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($Any), "({})"), self)
            }
        }
    };
}

pub(super) use handle;
