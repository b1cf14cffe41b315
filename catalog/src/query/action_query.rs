//! Questions to any iterator over actions.

use catalog_core::{AccessLevels, NameError};

use super::{
    all::{Actions, actions},
    criteria::{
        Matching, NotMatching, Requiring, Taking, TakingNoResource, Where, WithAccessLevels, WithConditionKey,
        WithConditionKeyNamed,
    },
    pattern::ActionPattern,
};
use crate::handles::{AnyAction, AnyConditionKey, AnyResourceType};

/// Filters for iterators over actions: of a service, of a pattern, of a set, or of all services.
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
    #[inline]
    fn with_access_levels(self, levels: impl Into<AccessLevels>) -> Where<Self, WithAccessLevels> {
        Where { actions: self, criterion: WithAccessLevels(levels.into()) }
    }

    /// Those for which the reference lists this condition key, which is the key of one service. For a key that services
    /// share, [`with_condition_key_named`](Self::with_condition_key_named) asks all of them.
    #[inline]
    fn with_condition_key(self, key: AnyConditionKey) -> Where<Self, WithConditionKey> {
        Where { actions: self, criterion: WithConditionKey(key) }
    }

    /// Those for which the reference lists a condition key of this whole name, in any case, whichever their service.
    ///
    /// ```
    /// use catalog::ActionQuery as _;
    ///
    /// let tagging = catalog::actions().with_condition_key_named("aws:TagKeys");
    /// assert!(tagging.map(|action| action.service()).any(|service| service.prefix() == "ecs"));
    /// ```
    #[inline]
    fn with_condition_key_named(self, name: &str) -> Where<Self, WithConditionKeyNamed<'_>> {
        Where { actions: self, criterion: WithConditionKeyNamed(name) }
    }

    /// Those that take a resource of this type, required or not.
    #[inline]
    fn taking(self, resource_type: AnyResourceType) -> Where<Self, Taking> {
        Where { actions: self, criterion: Taking(resource_type) }
    }

    /// Those that require a resource of this type.
    #[inline]
    fn requiring(self, resource_type: AnyResourceType) -> Where<Self, Requiring> {
        Where { actions: self, criterion: Requiring(resource_type) }
    }

    /// Those that take no resource at all: `"Resource": "*"` is their only choice.
    #[inline]
    fn taking_no_resource(self) -> Where<Self, TakingNoResource> {
        Where { actions: self, criterion: TakingNoResource() }
    }

    /// Those that a pattern stands for.
    ///
    /// # Errors
    /// As of [`expand`](crate::expand).
    #[inline]
    fn matching(self, pattern: &str) -> Result<Where<Self, Matching<'_>>, NameError> {
        ActionPattern::new(pattern).map(|pattern| Where { actions: self, criterion: Matching(pattern) })
    }

    /// Those that none of these patterns stands for, as `NotAction` would have it.
    ///
    /// # Errors
    /// As of [`expand`](crate::expand), about the first pattern that is wrong.
    #[inline]
    fn not_matching<P: AsRef<str>>(self, patterns: &[P]) -> Result<Where<Self, NotMatching<'_, P>>, NameError> {
        patterns.iter().try_for_each(|pattern| ActionPattern::new(pattern.as_ref()).map(drop))?;
        Ok(Where { actions: self, criterion: NotMatching(patterns) })
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
#[inline]
pub fn except<P: AsRef<str>>(patterns: &[P]) -> Result<Where<Actions, NotMatching<'_, P>>, NameError> {
    actions().not_matching(patterns)
}
