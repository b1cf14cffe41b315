//! Dates in [W3C's profile of ISO 8601](https://www.w3.org/TR/NOTE-datetime), or in seconds since 1970.

/// A moment in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Instant {
    /// The seconds since 1970, rounded down.
    seconds: i64,
    /// The nanoseconds after that second.
    nanoseconds: u32,
}

impl Instant {
    /// Parses a date, or a number of seconds since 1970. A number of at most four digits is a year.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if is_epoch_time(text) { from_epoch(text) } else { from_iso(text) }
    }
}

/// Returns true if a string is a date that exists.
pub(super) fn is_date(text: &str) -> bool {
    Instant::parse(text).is_some()
}

/// Parses a number of seconds since 1970 that fits into 64 bits. Digits after the ninth decimal place are ignored.
fn from_epoch(text: &str) -> Option<Instant> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !all(whole) || !all(fraction) {
        return None;
    }
    let (seconds, nanoseconds) = (whole.parse::<i64>().ok()?, nanoseconds(fraction));
    if !text.starts_with('-') {
        return Some(Instant { seconds, nanoseconds });
    }
    let seconds = seconds.checked_neg()?;
    match nanoseconds {
        0 => Some(Instant { seconds, nanoseconds }),
        _ => Some(Instant { seconds: seconds.checked_sub(1)?, nanoseconds: NANOSECONDS.checked_sub(nanoseconds)? }),
    }
}

/// The number of nanoseconds of a second.
const NANOSECONDS: u32 = 1_000_000_000;

/// Returns the nanoseconds of the digits after a decimal point.
fn nanoseconds(digits: &str) -> u32 {
    let digits = digits.bytes().chain(core::iter::repeat(b'0')).take(9);
    digits.fold(0, |number: u32, digit| number.saturating_mul(10).saturating_add(u32::from(digit.saturating_sub(b'0'))))
}

/// Returns true if a string is a number of seconds since 1970 that is not a year of at most four digits.
pub(crate) fn is_epoch_time(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    from_epoch(text).is_some() && (digits > 4 || digits < text.len())
}

/// Parses an ISO date. IAM is not strict: it accepts years of any length, numbers without leading zeros, and `2026T`. A
/// date without a zone is in UTC.
fn from_iso(text: &str) -> Option<Instant> {
    let (date, time) = match text.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let year = number(parts.next()?, 9, 0..=292_278_993)?;
    let month = match parts.next() {
        Some(month) => number(month, 2, 1..=12)?,
        None => 1,
    };
    let given_day = parts.next();
    let day = match given_day {
        Some(day) => number(day, 2, 1..=days_of(year, month))?,
        None => 1,
    };
    if parts.next().is_some() {
        return None;
    }
    let (seconds, nanoseconds) = match time {
        None | Some("") => (0, 0),
        Some(_) if given_day.is_none() => return None,
        Some(time) => read_time(time)?,
    };
    let seconds = days_since_1970(year, month, day).checked_mul(SECONDS_OF_DAY)?.checked_add(seconds)?;
    Some(Instant { seconds, nanoseconds })
}

/// The number of seconds of a day.
const SECONDS_OF_DAY: i64 = 86_400;

/// The number of days from the first day of the year 1 to the first day of 1970, in the Gregorian calendar.
const DAYS_TO_1970: i64 = 719_162;

/// Returns the days from the first day of 1970 to a date, in the Gregorian calendar.
fn days_since_1970(year: u32, month: u32, day: u32) -> i64 {
    let years_before = i64::from(year) - 1;
    let leap_days = years_before.div_euclid(4) - years_before.div_euclid(100) + years_before.div_euclid(400);
    let months_before: i64 = (1..month).map(|month| i64::from(days_of(year, month))).sum();
    years_before * 365 + leap_days + months_before + i64::from(day) - 1 - DAYS_TO_1970
}

