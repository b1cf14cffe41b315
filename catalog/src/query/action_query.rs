//! Filters for any iterator over actions.

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

/// Filters for iterators over actions, such as the actions of a service, a pattern, a set or all services.
///
/// Each filter returns an iterator, so you can chain filters. The iterator is double-ended if the original iterator is,
/// and it does not allocate.
///
/// ```
/// use catalog::{AccessLevel, ActionQuery as _, Service};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let s3 = Service::find("s3").ok_or("unknown service")?;
/// let bucket = s3.resource_type("bucket").ok_or("unknown resource type")?;
/// // The actions that change a bucket, except for its tags.
/// let changing = s3.actions().requiring(bucket).with_access_levels(AccessLevel::Write).not_matching(&["s3:*Tag*"])?;
/// assert!(changing.clone().any(|action| action.name() == "DeleteBucket"));
/// assert!(changing.rev().all(|action| !action.name().contains("Tag")));
/// # Ok(())
/// # }
/// ```
///
/// The arguments are handles. The method `any` converts an enum variant to its handle:
/// `ses::ResourceType::Identity.any()`.
pub trait ActionQuery: Iterator<Item = AnyAction> + Sized {
    /// Keeps the actions with one of these access levels: one level, such as `AccessLevel::Read`, or several, such as
    /// `AccessLevels::READING`. An action whose level is not stated has no access level.
    #[inline]
    fn with_access_levels(self, levels: impl Into<AccessLevels>) -> Where<Self, WithAccessLevels> {
        Where { actions: self, criterion: WithAccessLevels(levels.into()) }
    }

    /// Keeps the actions for which the reference lists this condition key of one service. For a key that services
    /// share, use [`with_condition_key_named`](Self::with_condition_key_named) to include every service.
    #[inline]
    fn with_condition_key(self, key: AnyConditionKey) -> Where<Self, WithConditionKey> {
        Where { actions: self, criterion: WithConditionKey(key) }
    }

    /// Keeps the actions for which the reference lists a condition key with this full name, ignoring case, in any
    /// service.
    ///
    /// ```
    /// use catalog::{ActionQuery as _, actions};
    ///
    /// let tagging = actions().with_condition_key_named("aws:TagKeys");
    /// assert!(tagging.map(|action| action.service()).any(|service| service.prefix() == "ecs"));
    /// ```
    #[inline]
    fn with_condition_key_named(self, name: &str) -> Where<Self, WithConditionKeyNamed<'_>> {
        Where { actions: self, criterion: WithConditionKeyNamed(name) }
    }

    /// Keeps the actions that accept a resource of this type, required or not.
    #[inline]
    fn taking(self, resource_type: AnyResourceType) -> Where<Self, Taking> {
        Where { actions: self, criterion: Taking(resource_type) }
    }

    /// Keeps the actions that require a resource of this type.
    #[inline]
    fn requiring(self, resource_type: AnyResourceType) -> Where<Self, Requiring> {
        Where { actions: self, criterion: Requiring(resource_type) }
    }

    /// Keeps the actions that accept no resource type. Their only choice is `"Resource": "*"`.
    #[inline]
    fn taking_no_resource(self) -> Where<Self, TakingNoResource> {
        Where { actions: self, criterion: TakingNoResource() }
    }

    /// Keeps the actions that a pattern matches.
    ///
    /// # Errors
    /// Returns the errors of [`expand`](crate::expand).
    #[inline]
    fn matching(self, pattern: &str) -> Result<Where<Self, Matching<'_>>, NameError> {
        ActionPattern::new(pattern).map(|pattern| Where { actions: self, criterion: Matching(pattern) })
    }

    /// Keeps the actions that none of these patterns matches, like `NotAction`.
    ///
    /// # Errors
    /// Returns the errors of [`expand`](crate::expand), for the first invalid pattern.
    #[inline]
    fn not_matching<P: AsRef<str>>(self, patterns: &[P]) -> Result<Where<Self, NotMatching<'_, P>>, NameError> {
        patterns.iter().try_for_each(|pattern| ActionPattern::new(pattern.as_ref()).map(drop))?;
        Ok(Where { actions: self, criterion: NotMatching(patterns) })
    }
}

impl<I: Iterator<Item = AnyAction>> ActionQuery for I {}

/// Returns every action that none of the patterns matches. A statement with these patterns in `NotAction` applies to
/// these actions.
///
/// ```
/// use catalog::except;
///
/// let rest = except(&["iam:*", "s3:Get*"])?;
/// assert!(rest.clone().all(|action| action.service().prefix() != "iam"));
/// assert!(rest.clone().any(|action| action.to_string() == "s3:PutObject"));
/// assert!(except(&["imm:*"]).is_err());
/// # Ok::<_, catalog::NameError>(())
/// ```
///
/// # Errors
/// Returns the errors of [`expand`](crate::expand), for the first invalid pattern.
#[inline]
pub fn except<P: AsRef<str>>(patterns: &[P]) -> Result<Where<Actions, NotMatching<'_, P>>, NameError> {
    actions().not_matching(patterns)
}
