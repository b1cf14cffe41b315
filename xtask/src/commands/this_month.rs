//! The current month, by the clock of the system.

use crate::model::Edition;
use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS_OF_DAY: u64 = 86_400;

/// Returns the current month in UTC; none if the clock is before 1970 or after 9999.
pub(super) fn this_month() -> Option<Edition> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    month_of_day(seconds / SECONDS_OF_DAY)
}

/// Returns the month of a day, counted from the first of January 1970.
fn month_of_day(mut day: u64) -> Option<Edition> {
    for year in 1970..=9999 {
        for (month, days) in (1..).zip(days_of_months(year)) {
            if day < days {
                return Edition::new(year, month);
            }
            day -= days;
        }
    }
    None
}

fn days_of_months(year: u16) -> [u64; 12] {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

#[cfg(test)]
mod tests {
    use super::{month_of_day, this_month};
    use crate::model::Edition;

    #[test]
    fn days_are_in_their_months() {
        let month = |seconds: u64| month_of_day(seconds / 86_400).map(|month| month.to_string()).unwrap();
        assert_eq!(month(0), "1970-01");
        assert_eq!((month(951_782_400), month(951_868_800)), ("2000-02".to_owned(), "2000-03".to_owned()));
        assert_eq!((month(1_793_491_199), month(1_793_491_200)), ("2026-10".to_owned(), "2026-11".to_owned()));
        assert_eq!((month(4_107_542_399), month(4_107_542_400)), ("2100-02".to_owned(), "2100-03".to_owned()));
        assert_eq!(month_of_day(u64::MAX), None);
        assert!(this_month() > Edition::new(2026, 1));
    }
}
