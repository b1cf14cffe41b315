//! Iteration over the actions of a set.

use core::{fmt, iter::FusedIterator};

use super::{
    action_set::ActionSet,
    numbers::{BITS, COUNT, SERVICES, first_of},
};
use crate::{handles::AnyAction, services::ALL};

impl ActionSet {
    /// Returns the actions, in catalog order.
    ///
    /// ```
    /// use catalog::ActionSet;
    ///
    /// let set = ActionSet::from_patterns(["ses:Send*", "iam:PassRole"])?;
    /// assert_eq!(set.iter().len(), set.len());
    /// assert_eq!(set.iter().next().map(|action| action.to_string()).as_deref(), Some("iam:PassRole"));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn iter(&self) -> ActionSetIter<'_> {
        ActionSetIter { set: self, start: 0, end: COUNT, front: 0, back: SERVICES, left: self.len() }
    }
}

impl<'s> IntoIterator for &'s ActionSet {
    type Item = AnyAction;
    type IntoIter = ActionSetIter<'s>;

    #[inline]
    fn into_iter(self) -> ActionSetIter<'s> {
        self.iter()
    }
}

/// The actions of a set, in catalog order, returned by [`ActionSet::iter`].
#[derive(Clone)]
pub struct ActionSetIter<'s> {
    set: &'s ActionSet,
    /// The remaining action numbers.
    start: usize,
    end: usize,
    /// The indices of the services of the remaining actions. The end is exclusive.
    front: usize,
    back: usize,
    left: usize,
}

/// Returns the action with a number, given the index of its service.
#[inline]
fn action(place: usize, number: usize) -> Option<AnyAction> {
    let position = u16::try_from(number - first_of(place)).ok()?;
    ALL.get(place)?.action_at(position)
}

impl Iterator for ActionSetIter<'_> {
    type Item = AnyAction;

    #[inline]
    fn next(&mut self) -> Option<AnyAction> {
        while self.start < self.end {
            let word = self.set.words.get(self.start / BITS).copied().unwrap_or_default();
            let rest = word >> (self.start % BITS);
            if rest == 0 {
                self.start = (self.start / BITS + 1) * BITS;
                continue;
            }
            let number = self.start + rest.trailing_zeros() as usize;
            if number >= self.end {
                break;
            }
            self.start = number + 1;
            self.left -= 1;
            while number >= first_of(self.front + 1) {
                self.front += 1;
            }
            return action(self.front, number);
        }
        self.start = self.end;
        None
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }

    #[inline]
    fn count(self) -> usize {
        self.left
    }
}

impl DoubleEndedIterator for ActionSetIter<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<AnyAction> {
        while self.start < self.end {
            let last = self.end - 1;
            let word = self.set.words.get(last / BITS).copied().unwrap_or_default();
            let rest = word << (BITS - 1 - last % BITS);
            if rest == 0 {
                self.end = last / BITS * BITS;
                continue;
            }
            let number = last - rest.leading_zeros() as usize;
            if number < self.start {
                break;
            }
            self.end = number;
            self.left -= 1;
            while number < first_of(self.back - 1) {
                self.back -= 1;
            }
            return action(self.back - 1, number);
        }
        self.end = self.start;
        None
    }
}

impl ExactSizeIterator for ActionSetIter<'_> {}
impl FusedIterator for ActionSetIter<'_> {}

impl fmt::Debug for ActionSetIter<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
