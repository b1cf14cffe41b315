//! The known name that is most similar to a wrong one.

/// The maximum length of the names to compare, in bytes. The longest name of the reference has 80 bytes.
pub const LONGEST: usize = 96;

/// A search for the name nearest to a given one, among the names that it is offered.
///
/// A name is near if it differs by few single-character mistakes: at most one in three characters. A mistake is a
/// character that is missing, added, changed, or swapped with its neighbor. Case does not count. If two names are
/// equally near, the first one offered wins.
///
/// ```
/// let error = "ses:SendEmial".parse::<catalog::AnyAction>().unwrap_err();
/// assert_eq!(error.suggestion().unwrap().to_string(), "ses:SendEmail");
/// ```
#[derive(Clone, Debug)]
pub struct Nearest<'a> {
    given: &'a str,
    /// The letters of the given name, as bits.
    letters: u32,
    /// The distance that a candidate must be below.
    below: usize,
    best: Option<&'static str>,
}

impl<'a> Nearest<'a> {
    /// Creates a search for the name nearest to this one.
    #[must_use]
    pub fn new(given: &'a str) -> Self {
        Self { given, letters: letters(given), below: (given.len() / 3).max(1) + 1, best: None }
    }

    /// Considers a name, and returns true if it is the nearest so far.
    pub fn offer(&mut self, candidate: &'static str) -> bool {
        // The distance is at least the difference of the lengths. It is also at least the number of letters that one
        // name has and the other does not.
        if self.given.len().abs_diff(candidate.len()) >= self.below {
            return false;
        }
        let candidates = letters(candidate);
        let only = (self.letters & !candidates).count_ones().max((candidates & !self.letters).count_ones());
        if only as usize >= self.below {
            return false;
        }
        let Some(distance) = distance_below(self.given, candidate, self.below) else { return false };
        self.below = distance;
        self.best = Some(candidate);
        true
    }

    /// Returns the nearest name that was offered, if any was near.
    #[must_use]
    pub fn best(&self) -> Option<&'static str> {
        self.best
    }
}

/// Returns the set of letters in a name, ignoring case, with one bit per letter. Other characters share bits with the
/// letters, so equal bits do not prove equal characters.
fn letters(name: &str) -> u32 {
    name.bytes().fold(0, |letters, byte| letters | 1 << (byte & 0x1f))
}

/// Returns the number of single-character mistakes between two names ("optimal string alignment"), ignoring ASCII case.
/// Returns `None` if a name is too long to compare.
#[must_use]
pub fn distance(left: &str, right: &str) -> Option<usize> {
    distance_below(left, right, usize::MAX)
}

