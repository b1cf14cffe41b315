//! The actions, resource types and services that list a resource type or a condition key.

use core::{fmt, iter::FusedIterator};

use super::{
    action_query::ActionQuery as _,
    criteria::{Requiring, Taking, Where, WithConditionKey},
};
use crate::{
    handles::{AnyConditionKey, AnyResourceType, Service, ServiceActions},
    lookup::{Services, services},
};

impl AnyResourceType {
    /// Returns the actions that accept a resource of this type, required or not.
    ///
    /// ```
    /// use catalog::{AnyResourceType, action};
    ///
    /// let identity: AnyResourceType = "ses:identity".parse()?;
    /// assert!(identity.actions().any(|one| one == action!("ses:SendEmail").any()));
    /// assert!(identity.actions_requiring().count() <= identity.actions().count());
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn actions(self) -> Where<ServiceActions, Taking> {
        self.service().actions().taking(self)
    }

    /// Returns the actions that require a resource of this type. Actions for which the reference does not state whether
    /// they require it are not included.
    #[must_use]
    #[inline]
    pub fn actions_requiring(self) -> Where<ServiceActions, Requiring> {
        self.service().actions().requiring(self)
    }
}

impl AnyConditionKey {
    /// Returns the actions of the key's service for which the reference lists the key.
    ///
    /// ```
    /// use catalog::AnyConditionKey;
    ///
    /// let key: AnyConditionKey = "ses:FromAddress".parse()?;
    /// assert!(key.actions().any(|action| action.name() == "SendEmail"));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn actions(self) -> Where<ServiceActions, WithConditionKey> {
        self.service().actions().with_condition_key(self)
    }

    /// Returns the resource types of the key's service for which the reference lists the key.
    #[must_use]
    #[inline]
    pub fn resource_types(
        self,
    ) -> impl DoubleEndedIterator<Item = AnyResourceType> + FusedIterator + Clone + fmt::Debug {
        Where { actions: self.service().resource_types(), criterion: WithConditionKey(self) }
    }

    /// Returns the keys with this name in all services that list it, including this key.
    ///
    /// ```
    /// use catalog::AnyConditionKey;
    ///
    /// let key: AnyConditionKey = "aws:TagKeys".parse()?;
    /// let actions = key.everywhere().flat_map(AnyConditionKey::actions);
    /// assert!(actions.count() > key.actions().count());
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn everywhere(self) -> Everywhere {
        Everywhere { services: services(), name: self.name() }
    }
}

/// The condition keys with one name in all services, returned by [`AnyConditionKey::everywhere`].
#[derive(Clone, Debug)]
pub struct Everywhere {
    services: Services,
    name: &'static str,
}

impl Iterator for Everywhere {
    type Item = AnyConditionKey;

    #[inline]
    fn next(&mut self) -> Option<AnyConditionKey> {
        self.services.find_map(|service: Service| service.condition_key(self.name))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.services.size_hint().1)
    }
}

impl DoubleEndedIterator for Everywhere {
    #[inline]
    fn next_back(&mut self) -> Option<AnyConditionKey> {
        let name = self.name;
        self.services.by_ref().rev().find_map(|service| service.condition_key(name))
    }
}

impl FusedIterator for Everywhere {}
