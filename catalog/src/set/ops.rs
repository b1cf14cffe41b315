//! The set operations: union, intersection, difference, complement and comparisons.

use core::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Sub, SubAssign};

use super::{action_set::ActionSet, numbers::LAST};

impl ActionSet {
    /// Returns the actions of either set or both: `|`.
    #[must_use]
    #[inline]
    pub fn union(&self, other: &Self) -> Self {
        self.zip(other, |left, right| left | right)
    }

    /// Returns the actions of both sets: `&`.
    #[must_use]
    #[inline]
    pub fn intersection(&self, other: &Self) -> Self {
        self.zip(other, |left, right| left & right)
    }

    /// Returns the actions of this set that are not in the other set: `-`.
    #[must_use]
    #[inline]
    pub fn difference(&self, other: &Self) -> Self {
        self.zip(other, |left, right| left & !right)
    }

    /// Returns the actions of either set, but not both: `^`.
    #[must_use]
    #[inline]
    pub fn symmetric_difference(&self, other: &Self) -> Self {
        self.zip(other, |left, right| left ^ right)
    }

    /// Returns the actions of the catalog that are not in this set: `!`.
    #[must_use]
    #[inline]
    pub fn complement(&self) -> Self {
        let mut set = self.clone();
        set.words.iter_mut().for_each(|word| *word = !*word);
        if let Some(last) = set.words.last_mut() {
            *last &= LAST;
        }
        set
    }

    /// Returns true if every action of this set is in the other set.
    #[must_use]
    #[inline]
    pub fn is_subset(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).all(|(left, right)| left & !right == 0)
    }

    /// Returns true if every action of the other set is in this set.
    #[must_use]
    #[inline]
    pub fn is_superset(&self, other: &Self) -> bool {
        other.is_subset(self)
    }

    /// Returns true if no action is in both sets.
    #[must_use]
    #[inline]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).all(|(left, right)| left & right == 0)
    }

    #[inline]
    fn zip(&self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        let mut set = self.clone();
        set.join(other, join);
        set
    }

    #[inline]
    fn join(&mut self, other: &Self, join: impl Fn(u64, u64) -> u64) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word = join(*word, *other);
        }
    }
}

macro_rules! operator {
    ($Trait:ident $method:ident, $Assign:ident $assign:ident, |$left:ident, $right:ident| $join:expr) => {
        impl $Trait for ActionSet {
            type Output = Self;

            #[inline]

            fn $method(mut self, other: Self) -> Self {
                self.join(&other, |$left, $right| $join);
                self
            }
        }

        impl $Trait<&ActionSet> for ActionSet {
            type Output = Self;

            #[inline]

            fn $method(mut self, other: &Self) -> Self {
                self.join(other, |$left, $right| $join);
                self
            }
        }

        impl $Trait for &ActionSet {
            type Output = ActionSet;

            #[inline]

            fn $method(self, other: Self) -> ActionSet {
                self.zip(other, |$left, $right| $join)
            }
        }

        impl $Assign for ActionSet {
            #[inline]
            fn $assign(&mut self, other: Self) {
                self.join(&other, |$left, $right| $join);
            }
        }

        impl $Assign<&ActionSet> for ActionSet {
            #[inline]
            fn $assign(&mut self, other: &Self) {
                self.join(other, |$left, $right| $join);
            }
        }
    };
}

operator!(BitOr bitor, BitOrAssign bitor_assign, |left, right| left | right);
operator!(BitAnd bitand, BitAndAssign bitand_assign, |left, right| left & right);
operator!(BitXor bitxor, BitXorAssign bitxor_assign, |left, right| left ^ right);
operator!(Sub sub, SubAssign sub_assign, |left, right| left & !right);

impl Not for ActionSet {
    type Output = Self;

    #[inline]
    fn not(self) -> Self {
        self.complement()
    }
}

impl Not for &ActionSet {
    type Output = ActionSet;

    #[inline]
    fn not(self) -> ActionSet {
        self.complement()
    }
}
