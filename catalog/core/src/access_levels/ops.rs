//! The operators of sets of access levels, and their conversions to and from single levels.

use core::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign};

use super::{AccessLevels, AccessLevelsIter};
use crate::access_level::AccessLevel;

impl From<AccessLevel> for AccessLevels {
    fn from(level: AccessLevel) -> Self {
        Self::NOT_STATED.with(level)
    }
}

impl<R: Into<AccessLevels>> BitOr<R> for AccessLevels {
    type Output = Self;

    fn bitor(self, other: R) -> Self {
        self.union(other.into())
    }
}

/// Combines two levels into a set.
impl<R: Into<AccessLevels>> BitOr<R> for AccessLevel {
    type Output = AccessLevels;

    fn bitor(self, other: R) -> AccessLevels {
        AccessLevels::from(self) | other
    }
}

impl<R: Into<AccessLevels>> BitOrAssign<R> for AccessLevels {
    fn bitor_assign(&mut self, other: R) {
        *self = *self | other;
    }
}

impl<R: Into<AccessLevels>> BitAnd<R> for AccessLevels {
    type Output = Self;

    fn bitand(self, other: R) -> Self {
        self.intersection(other.into())
    }
}

impl<R: Into<AccessLevels>> BitAndAssign<R> for AccessLevels {
    fn bitand_assign(&mut self, other: R) {
        *self = *self & other;
    }
}

impl Extend<AccessLevel> for AccessLevels {
    fn extend<I: IntoIterator<Item = AccessLevel>>(&mut self, levels: I) {
        *self = levels.into_iter().fold(*self, Self::with);
    }
}

impl FromIterator<AccessLevel> for AccessLevels {
    fn from_iter<I: IntoIterator<Item = AccessLevel>>(levels: I) -> Self {
        levels.into_iter().fold(Self::NOT_STATED, Self::with)
    }
}

impl IntoIterator for AccessLevels {
    type Item = AccessLevel;
    type IntoIter = AccessLevelsIter;

    fn into_iter(self) -> AccessLevelsIter {
        self.iter()
    }
}