/// Returns the distance if it is below a limit. Otherwise, the comparison usually ends after a few letters.
#[must_use]
pub fn distance_below(left: &str, right: &str, below: usize) -> Option<usize> {
    let band = below.checked_sub(1)?;
    if left.len().max(right.len()) > LONGEST || left.len().abs_diff(right.len()) > band {
        return None;
    }
    // Three rows of the usual table: the row before the last, the last row, and the row that is being filled. A cell that
    // is farther from the diagonal than the limit cannot be on the way to a result, so it is not computed.
    let mut rows = [[0_u8; LONGEST + 2]; 3];
    let [before, last, row] = &mut rows;
    let (mut before, mut last, mut row) = (before, last, row);
    for (cell, mistakes) in last.iter_mut().take(right.len().saturating_add(2)).zip(0..) {
        *cell = mistakes;
    }
    let at = |row: &[u8; LONGEST + 2], position: usize| row.get(position).copied().unwrap_or(u8::MAX);
    let right = right.as_bytes();
    let (mut above, mut nearest_above) = (None, 0);
    for (x, mistakes) in left.bytes().map(|byte| byte.to_ascii_lowercase()).zip(1_u8..) {
        // The columns before the first one are outside the band, except for the column of the empty string.
        let first = usize::from(mistakes).saturating_sub(band).saturating_sub(1);
        let end = usize::from(mistakes).saturating_add(band).min(right.len());
        let mut beside = if first == 0 { mistakes } else { u8::MAX };
        let mut nearest = beside;
        if let Some(cell) = row.get_mut(first) {
            *cell = beside;
        }
        let mut previous = first.checked_sub(1).and_then(|column| right.get(column)).map(u8::to_ascii_lowercase);
        for (column, y) in right.iter().map(u8::to_ascii_lowercase).enumerate().take(end).skip(first) {
            let changed = at(last, column).saturating_add(u8::from(x != y));
            let mut cost = changed.min(at(last, column + 1).saturating_add(1)).min(beside.saturating_add(1));
            if above == Some(y) && previous == Some(x) && column > 0 {
                cost = cost.min(at(before, column - 1).saturating_add(1));
            }
            if let Some(cell) = row.get_mut(column + 1) {
                *cell = cost;
            }
            nearest = nearest.min(cost);
            beside = cost;
            previous = Some(y);
        }
        if let Some(outside) = row.get_mut(end.saturating_add(1)) {
            *outside = u8::MAX;
        }
        // Each row is computed from the two rows above it, and costs never decrease. So if both rows reach the limit,
        // the final cost does, too.
        if usize::from(nearest.min(nearest_above)) >= below {
            return None;
        }
        (above, nearest_above) = (Some(x), nearest);
        (before, last, row) = (last, row, before);
    }
    Some(usize::from(at(last, right.len()))).filter(|distance| *distance < below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_mistake_counts_once() {
        for (wrong, mistakes) in [
            ("SendEmail", 0),
            ("sendEMAIL", 0),
            ("SendEmial", 1),
            ("SendMail", 1),
            ("SendEmails", 1),
            ("SentEmail", 1),
            ("SndEmial", 2),
            ("", 9),
        ] {
            assert_eq!(distance(wrong, "SendEmail"), Some(mistakes), "{wrong}");
        }
        assert_eq!(distance(&"a".repeat(LONGEST + 1), "a"), None);
        assert_eq!(distance(&"a".repeat(LONGEST), ""), Some(LONGEST));
    }

    #[test]
    fn the_name_with_the_fewest_mistakes_is_the_best() {
        let mut nearest = Nearest::new("SendEmial");
        nearest.offer("SendEmail");
        nearest.offer("SendRawEmail");
        assert_eq!(nearest.best(), Some("SendEmail"));
    }

    #[test]
    fn what_is_far_is_not_offered() {
        let mut nearest = Nearest::new("Frobnicate");
        assert!(!nearest.offer("SendEmail"));
        assert_eq!(nearest.best(), None);
    }

    #[test]
    fn the_first_of_equals_wins() {
        let mut nearest = Nearest::new("GetX");
        assert!(nearest.offer("GetA"));
        assert!(!nearest.offer("GetB"));
        assert_eq!(nearest.best(), Some("GetA"));
    }

    proptest! {
        #[test]
        fn it_is_a_distance(left in "[a-c]{0,9}", right in "[a-c]{0,9}") {
            let there = distance(&left, &right).unwrap();
            prop_assert_eq!(Some(there), distance(&right, &left));
            prop_assert_eq!(there == 0, left == right);
            prop_assert!(there >= left.len().abs_diff(right.len()));
            prop_assert!(there <= left.len().max(right.len()));
        }

        #[test]
        fn what_is_passed_over_is_far(given in "[a-eA-E0-9_-]{0,9}", candidate in "[a-eA-E0-9_-]{0,9}") {
            let mut nearest = Nearest::new(&given);
            let is_near = distance(&given, &candidate).is_some_and(|distance| distance < nearest.below);
            prop_assert_eq!(nearest.offer(candidate.leak()), is_near);
        }

        #[test]
        fn a_limit_leaves_out_what_is_not_below_it(left in "[a-c]{0,9}", right in "[a-c]{0,9}", below in 0_usize..9) {
            let expected = distance(&left, &right).filter(|distance| *distance < below);
            prop_assert_eq!(distance_below(&left, &right, below), expected);
        }
    }
}
