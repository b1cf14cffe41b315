//! Questions to a row of actions: which of them have, take, need, match something.

mod conditions;

use core::{fmt, iter::FusedIterator};

use catalog_core::{AccessLevels, NameError};
pub use conditions::{Matching, NotMatching, OfLevels, Requiring, Taking, TakingNone, Where, WithKey, WithKeyNamed};

use crate::{
    ActionPattern, AnyAction, AnyConditionKey, AnyResourceType, Service,
    all::{AllActions, actions},
    iterators::Actions,
};

/// What can be asked of actions, on any iterator over them: of a service, of a pattern, of a set, of all services.
///
/// Each answer is an iterator again, so that questions follow each other; it goes both ways where the first did, and
/// takes nothing from the heap.
///
/// ```
/// use catalog::{AccessLevel, ActionQuery as _, Service};
///
/// let s3 = Service::find("s3").unwrap();
/// let bucket = s3.resource_type("bucket").unwrap();
/// // What changes buckets, tags aside.
/// let changing = s3.actions().requiring(bucket).with_access_levels(AccessLevel::Write).not_matching(&["s3:*Tag*"])?;
/// assert!(changing.clone().any(|action| action.name() == "DeleteBucket"));
/// assert!(changing.rev().all(|action| !action.name().contains("Tag")));
/// # Ok::<_, catalog::NameError>(())
/// ```
///
/// Enums become handles by `any`: `ses::ResourceType::Identity.any()`.
pub trait ActionQuery: Iterator<Item = AnyAction> + Sized {
    /// Those with one of these access levels, a level or several: `AccessLevel::Read`, `AccessLevels::READING`. An action
    /// whose level is not stated has none.
    fn with_access_levels(self, levels: impl Into<AccessLevels>) -> Where<Self, OfLevels> {
        Where { actions: self, condition: OfLevels(levels.into()) }
    }

    /// Those for which the reference lists this condition key, which is the key of one service. For a key that services
    /// share, [`with_condition_key_named`](Self::with_condition_key_named) asks all of them.
    fn with_condition_key(self, key: AnyConditionKey) -> Where<Self, WithKey> {
        Where { actions: self, condition: WithKey(key) }
    }

    /// Those for which the reference lists a condition key of this whole name, in any case, whichever their service.
    ///
    /// ```
    /// use catalog::ActionQuery as _;
    ///
    /// let tagging = catalog::actions().with_condition_key_named("aws:TagKeys");
    /// assert!(tagging.map(|action| action.service()).any(|service| service.prefix() == "ecs"));
    /// ```
    fn with_condition_key_named(self, name: &str) -> Where<Self, WithKeyNamed<'_>> {
        Where { actions: self, condition: WithKeyNamed(name) }
    }

    /// Those that take a resource of this type, required or not.
    fn taking(self, resource_type: AnyResourceType) -> Where<Self, Taking> {
        Where { actions: self, condition: Taking(resource_type) }
    }

    /// Those that require a resource of this type.
    fn requiring(self, resource_type: AnyResourceType) -> Where<Self, Requiring> {
        Where { actions: self, condition: Requiring(resource_type) }
    }

    /// Those that take no resource at all: `"Resource": "*"` is their only choice.
    fn taking_no_resource(self) -> Where<Self, TakingNone> {
        Where { actions: self, condition: TakingNone() }
    }

    /// Those that a pattern stands for.
    ///
    /// # Errors
    /// As of [`expand`](crate::expand).
    fn matching(self, pattern: &str) -> Result<Where<Self, Matching<'_>>, NameError> {
        ActionPattern::new(pattern).map(|pattern| Where { actions: self, condition: Matching(pattern) })
    }

    /// Those that none of these patterns stands for, as `NotAction` would have it.
    ///
    /// # Errors
    /// As of [`expand`](crate::expand), about the first pattern that is wrong.
    fn not_matching<P: AsRef<str>>(self, patterns: &[P]) -> Result<Where<Self, NotMatching<'_, P>>, NameError> {
        patterns.iter().try_for_each(|pattern| ActionPattern::new(pattern.as_ref()).map(drop))?;
        Ok(Where { actions: self, condition: NotMatching(patterns) })
    }
}

impl<I: Iterator<Item = AnyAction>> ActionQuery for I {}

/// Every action that none of the patterns stands for: what a statement with this `NotAction` speaks of.
///
/// ```
/// let rest = catalog::except(&["iam:*", "s3:Get*"])?;
/// assert!(rest.clone().all(|action| action.service().prefix() != "iam"));
/// assert!(rest.clone().any(|action| action.to_string() == "s3:PutObject"));
/// assert!(catalog::except(&["imm:*"]).is_err());
/// # Ok::<_, catalog::NameError>(())
/// ```
///
/// # Errors
/// As of [`expand`](crate::expand), about the first pattern that is wrong.
pub fn except<P: AsRef<str>>(patterns: &[P]) -> Result<Where<AllActions, NotMatching<'_, P>>, NameError> {
    actions().not_matching(patterns)
}

impl AnyResourceType {
    /// The actions that take a resource of this type, required or not.
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
    pub fn actions(self) -> Where<Actions, Taking> {
        self.service().actions().taking(self)
    }

    /// The actions that require a resource of this type.
    #[must_use]
    pub fn actions_requiring(self) -> Where<Actions, Requiring> {
        self.service().actions().requiring(self)
    }
}

impl AnyConditionKey {
    /// The actions of the key's service for which the reference lists it.
    ///
    /// ```
    /// use catalog::AnyConditionKey;
    ///
    /// let key: AnyConditionKey = "ses:FromAddress".parse()?;
    /// assert!(key.actions().any(|action| action.name() == "SendEmail"));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    #[must_use]
    pub fn actions(self) -> Where<Actions, WithKey> {
        self.service().actions().with_condition_key(self)
    }

    /// The resource types of the key's service for which the reference lists it.
    #[must_use]
    pub fn resource_types(
        self,
    ) -> impl DoubleEndedIterator<Item = AnyResourceType> + FusedIterator + Clone + fmt::Debug {
        Where { actions: self.service().resource_types(), condition: WithKey(self) }
    }

    /// The keys of this name in all services that list it, this one among them.
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
    pub fn everywhere(self) -> Everywhere {
        Everywhere { services: crate::services(), name: self.name() }
    }
}

/// The condition keys of one name in all services: what [`AnyConditionKey::everywhere`] gives.
#[derive(Clone, Debug)]
pub struct Everywhere {
    services: crate::Services,
    name: &'static str,
}

impl Iterator for Everywhere {
    type Item = AnyConditionKey;

    fn next(&mut self) -> Option<AnyConditionKey> {
        self.services.find_map(|service: Service| service.condition_key(self.name))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.services.size_hint().1)
    }
}

impl DoubleEndedIterator for Everywhere {
    fn next_back(&mut self) -> Option<AnyConditionKey> {
        let name = self.name;
        self.services.by_ref().rev().find_map(|service| service.condition_key(name))
    }
}

impl FusedIterator for Everywhere {}
