//! Sets of ordered values as ranges: numbers, dates and IP addresses.

use alloc::vec::Vec;

/// A place between values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cut<T> {
    /// Before all values.
    Start,
    /// Just before a value, or just after it.
    At(T, Side),
    /// After all values.
    End,
}

/// The side of a value on which a cut is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Before,
    After,
}

/// A set of values, as ranges in order. Between two ranges there are other values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ranges<T> {
    ranges: Vec<(Cut<T>, Cut<T>)>,
}

impl<T: Ord + Clone> Ranges<T> {
    /// Returns the union of ranges, each from a cut to a cut.
    pub(super) fn new(mut ranges: Vec<(Cut<T>, Cut<T>)>) -> Self {
        ranges.retain(|(from, to)| from < to);
        ranges.sort();
        let mut merged = Vec::<(Cut<T>, Cut<T>)>::with_capacity(ranges.len());
        for (from, to) in ranges {
            match merged.last_mut() {
                Some((_, end)) if *end >= from => {
                    if *end < to {
                        *end = to;
                    }
                }
                _ => merged.push((from, to)),
            }
        }
        Self { ranges: merged }
    }

    /// Returns the values that are not in the set.
    pub(super) fn complement(&self) -> Self {
        let mut from = Cut::Start;
        let mut ranges = Vec::with_capacity(self.ranges.len() + 1);
        for (start, end) in &self.ranges {
            ranges.push((from, start.clone()));
            from = end.clone();
        }
        ranges.push((from, Cut::End));
        ranges.retain(|(from, to)| from < to);
        Self { ranges }
    }

    /// Returns true if each value is in another set.
    pub(super) fn is_within(&self, wide: &Self) -> bool {
        let mut wide = wide.ranges.iter().peekable();
        self.ranges.iter().all(|(from, to)| {
            while wide.next_if(|(_, end)| end <= from).is_some() {}
            wide.peek().is_some_and(|(start, end)| start <= from && to <= end)
        })
    }

    /// Returns true if the set contains no value.
    pub(super) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Returns true if the set contains every value.
    pub(super) fn is_everything(&self) -> bool {
        matches!(self.ranges.as_slice(), [(Cut::Start, Cut::End)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;
    use proptest::prelude::*;

    fn cut() -> impl Strategy<Value = Cut<u8>> {
        prop_oneof![
            Just(Cut::Start),
            Just(Cut::End),
            (0_u8..6, any::<bool>())
                .prop_map(|(value, after)| Cut::At(value, if after { Side::After } else { Side::Before })),
        ]
    }

    fn ranges() -> impl Strategy<Value = Ranges<u8>> {
        proptest::collection::vec((cut(), cut()), 0..4).prop_map(Ranges::new)
    }

    /// Returns true if a set contains a value. Twice a value is the value itself, and the odd numbers are between values.
    fn contains(ranges: &Ranges<u8>, doubled: i16) -> bool {
        let place = |cut: &Cut<u8>| match cut {
            Cut::Start => i16::MIN,
            Cut::At(value, Side::Before) => i16::from(*value) * 4 - 1,
            Cut::At(value, Side::After) => i16::from(*value) * 4 + 1,
            Cut::End => i16::MAX,
        };
        ranges.ranges.iter().any(|(from, to)| place(from) < doubled * 2 && doubled * 2 < place(to))
    }

    proptest! {
        #[test]
        fn ranges_agree_with_their_values(left in ranges(), right in ranges()) {
            let values = -3..15;
            let is_within = values.clone().all(|value| !contains(&left, value) || contains(&right, value));
            prop_assert_eq!(left.is_within(&right), is_within);
            for value in values.clone() {
                prop_assert_eq!(contains(&left.complement(), value), !contains(&left, value));
            }
            prop_assert_eq!(left.is_empty(), !values.clone().any(|value| contains(&left, value)));
            prop_assert_eq!(left.is_everything(), left.complement().is_empty());
            prop_assert_eq!(left.complement().complement(), left);
        }
    }

    #[test]
    fn ranges_that_touch_are_one() {
        let (one, two) = (Cut::At(1, Side::Before), Cut::At(1, Side::After));
        let ranges = Ranges::new(vec![(two, Cut::End), (Cut::Start, one), (one, two)]);
        assert!(ranges.is_everything());
    }
}
