//! A set of actions: its members, and how it is filled.

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
/// It is a bit an action, some 2.8 KB wherever it stands, and takes nothing from the heap. `|`, `&`, `-`, `^` and `!` do as
/// their methods. Sets are equal where they hold the same actions.
///
/// ```
/// use catalog::{ActionSet, action};
///
/// let mut set = ActionSet::from_patterns(["s3:Get*", "s3:List*"])?;
/// assert!(set.contains(action!("s3:GetObject").any()));
/// set = set - ActionSet::from_patterns(["s3:*Policy"])?;
/// assert!(!set.contains(action!("s3:GetBucketPolicy").any()));
///
/// // Back to few patterns that mean just that.
/// let again: ActionSet = set.shrink().flat_map(|pattern| pattern.expand()).collect();
/// assert_eq!(again, set);
/// # Ok::<_, catalog::NameError>(())
/// ```
///
/// The actions of services that somebody [defines](crate::define) are not of the catalog: [`insert`](Self::insert) says
/// so.
#[derive(Clone, PartialEq, Eq)]
pub struct ActionSet {
    /// No bit is set behind the last action.
    pub(super) words: [u64; WORDS],
}

impl ActionSet {
    /// No action.
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self { words: [0; WORDS] }
    }

    /// Every action of the catalog.
    #[must_use]
    #[inline]
    pub const fn all() -> Self {
        let mut all = Self { words: [u64::MAX; WORDS] };
        if let Some(last) = all.words.last_mut() {
            *last = LAST;
        }
        all
    }

    /// The actions that any of the patterns stands for.
    ///
    /// ```
    /// use catalog::ActionSet;
    ///
    /// assert_eq!(ActionSet::from_patterns(["*"])?, ActionSet::all());
    /// let error = ActionSet::from_patterns(["s3:Get*", "s4:Get*"]).unwrap_err();
    /// assert!(error.to_string().contains("`s4:Get*`"));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    ///
    /// # Errors
    /// As of [`expand`](crate::expand), about the first pattern that is wrong: the error names it.
    #[inline]
    pub fn from_patterns<P: AsRef<str>>(patterns: impl IntoIterator<Item = P>) -> Result<Self, NameError> {
        let mut set = Self::new();
        for pattern in patterns {
            set.insert_pattern(ActionPattern::new(pattern.as_ref())?);
        }
        Ok(set)
    }

    /// Adds the actions that a pattern stands for.
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

    /// Whether no action is in the set.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Whether an action is in the set.
    #[must_use]
    #[inline]
    pub fn contains(&self, action: AnyAction) -> bool {
        number(action).is_some_and(|number| self.has(number))
    }

    /// Adds an action. Says whether it was not in the set before.
    ///
    /// # Errors
    /// When the action is of a service that is not of the catalog.
    #[inline]
    pub fn insert(&mut self, action: AnyAction) -> Result<bool, NotInCatalogError> {
        let number = number(action).ok_or(NotInCatalogError::new(action))?;
        let added = !self.has(number);
        self.put(number);
        Ok(added)
    }

    /// Takes an action out. Says whether it was in the set.
    #[inline]
    pub fn remove(&mut self, action: AnyAction) -> bool {
        let Some(number) = number(action).filter(|number| self.has(*number)) else { return false };
        if let Some(word) = self.words.get_mut(number / BITS) {
            *word &= !(1 << (number % BITS));
        }
        true
    }

    /// Takes every action out.
    #[inline]
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// Adds actions, up to the first that the catalog does not have.
    ///
    /// # Errors
    /// When an action is of a service that is not of the catalog. Those in front of it are in the set then.
    #[inline]
    pub fn try_extend(&mut self, actions: impl IntoIterator<Item = AnyAction>) -> Result<(), NotInCatalogError> {
        // Neighbours are mostly of one service.
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

/// Actions that are not of the catalog are passed over: [`try_extend`](ActionSet::try_extend) tells.
impl Extend<AnyAction> for ActionSet {
    #[inline]
    fn extend<I: IntoIterator<Item = AnyAction>>(&mut self, actions: I) {
        let mut actions = actions.into_iter();
        while self.try_extend(actions.by_ref()).is_err() {}
    }
}

/// Actions that are not of the catalog are passed over: [`try_extend`](ActionSet::try_extend) tells.
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
