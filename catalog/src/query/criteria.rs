//! An iterator over the entries that meet a criterion, and the criteria.

use core::{fmt, iter::FusedIterator};

use catalog_core::{AccessLevels, ascii_case};

use super::pattern::{ActionPattern, checked_text_matches};
use crate::handles::{AnyAction, AnyConditionKey, AnyResourceType};

/// A criterion that [`Where`] checks for every entry.
pub trait Criterion<T>: sealed::Sealed {
    #[doc(hidden)]
    fn holds(&self, entry: &T) -> bool;
}

mod sealed {
    pub trait Sealed {}
}

/// An iterator over the actions that meet a criterion, returned by a method of [`ActionQuery`](crate::ActionQuery).
#[derive(Clone)]
pub struct Where<I, C> {
    pub(super) actions: I,
    pub(super) criterion: C,
}

impl<I: Iterator, C: Criterion<I::Item>> Iterator for Where<I, C> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        self.actions.find(|entry| self.criterion.holds(entry))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.actions.size_hint().1)
    }

    #[inline]
    fn fold<B, F: FnMut(B, I::Item) -> B>(self, init: B, step: F) -> B {
        self.actions.filter(|entry| self.criterion.holds(entry)).fold(init, step)
    }
}

impl<I: DoubleEndedIterator, C: Criterion<I::Item>> DoubleEndedIterator for Where<I, C> {
    #[inline]
    fn next_back(&mut self) -> Option<I::Item> {
        self.actions.rfind(|entry| self.criterion.holds(entry))
    }

    #[inline]
    fn rfold<B, F: FnMut(B, I::Item) -> B>(self, init: B, step: F) -> B {
        self.actions.filter(|entry| self.criterion.holds(entry)).rfold(init, step)
    }
}

impl<I: FusedIterator, C: Criterion<I::Item>> FusedIterator for Where<I, C> {}

/// Writes the remaining entries.
impl<I: Iterator<Item: fmt::Debug> + Clone, C: Criterion<I::Item> + Clone> fmt::Debug for Where<I, C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

macro_rules! criterion {
    ($(#[$doc:meta])* $Name:ident $(<$life:lifetime>)? ($($Held:ty)?), |$held:pat_param, $action:ident| $holds:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $Name $(<$life>)? ($(pub(super) $Held)?);

        impl $(<$life>)? sealed::Sealed for $Name $(<$life>)? {}

        impl $(<$life>)? Criterion<AnyAction> for $Name $(<$life>)? {
            #[inline]
            fn holds(&self, $action: &AnyAction) -> bool {
                let $held = self;
                $holds
            }
        }
    };
}

criterion! {
    /// The criterion that an action has one of some access levels, for
    /// [`ActionQuery::with_access_levels`](crate::ActionQuery::with_access_levels).
    WithAccessLevels(AccessLevels), |Self(levels), action| action.access_levels().intersects(*levels)
}
criterion! {
    /// The criterion that an action or a resource type has a condition key, for
    /// [`ActionQuery::with_condition_key`](crate::ActionQuery::with_condition_key).
    WithConditionKey(AnyConditionKey), |Self(key), action| {
        action.service() == key.service() && action.condition_keys().contains(key)
    }
}
criterion! {
    /// The criterion that an action has a condition key with a given name, for
    /// [`ActionQuery::with_condition_key_named`](crate::ActionQuery::with_condition_key_named).
    WithConditionKeyNamed<'n>(&'n str), |Self(name), action| {
        action.condition_keys().iter().any(|key| ascii_case::eq(key.name(), name))
    }
}
criterion! {
    /// The criterion that an action accepts a resource type, for [`ActionQuery::taking`](crate::ActionQuery::taking).
    Taking(AnyResourceType), |Self(wanted), action| {
        action.service() == wanted.service()
            && action.resource_types().iter().any(|taken| taken.resource_type == *wanted)
    }
}
criterion! {
    /// The criterion that an action requires a resource type, for
    /// [`ActionQuery::requiring`](crate::ActionQuery::requiring).
    Requiring(AnyResourceType), |Self(wanted), action| {
        action.service() == wanted.service()
            && action.resource_types().iter().any(|taken| taken.is_required() && taken.resource_type == *wanted)
    }
}
criterion! {
    /// The criterion that an action accepts no resource type, for
    /// [`ActionQuery::taking_no_resource`](crate::ActionQuery::taking_no_resource).
    TakingNoResource(), |_, action| !action.supports_resources()
}
criterion! {
    /// The criterion that a pattern matches an action, for [`ActionQuery::matching`](crate::ActionQuery::matching).
    Matching<'p>(ActionPattern<'p>), |Self(pattern), action| pattern.matches(*action)
}

impl Criterion<AnyResourceType> for WithConditionKey {
    #[inline]
    fn holds(&self, resource_type: &AnyResourceType) -> bool {
        resource_type.service() == self.0.service() && resource_type.condition_keys().contains(&self.0)
    }
}

/// The criterion that none of some patterns matches an action, for
/// [`ActionQuery::not_matching`](crate::ActionQuery::not_matching).
#[derive(Debug)]
pub struct NotMatching<'p, P>(pub(super) &'p [P]);

// Implemented by hand: derives would require `P: Clone` and `P: Copy`.
impl<P> Clone for NotMatching<'_, P> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for NotMatching<'_, P> {}

impl<P> sealed::Sealed for NotMatching<'_, P> {}

impl<P: AsRef<str>> Criterion<AnyAction> for NotMatching<'_, P> {
    #[inline]
    fn holds(&self, action: &AnyAction) -> bool {
        !self.0.iter().any(|pattern| checked_text_matches(pattern.as_ref(), *action))
    }
}
