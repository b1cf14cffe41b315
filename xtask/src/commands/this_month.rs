//! Reads the current month in UTC from the system clock.

use crate::model::Edition;
use std::time::{Duration, SystemTime};

/// Returns the current month, or January 1970 if the clock is before 1970.
pub(super) fn this_month() -> Edition {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    month(since)
}

/// Returns the month of a time, which is given as the duration since the beginning of 1970.
///
/// Returns December 9999 for later times.
fn month(since: Duration) -> Edition {
    let mut days = since.as_secs() / (24 * 60 * 60);
    for year in 1970..=9999 {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let february = if is_leap { 29 } else { 28 };
        for (month, length) in (1..).zip([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            match days.checked_sub(length) {
                Some(left) => days = left,
                None => return Edition::new(year, month).unwrap_or(LAST),
            }
        }
    }
    LAST
}

const LAST: Edition = match Edition::new(9999, 12) {
    Some(edition) => edition,
    None => unreachable!(),
};

#[cfg(test)]
mod tests {
    use super::{Edition, month};
    use std::time::Duration;

    #[test]
    fn months_begin_and_end_at_midnight() {
        for (seconds, expected) in [
            (0, (1970, 1)),
            (951_782_399, (2000, 2)),
            // The leap day of 2000, and the day after it.
            (951_782_400, (2000, 2)),
            (951_868_800, (2000, 3)),
            (1_798_761_599, (2026, 12)),
            (1_798_761_600, (2027, 1)),
            (u64::MAX, (9999, 12)),
        ] {
            let expected = Edition::new(expected.0, expected.1).unwrap();
            assert_eq!(month(Duration::from_secs(seconds)), expected, "{seconds}");
        }
    }
}
