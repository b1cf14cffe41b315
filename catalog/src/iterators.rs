//! Iterators: over all services, and over the entries of one.

use core::{iter::FusedIterator, slice};

use crate::{AnyAction, AnyConditionKey, AnyOperation, AnyResourceType, Service};

/// Every service, in order of prefix.
///
/// ```
/// for service in catalog::services() {
///     println!("{:24} {:4} actions  {service}", service.prefix(), service.actions().len());
/// }
/// ```
#[must_use]
pub fn services() -> Services {
    Services(crate::services::ALL.iter())
}

/// Every service, in order of prefix: what [`services`] gives.
#[derive(Clone, Debug)]
pub struct Services(slice::Iter<'static, Service>);

impl Iterator for Services {
    type Item = Service;

    fn next(&mut self) -> Option<Service> {
        self.0.next().copied()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Services {
    fn next_back(&mut self) -> Option<Service> {
        self.0.next_back().copied()
    }
}

impl ExactSizeIterator for Services {}
impl FusedIterator for Services {}

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
            /// The first entries of a service.
            pub(crate) const fn first(service: Service, count: u16) -> Self {
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

            fn nth(&mut self, n: usize) -> Option<$Entry> {
                let skipped = u16::try_from(n).unwrap_or(u16::MAX);
                self.start = self.start.saturating_add(skipped).min(self.end);
                self.next()
            }

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
    /// The actions of a service, in catalog order: what [`Service::actions`] gives.
    Actions of AnyAction
}
entries! {
    /// The condition keys of a service, in catalog order: what [`Service::condition_keys`] gives.
    ConditionKeys of AnyConditionKey
}
entries! {
    /// The API operations of a service, in catalog order: what [`Service::operations`] gives.
    Operations of AnyOperation
}
entries! {
    /// The resource types of a service, in catalog order: what [`Service::resource_types`] gives.
    ResourceTypes of AnyResourceType
}
