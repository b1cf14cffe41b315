//! The parts that the handles of actions, condition keys and resource types share.

use super::service::Service;

/// A handle over all services.
pub trait Handle {
    /// Returns the handle of the entry at a position that the service's table has.
    #[doc(hidden)]
    type Facts: Copy + 'static;

    fn from_position(service: Service, position: u16) -> Self;
}

macro_rules! handle {
    ($(#[$doc:meta])* $Any:ident, $table:ident, $Facts:ident) => {
        $(#[$doc])*
        ///
        /// A handle is `Copy`, takes two words, and knows the whole of its service. Handles are ordered by service
        /// prefix, then as the catalog orders the entries of a service. They compare equal where they stand for the
        /// same entry of the same service.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Any {
            service: Service,
            position: u16,
        }

        impl $Any {
            /// The entry at a position that the service's table has.
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

            /// Returns the link that AWS's page gives it, exactly as it is there, which is not always a working link.
            ///
            /// `None` means that the page has no link, or that it links an action to its own place on the page: see
            /// [`AnyAction::reference_url`](crate::AnyAction::reference_url).
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
