//! The access levels of an action: a set.

mod ops;

use core::fmt;

use crate::access_level::AccessLevel;

/// The access levels of an action: a set, for an action may have more than one (`Tagging, Write`).
///
/// The empty set means that the reference did **not state** a level, as its pages of 2018 did not; there is no action
/// whose stated level is none. [`is_stated`](Self::is_stated) asks for that by name.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct AccessLevels(u8);

impl AccessLevels {
    /// No level stated.
    pub const NOT_STATED: Self = Self(0);

    /// Every level.
    pub const ALL: Self = Self::from_levels(AccessLevel::ALL);

    /// The levels that look and change nothing: List and Read.
    pub const READING: Self = Self::from_levels(&[AccessLevel::List, AccessLevel::Read]);

    /// The levels that change something: Permissions management, Tagging and Write.
    pub const CHANGING: Self =
        Self::from_levels(&[AccessLevel::PermissionsManagement, AccessLevel::Tagging, AccessLevel::Write]);

    /// Creates the set of these levels.
    ///
    /// ```
    /// use catalog::{AccessLevel, AccessLevels};
    ///
    /// const LEVELS: AccessLevels = AccessLevels::from_levels(&[AccessLevel::Write, AccessLevel::Tagging]);
    /// assert!(LEVELS.contains(AccessLevel::Write));
    /// assert_eq!(LEVELS.to_string(), "Tagging, Write");
    /// ```
    #[must_use]
    pub const fn from_levels(levels: &[AccessLevel]) -> Self {
        let mut set = Self::NOT_STATED;
        let mut rest = levels;
        while let [level, tail @ ..] = rest {
            set = set.with(*level);
            rest = tail;
        }
        set
    }

    /// This set and one level more.
    #[must_use]
    pub const fn with(self, level: AccessLevel) -> Self {
        Self(self.0 | level.bit())
    }

    /// Whether the reference states a level at all.
    #[must_use]
    pub const fn is_stated(self) -> bool {
        self.0 != 0
    }

    /// Whether this level is in the set. A level that is not stated is in no set.
    #[must_use]
    pub const fn contains(self, level: AccessLevel) -> bool {
        self.0 & level.bit() != 0
    }

    /// The levels of either set: `|` where a constant is wanted.
    ///
    /// ```
    /// use catalog::{AccessLevel, AccessLevels};
    ///
    /// assert_eq!(AccessLevels::READING.union(AccessLevels::CHANGING), AccessLevels::ALL);
    /// assert_eq!(AccessLevel::List | AccessLevel::Read, AccessLevels::READING);
    /// ```
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The levels of both sets: `&` where a constant is wanted.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether a level is in both sets. A level that is not stated is in no set.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every level of the other set is in this one. That is so of a set without levels: ask
    /// [`is_stated`](Self::is_stated) first where that matters.
    #[must_use]
    pub const fn contains_all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns the number of levels in the set.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the set holds no level, that is: whether none is stated.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        !self.is_stated()
    }

    /// The levels of the set, in order.
    #[must_use]
    pub const fn iter(self) -> AccessLevelsIter {
        AccessLevelsIter(self)
    }

    /// The set as a byte of a [packed](crate::packed) table.
    #[doc(hidden)]
    #[must_use]
    pub const fn to_bits(self) -> u8 {
        self.0
    }

    /// The set that [`to_bits`](Self::to_bits) made; a bit without a level is passed over.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & Self::from_levels(AccessLevel::ALL).0)
    }
}

impl fmt::Debug for AccessLevels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// The levels joined by `, `, as a page writes them; `not stated` where there is none.
impl fmt::Display for AccessLevels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_stated() {
            return f.write_str("not stated");
        }
        for (position, level) in self.iter().enumerate() {
            if position > 0 {
                f.write_str(", ")?;
            }
            f.write_str(level.name())?;
        }
        Ok(())
    }
}

/// The levels of an [`AccessLevels`], in order.
#[derive(Clone, Debug)]
pub struct AccessLevelsIter(AccessLevels);

impl Iterator for AccessLevelsIter {
    type Item = AccessLevel;

    fn next(&mut self) -> Option<AccessLevel> {
        let level = AccessLevel::ALL.iter().copied().find(|level| self.0.contains(*level))?;
        self.0.0 &= !level.bit();
        Some(level)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len(), Some(self.0.len()))
    }
}

impl DoubleEndedIterator for AccessLevelsIter {
    fn next_back(&mut self) -> Option<AccessLevel> {
        let level = AccessLevel::ALL.iter().copied().rfind(|level| self.0.contains(*level))?;
        self.0.0 &= !level.bit();
        Some(level)
    }
}

impl ExactSizeIterator for AccessLevelsIter {}
impl core::iter::FusedIterator for AccessLevelsIter {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{string::ToString as _, vec::Vec};

    #[test]
    fn not_stated_is_not_a_level() {
        let none = AccessLevels::NOT_STATED;
        assert!(!none.is_stated() && none.is_empty());
        assert_eq!(none.to_string(), "not stated");
        assert!(AccessLevel::ALL.iter().all(|level| !none.contains(*level)));
    }

    #[test]
    fn the_algebra_of_sets_is_that_of_their_members() {
        for (left, right) in (0..32).flat_map(|left| (0..32).map(move |right| (left, right))) {
            let (left, right) = (AccessLevels::from_bits(left), AccessLevels::from_bits(right));
            let both = |level: &AccessLevel| left.contains(*level) && right.contains(*level);
            let either = |level: &AccessLevel| left.contains(*level) || right.contains(*level);
            let all = || AccessLevel::ALL.iter().copied();
            assert_eq!(left & right, all().filter(both).collect());
            assert_eq!(left | right, all().filter(either).collect());
            assert_eq!(left.intersects(right), all().any(|level| both(&level)));
            assert_eq!(left.contains_all(right), right.iter().all(|level| left.contains(level)));
        }
    }

    #[test]
    fn a_set_iterates_from_both_ends() {
        let all: AccessLevels = AccessLevel::ALL.iter().copied().collect();
        let mut reversed: Vec<_> = all.iter().rev().collect();
        reversed.reverse();
        assert_eq!(reversed, AccessLevel::ALL);
        assert_eq!(all.iter().len(), AccessLevel::ALL.len());
        assert_eq!(AccessLevels::from_bits(all.to_bits() | 0x80), all);
    }
}
