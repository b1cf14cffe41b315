//! The set of access levels of an action.

mod ops;

use core::fmt;

use crate::access_level::AccessLevel;

/// The access levels of an action, as a set. An action can have more than one level (`Tagging, Write`).
///
/// The empty set means that the reference does **not state** a level, as on its pages of 2018. If the reference states
/// levels, the set has at least one. [`is_stated`](Self::is_stated) checks for this.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct AccessLevels(u8);

impl AccessLevels {
    /// The empty set, which means that no level is stated.
    pub const NOT_STATED: Self = Self(0);

    /// Every level.
    pub const ALL: Self = Self::from_levels(AccessLevel::ALL);

    /// The levels that only read: List and Read.
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

    /// Returns this set with one more level.
    #[must_use]
    pub const fn with(self, level: AccessLevel) -> Self {
        Self(self.0 | level.bit())
    }

    /// Returns true if the reference states a level.
    #[must_use]
    pub const fn is_stated(self) -> bool {
        self.0 != 0
    }

    /// Returns true if the level is in the set. This is never the case if the reference states no level.
    #[must_use]
    pub const fn contains(self, level: AccessLevel) -> bool {
        self.0 & level.bit() != 0
    }

    /// Returns the levels that are in at least one of the two sets. In contrast to `|`, a constant can call this
    /// method.
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

    /// Returns the levels that are in both sets. In contrast to `&`, a constant can call this method.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns true if the two sets have a level in common. If either set is empty, returns false.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns true if this set contains every level of the other set, which is always true if the other set is empty.
    /// Call [`is_stated`](Self::is_stated) on the other set first if that matters.
    #[must_use]
    pub const fn contains_all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns the number of levels in the set.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Returns true if the set is empty, which means that the reference states no level.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        !self.is_stated()
    }

    /// Returns an iterator over the levels of the set, in order.
    #[must_use]
    pub const fn iter(self) -> AccessLevelsIter {
        AccessLevelsIter(self)
    }

    /// Returns the set as a byte of a [packed](crate::packed) table.
    #[doc(hidden)]
    #[must_use]
    pub const fn to_bits(self) -> u8 {
        self.0
    }

    /// Creates the set from a byte that [`to_bits`](Self::to_bits) returned. Bits that belong to no level are ignored.
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

/// Displays the levels separated by `, `, as on AWS's pages, or `not stated` for the empty set.
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

/// An iterator over the levels of an [`AccessLevels`], in order.
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
