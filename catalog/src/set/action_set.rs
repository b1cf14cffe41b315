//! The set of actions: its members, and the methods that add and remove them.

use core::hash;

use catalog_core::NameError;

use super::{
    error::NotInCatalogError,
    numbers::{BITS, LAST, WORDS, first_of, number, place_of},
};
use crate::{
    handles::{AnyAction, Service},
    query::ActionPattern,
};

/// A set of actions of the catalog.
///
/// The set has one bit per action, about 2.8 KB, and does not allocate. The operators `|`, `&`, `-`, `^` and `!` call
/// the methods of the same meaning. Two sets are equal if they contain the same actions.
///
/// ```
/// use catalog::{ActionSet, action};
///
/// let mut set = ActionSet::from_patterns(["s3:Get*", "s3:List*"])?;
/// assert!(set.contains(action!("s3:GetObject").any()));
/// set = set - ActionSet::from_patterns(["s3:*Policy"])?;
/// assert!(!set.contains(action!("s3:GetBucketPolicy").any()));
///
/// // Convert the set to a few patterns that match exactly its actions.
/// let again: ActionSet = set.shrink().flat_map(|pattern| pattern.expand()).collect();
/// assert_eq!(again, set);
/// # Ok::<_, catalog::NameError>(())
/// ```
///
/// A set cannot contain the actions of services that you [define](crate::define): [`insert`](Self::insert) returns an
/// error for them.
#[derive(Clone, PartialEq, Eq)]
pub struct ActionSet {
    /// The bits after the last action are 0.
    pub(super) words: [u64; WORDS],
}

impl ActionSet {
    /// Creates an empty set.
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self { words: [0; WORDS] }
    }

    /// Creates the set of every action in the catalog.
    #[must_use]
    #[inline]
    pub const fn all() -> Self {
        let mut all = Self { words: [u64::MAX; WORDS] };
        if let Some(last) = all.words.last_mut() {
            *last = LAST;
        }
        all
    }

    /// Creates the set of the actions that any of the patterns matches.
    ///
    /// ```
    /// use catalog::ActionSet;
    ///
    /// assert_eq!(ActionSet::from_patterns(["*"])?, ActionSet::all());
    /// let wrong = ActionSet::from_patterns(["s3:Get*", "s4:Get*"]);
    /// assert!(wrong.is_err_and(|error| error.to_string().contains("`s4:Get*`")));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    ///
    /// # Errors
    /// Returns the errors of [`expand`](crate::expand), for the first invalid pattern. The error contains the pattern.
    #[inline]
    pub fn from_patterns<P: AsRef<str>>(patterns: impl IntoIterator<Item = P>) -> Result<Self, NameError> {
        let mut set = Self::new();
        for pattern in patterns {
            set.insert_pattern(ActionPattern::new(pattern.as_ref())?);
        }
        Ok(set)
    }

    /// Adds the actions that a pattern matches.
    #[inline]
    pub fn insert_pattern(&mut self, pattern: ActionPattern<'_>) {
        match pattern.service().map(|service| (service, place_of(service))) {
            None => *self = Self::all(),
            Some((service, Some(place))) => {
                let first = first_of(place);
                let matching = service.actions().enumerate().filter(|(_, action)| pattern.matches(*action));
                matching.for_each(|(position, _)| self.put(first + position));
            }
            Some((_, None)) => {}
        }
    }

    /// Returns the number of actions in the set.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Returns true if the set contains no action.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Returns true if the set contains an action.
    #[must_use]
    #[inline]
    pub fn contains(&self, action: AnyAction) -> bool {
        number(action).is_some_and(|number| self.has(number))
    }

    /// Adds an action. Returns true if the action was not in the set before.
    ///
    /// # Errors
    /// Returns an error if the service of the action is not in the catalog.
    #[inline]
    pub fn insert(&mut self, action: AnyAction) -> Result<bool, NotInCatalogError> {
        let number = number(action).ok_or(NotInCatalogError::new(action))?;
        let added = !self.has(number);
        self.put(number);
        Ok(added)
    }

    /// Removes an action. Returns true if the action was in the set.
    #[inline]
    pub fn remove(&mut self, action: AnyAction) -> bool {
        let Some(number) = number(action).filter(|number| self.has(*number)) else { return false };
        if let Some(word) = self.words.get_mut(number / BITS) {
            *word &= !(1 << (number % BITS));
        }
        true
    }

    /// Removes every action.
    #[inline]
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// Adds actions, and stops at the first action that is not in the catalog.
    ///
    /// # Errors
    /// Returns an error if the service of an action is not in the catalog. The set then contains the actions before
    /// that action.
    #[inline]
    pub fn try_extend(&mut self, actions: impl IntoIterator<Item = AnyAction>) -> Result<(), NotInCatalogError> {
        // Consecutive actions usually belong to one service. Keep the number of its first action, so that the service
        // is not searched for each action.
        let mut last: Option<(Service, usize)> = None;
        for action in actions {
            let service = action.service();
            let first = match last {
                Some((known, first)) if known == service => first,
                _ => first_of(place_of(service).ok_or(NotInCatalogError::new(action))?),
            };
            last = Some((service, first));
            self.put(first + usize::from(action.position()));
        }
        Ok(())
    }

    #[inline]
    pub(super) fn has(&self, number: usize) -> bool {
        self.words.get(number / BITS).is_some_and(|word| word >> (number % BITS) & 1 == 1)
    }

    #[inline]
    fn put(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / BITS) {
            *word |= 1 << (number % BITS);
        }
    }
}

impl Default for ActionSet {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

/// Skips actions that are not in the catalog. [`try_extend`](ActionSet::try_extend) returns an error for them.
impl Extend<AnyAction> for ActionSet {
    #[inline]
    fn extend<I: IntoIterator<Item = AnyAction>>(&mut self, actions: I) {
        let mut actions = actions.into_iter();
        while self.try_extend(actions.by_ref()).is_err() {}
    }
}

/// Skips actions that are not in the catalog. [`try_extend`](ActionSet::try_extend) returns an error for them.
impl FromIterator<AnyAction> for ActionSet {
    #[inline]
    fn from_iter<I: IntoIterator<Item = AnyAction>>(actions: I) -> Self {
        let mut set = Self::new();
        set.extend(actions);
        set
    }
}

impl hash::Hash for ActionSet {
    #[inline]
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.words.hash(state);
    }
}
