//! The iterators over the actions, condition keys, resource types and API operations of a service.

use core::iter::FusedIterator;

use super::{
    action::AnyAction, condition_key::AnyConditionKey, operation::AnyOperation, resource_type::AnyResourceType,
    service::Service,
};

impl Service {
    /// Returns the actions, in catalog order.
    #[must_use]
    #[inline]
    pub const fn actions(self) -> ServiceActions {
        ServiceActions::new(self, count(self.table().actions.len()))
    }

    /// Returns the condition keys, in catalog order.
    #[must_use]
    #[inline]
    pub const fn condition_keys(self) -> ServiceConditionKeys {
        ServiceConditionKeys::new(self, count(self.table().condition_keys.len()))
    }

    /// Returns the resource types, in catalog order.
    #[must_use]
    #[inline]
    pub const fn resource_types(self) -> ServiceResourceTypes {
        ServiceResourceTypes::new(self, count(self.table().resource_types.len()))
    }

    /// Returns the API operations that AWS's page lists, in catalog order.
    ///
    /// Some pages list no operations. Others list only the operations that need more than the action of the same name.
    /// So a missing operation does not mean that AWS has no such operation.
    #[must_use]
    #[inline]
    pub const fn operations(self) -> ServiceOperations {
        ServiceOperations::new(self, count(self.table().operations.len()))
    }
}

/// Converts a number of entries. The macro that writes a table ensures that a `u16` can count its entries.
#[inline]
const fn count(entries: usize) -> u16 {
    if entries < u16::MAX as usize {
        #[expect(clippy::cast_possible_truncation, reason = "compared in the line above")]
        return entries as u16;
    }
    u16::MAX
}

macro_rules! entries {
    ($(#[$doc:meta])* $Name:ident of $Entry:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $Name {
            service: Service,
            start: u16,
            end: u16,
        }

        impl $Name {
            /// Creates the iterator over the first `count` entries of a service.
            #[inline]
            const fn new(service: Service, count: u16) -> Self {
                Self { service, start: 0, end: count }
            }
        }

        impl Iterator for $Name {
            type Item = $Entry;

            #[inline]
            fn next(&mut self) -> Option<$Entry> {
                if self.start == self.end {
                    return None;
                }
                self.start += 1;
                Some($Entry::__new(self.service, self.start - 1))
            }

            #[inline]
            fn nth(&mut self, n: usize) -> Option<$Entry> {
                let skipped = u16::try_from(n).unwrap_or(u16::MAX);
                self.start = self.start.saturating_add(skipped).min(self.end);
                self.next()
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let left = usize::from(self.end - self.start);
                (left, Some(left))
            }
        }

        impl DoubleEndedIterator for $Name {
            #[inline]
            fn next_back(&mut self) -> Option<$Entry> {
                if self.start == self.end {
                    return None;
                }
                self.end -= 1;
                Some($Entry::__new(self.service, self.end))
            }
        }

        impl ExactSizeIterator for $Name {}
        impl FusedIterator for $Name {}
    };
}

entries! {
    /// The actions of a service, in catalog order, returned by [`Service::actions`].
    ServiceActions of AnyAction
}
entries! {
    /// The condition keys of a service, in catalog order, returned by [`Service::condition_keys`].
    ServiceConditionKeys of AnyConditionKey
}
entries! {
    /// The API operations of a service, in catalog order, returned by [`Service::operations`].
    ServiceOperations of AnyOperation
}
entries! {
    /// The resource types of a service, in catalog order, returned by [`Service::resource_types`].
    ServiceResourceTypes of AnyResourceType
}
