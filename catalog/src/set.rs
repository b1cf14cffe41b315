//! Sets of actions: a bit for every action of the catalog.

mod iter;
mod ops;
mod shrink;

use core::{fmt, hash};

use catalog_core::NameError;

pub use iter::ActionSetIter;
pub use shrink::Shrink;

use crate::{ActionPattern, AnyAction, Service, services};

/// How many services there are.
const SERVICES: usize = services::ALL.len();

/// The number of each service's first action among all actions.
static FIRST: [u32; SERVICES] = counts().0;

/// How many actions there are, and how many the largest service has.
const COUNT: usize = counts().1;
const LARGEST: usize = counts().2;

const BITS: usize = u64::BITS as usize;
const WORDS: usize = COUNT.div_ceil(BITS);

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "this runs in the compiler")]
const fn counts() -> ([u32; SERVICES], usize, usize) {
    let mut first = [0; SERVICES];
    let (mut sum, mut largest, mut place) = (0, 0, 0);
    while place < SERVICES {
        first[place] = sum as u32;
        let count = services::ALL[place].table().actions.names.len();
        sum += count;
        if count > largest {
            largest = count;
        }
        place += 1;
    }
    (first, sum, largest)
}

/// The place of a service of the catalog among all services.
fn place_of(service: Service) -> Option<usize> {
    let place = services::ALL.binary_search_by(|other| other.prefix().cmp(service.prefix())).ok()?;
    // A service that somebody defined may have the prefix of one of the catalog.
    services::ALL.get(place).is_some_and(|found| *found == service).then_some(place)
}

/// The number of the first action of the service at a place.
fn first_of(place: usize) -> usize {
    FIRST.get(place).map_or(COUNT, |first| *first as usize)
}

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
    words: [u64; WORDS],
}

/// An action of a service that is not of the catalog: an [`ActionSet`] has no place for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOfCatalog(AnyAction);

impl NotOfCatalog {
    /// The action.
    #[must_use]
    pub const fn action(self) -> AnyAction {
        self.0
    }
}

impl fmt::Display for NotOfCatalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is of a service outside the catalog, and a set holds actions of the catalog alone", self.0)
    }
}

impl core::error::Error for NotOfCatalog {}

impl ActionSet {
    /// No action.
    #[must_use]
    pub const fn new() -> Self {
        Self { words: [0; WORDS] }
    }

    /// Every action of the catalog.
    #[must_use]
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
    pub fn from_patterns<P: AsRef<str>>(patterns: impl IntoIterator<Item = P>) -> Result<Self, NameError> {
        let mut set = Self::new();
        for pattern in patterns {
            set.insert_pattern(ActionPattern::new(pattern.as_ref())?);
        }
        Ok(set)
    }

    /// Adds the actions that a pattern stands for.
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

    /// How many actions are in the set.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether no action is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Whether an action is in the set.
    #[must_use]
    pub fn contains(&self, action: AnyAction) -> bool {
        number(action).is_some_and(|number| self.has(number))
    }

    /// Adds an action. Says whether it was not in the set before.
    ///
    /// # Errors
    /// When the action is of a service that is not of the catalog.
    pub fn insert(&mut self, action: AnyAction) -> Result<bool, NotOfCatalog> {
        let number = number(action).ok_or(NotOfCatalog(action))?;
        let added = !self.has(number);
        self.put(number);
        Ok(added)
    }

    /// Takes an action out. Says whether it was in the set.
    pub fn remove(&mut self, action: AnyAction) -> bool {
        let Some(number) = number(action).filter(|number| self.has(*number)) else { return false };
        if let Some(word) = self.words.get_mut(number / BITS) {
            *word &= !(1 << (number % BITS));
        }
        true
    }

    /// Takes every action out.
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// Adds actions, up to the first that the catalog does not have.
    ///
    /// # Errors
    /// When an action is of a service that is not of the catalog. Those in front of it are in the set then.
    pub fn try_extend(&mut self, actions: impl IntoIterator<Item = AnyAction>) -> Result<(), NotOfCatalog> {
        // Neighbours are mostly of one service.
        let mut last: Option<(Service, usize)> = None;
        for action in actions {
            let service = action.service();
            let first = match last {
                Some((known, first)) if known == service => first,
                _ => first_of(place_of(service).ok_or(NotOfCatalog(action))?),
            };
            last = Some((service, first));
            self.put(first + usize::from(action.position()));
        }
        Ok(())
    }

    fn has(&self, number: usize) -> bool {
        self.words.get(number / BITS).is_some_and(|word| word >> (number % BITS) & 1 == 1)
    }

    fn put(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / BITS) {
            *word |= 1 << (number % BITS);
        }
    }
}

/// The bits of the last word that stand for actions.
const LAST: u64 = u64::MAX >> ((BITS - COUNT % BITS) % BITS);

/// The number of an action among all actions.
fn number(action: AnyAction) -> Option<usize> {
    place_of(action.service()).map(|place| first_of(place) + usize::from(action.position()))
}

impl Default for ActionSet {
    fn default() -> Self {
        Self::new()
    }
}

/// Actions that are not of the catalog are passed over: [`try_extend`](ActionSet::try_extend) tells.
impl Extend<AnyAction> for ActionSet {
    fn extend<I: IntoIterator<Item = AnyAction>>(&mut self, actions: I) {
        let mut actions = actions.into_iter();
        while self.try_extend(actions.by_ref()).is_err() {}
    }
}

/// Actions that are not of the catalog are passed over: [`try_extend`](ActionSet::try_extend) tells.
impl FromIterator<AnyAction> for ActionSet {
    fn from_iter<I: IntoIterator<Item = AnyAction>>(actions: I) -> Self {
        let mut set = Self::new();
        set.extend(actions);
        set
    }
}

impl hash::Hash for ActionSet {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.words.hash(state);
    }
}

/// The set in few patterns: every action by name would be some thousands.
impl fmt::Debug for ActionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut set = f.debug_set();
        self.shrink().for_each(|pattern| {
            set.entry(&format_args!("{pattern}"));
        });
        set.finish()
    }
}
