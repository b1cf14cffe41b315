//! Iterators over all services: every action, condition key, resource type and operation of the catalog.

use core::iter::FusedIterator;

use crate::{
    handles::{
        AnyAction, AnyConditionKey, AnyOperation, AnyResourceType, Service, ServiceActions, ServiceConditionKeys,
        ServiceOperations, ServiceResourceTypes,
    },
    lookup::{Services, services},
};

macro_rules! all {
    ($(#[$doc:meta])* $function:ident, $(#[$type_doc:meta])* $Name:ident of $Entry:ident by $OfService:ident) => {
        $(#[$doc])*
        #[must_use]
        #[inline]
        pub fn $function() -> $Name {
            $Name { front: None, between: services(), back: None }
        }

        $(#[$type_doc])*
        #[derive(Clone, Debug)]
        pub struct $Name {
            /// The services whose iteration has begun from the front and from the back, and the services between them.
            front: Option<$OfService>,
            between: Services,
            back: Option<$OfService>,
        }

        impl Iterator for $Name {
            type Item = $Entry;

            #[inline]
            fn next(&mut self) -> Option<$Entry> {
                loop {
                    if let Some(entry) = self.front.as_mut().and_then(Iterator::next) {
                        return Some(entry);
                    }
                    match self.between.next() {
                        Some(service) => self.front = Some(service.$function()),
                        None => return self.back.as_mut().and_then(Iterator::next),
                    }
                }
            }

            #[inline]
            fn nth(&mut self, mut n: usize) -> Option<$Entry> {
                loop {
                    if let Some(front) = &mut self.front {
                        let left = front.len();
                        if n < left {
                            return front.nth(n);
                        }
                        n -= left;
                    }
                    match self.between.next() {
                        Some(service) => self.front = Some(service.$function()),
                        None => {
                            self.front = None;
                            return self.back.as_mut().and_then(|back| back.nth(n));
                        }
                    }
                }
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                let left = self.len();
                (left, Some(left))
            }

            #[inline]
            fn count(self) -> usize {
                self.len()
            }

            #[inline]
            fn last(mut self) -> Option<$Entry> {
                self.next_back()
            }

            #[inline]
            fn fold<B, F: FnMut(B, $Entry) -> B>(self, init: B, step: F) -> B {
                let between = self.between.map(Service::$function);
                self.front.into_iter().chain(between).chain(self.back).flatten().fold(init, step)
            }
        }

        impl DoubleEndedIterator for $Name {
            #[inline]
            fn next_back(&mut self) -> Option<$Entry> {
                loop {
                    if let Some(entry) = self.back.as_mut().and_then(DoubleEndedIterator::next_back) {
                        return Some(entry);
                    }
                    match self.between.next_back() {
                        Some(service) => self.back = Some(service.$function()),
                        None => return self.front.as_mut().and_then(DoubleEndedIterator::next_back),
                    }
                }
            }

            #[inline]
            fn rfold<B, F: FnMut(B, $Entry) -> B>(self, init: B, step: F) -> B {
                let between = self.between.map(Service::$function);
                self.front.into_iter().chain(between).chain(self.back).flatten().rfold(init, step)
            }
        }

        impl ExactSizeIterator for $Name {
            #[inline]
            fn len(&self) -> usize {
                let ends: usize = [&self.front, &self.back].into_iter().flatten().map(ExactSizeIterator::len).sum();
                ends + self.between.clone().map(|service| service.$function().len()).sum::<usize>()
            }
        }

        impl FusedIterator for $Name {}
    };
}

all! {
    /// Returns every action of every service, in catalog order: by service prefix, then in the order of the service.
    ///
    /// Use [`ActionQuery`](crate::ActionQuery) to filter the actions.
    ///
    /// ```
    /// use catalog::{AccessLevel, ActionQuery as _, actions};
    ///
    /// let levels = AccessLevel::Write | AccessLevel::PermissionsManagement;
    /// let changing = actions().with_access_levels(levels).count();
    /// assert!(changing < actions().len());
    /// ```
    actions,
    /// Every action, returned by [`actions`].
    Actions of AnyAction by ServiceActions
}
all! {
    /// Returns every condition key of every service, in catalog order. A key that services share occurs once per
    /// service.
    ///
    /// ```
    /// use catalog::condition_keys;
    ///
    /// let shared = condition_keys().filter(|key| key.name() == "aws:TagKeys");
    /// assert!(shared.count() > 100);
    /// ```
    condition_keys,
    /// Every condition key, returned by [`condition_keys`].
    ConditionKeys of AnyConditionKey by ServiceConditionKeys
}
all! {
    /// Returns every resource type of every service, in catalog order.
    ///
    /// ```
    /// use catalog::resource_types;
    ///
    /// assert!(resource_types().any(|of| of.to_string() == "ses:identity"));
    /// ```
    resource_types,
    /// Every resource type, returned by [`resource_types`].
    ResourceTypes of AnyResourceType by ServiceResourceTypes
}
all! {
    /// Returns every API operation that AWS's pages list, in catalog order.
    ///
    /// ```
    /// use catalog::operations;
    ///
    /// // Operations that pass a role to a service.
    /// let mut passing = operations().filter(|operation| {
    ///     operation.authorized_by().iter().any(|needed| needed.action() == "iam:PassRole")
    /// });
    /// assert!(passing.next().is_some());
    /// ```
    operations,
    /// Every API operation, returned by [`operations`].
    Operations of AnyOperation by ServiceOperations
}