/// Returns the number of days of a month.
fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Parses a time such as `12:30Z` or `12:30:45.5+01:00`. Returns the seconds since the start of the day in UTC, and the
/// nanoseconds after that second.
fn read_time(text: &str) -> Option<(i64, u32)> {
    let zone = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(zone)?;
    let mut parts = clock.split(':');
    let hours = number(parts.next()?, 2, 0..=23)?;
    let minutes = match parts.next() {
        Some(minutes) => number(minutes, 2, 0..=59)?,
        None => 0,
    };
    let (seconds, nanoseconds) = match parts.next() {
        Some(seconds) => {
            let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
            number(fraction, 9, 0..=999_999_999)?;
            (number(whole, 2, 0..=59)?, nanoseconds(fraction))
        }
        None => (0, 0),
    };
    if parts.next().is_some() {
        return None;
    }
    let seconds = i64::from(hours * 3_600 + minutes * 60 + seconds);
    let offset = match zone.strip_prefix(['+', '-']) {
        None if zone.is_empty() || zone.eq_ignore_ascii_case("z") => 0,
        None => return None,
        Some(offset) => {
            let (hours, minutes) = match offset.split_once(':') {
                Some(parts) => parts,
                None => offset.split_at_checked(2)?,
            };
            let hours = number(hours, 2, 0..=23).filter(|_| hours.len() == 2)?;
            let minutes = if minutes.is_empty() { 0 } else { number(minutes, 2, 0..=59)? };
            i64::from(hours * 3_600 + minutes * 60)
        }
    };
    let seconds = if zone.starts_with('+') { seconds - offset } else { seconds + offset };
    Some((seconds, nanoseconds))
}

/// Parses a number with at most the given number of digits. Returns `None` if it is outside of the range.
fn number(text: &str, digits: usize, range: core::ops::RangeInclusive<u32>) -> Option<u32> {
    let all = text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| all && range.contains(number))
}

#[cfg(test)]
mod tests {
    use super::{Instant, is_date, is_epoch_time};

    #[test]
    fn dates_and_what_is_none() {
        for date in [
            "2026",
            "2026-01",
            "2026-01-31",
            "2026-01-31T12:30Z",
            "2026-01-31T12:30:45Z",
            "2026-01-31T12:30:45.123+01:00",
            "2026-01-31T12:30:45-0800",
            "2026-01-31T12:30:45",
            "2026-1-31t2:00:00.593194+23",
            "2026-01-31T12",
            "2024-02-29",
            "2000-02-29T23:59:59Z",
            "2026-12-31T23:59:59-23:59",
            "2026T",
            "1767225600",
            "-1",
            "1767225600.5",
        ] {
            assert!(is_date(date), "{date}");
        }
        for wrong in [
            "",
            "tomorrow",
            "2026-13-01",
            "2026-01-32",
            "2026-00-10",
            "2026-01-00",
            "2026-02-30T00:00:00Z",
            "2025-02-29",
            "2100-02-29",
            "2026-04-31",
            "2026-01-31T24:00:00Z",
            "2026-01-31T23:60:00Z",
            "2026-01-31T23:59:60Z",
            "2026-01-31T12:00:00+25:00",
            "2026-01-31T12:00:00+01:60",
            "234-13",
            "2026/01/31",
            "2026-01T12:30Z",
            "2026-01-31T25:00Z",
            "2026-01-31T12:30:45.Z",
            "2026-01-31T12:30:45.1999999999Z",
            "2026-01-31T12:30+1",
            "2026-01-31-01",
            "2026-01-3é",
            "9223372036854775808",
            "T",
        ] {
            assert!(!is_date(wrong), "{wrong}");
        }
    }

    #[test]
    fn seconds_since_1970_and_years() {
        for seconds in ["1798675200", "-1", "0.5", "20260", "2026.5"] {
            assert!(is_epoch_time(seconds), "{seconds}");
        }
        for date in ["", "2026", "1", "2026-01", "2026T", "tomorrow"] {
            assert!(!is_epoch_time(date), "{date}");
        }
    }

    #[test]
    fn dates_are_instants() {
        let at = |text: &str| Instant::parse(text).unwrap();
        for (date, seconds) in [
            ("1970", 0),
            ("1970-01-02", 86_400),
            ("2000-03-01", 951_868_800),
            ("2026-01-31T12:30:45Z", 1_769_862_645),
            ("2026-01-31T13:30:45+01:00", 1_769_862_645),
            ("2026-01-31T04:30:45-0800", 1_769_862_645),
            ("1969-12-31T23:59:59Z", -1),
            ("0000-01-01", -62_167_219_200),
            ("1769862645", 1_769_862_645),
            ("-1", -1),
        ] {
            assert_eq!(at(date), Instant { seconds, nanoseconds: 0 }, "{date}");
        }
        assert_eq!(at("1970-01-01T00:00:00.25Z"), Instant { seconds: 0, nanoseconds: 250_000_000 });
        assert_eq!(at("-0.25"), Instant { seconds: -1, nanoseconds: 750_000_000 });
        assert!(at("12345.5") > at("12345") && at("2026-01-31T12:30:45.1Z") > at("2026-01-31T12:30:45Z"));
    }
}
