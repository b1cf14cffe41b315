//! Dates in [W3C's profile of ISO 8601](https://www.w3.org/TR/NOTE-datetime), or in seconds since 1970.

/// Returns true if a string is a date that exists.
pub(super) fn is_date(text: &str) -> bool {
    is_epoch(text) || is_iso(text).is_some()
}

/// Returns true if a string is a number of seconds since 1970 that fits into 64 bits. A year of four digits also
/// matches.
fn is_epoch(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(fraction) && whole.parse::<i64>().is_ok()
}

/// Returns true if a string is a number of seconds since 1970 that is not a year of at most four digits.
pub(crate) fn is_epoch_time(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    is_epoch(text) && (digits > 4 || digits < text.len())
}

/// Checks an ISO date. IAM is not strict: it accepts years of any length, numbers without leading zeros, and `2026T`.
fn is_iso(text: &str) -> Option<()> {
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
    let day = parts.next();
    if let Some(day) = day {
        number(day, 2, 1..=days_of(year, month))?;
    }
    if parts.next().is_some() {
        return None;
    }
    match time {
        None | Some("") => Some(()),
        Some(_) if day.is_none() => None,
        Some(time) => is_time(time),
    }
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

/// Checks a time such as `12:30Z` or `12:30:45.5+01:00`.
fn is_time(text: &str) -> Option<()> {
    let zone = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(zone)?;
    let mut parts = clock.split(':');
    number(parts.next()?, 2, 0..=23)?;
    if let Some(minutes) = parts.next() {
        number(minutes, 2, 0..=59)?;
    }
    if let Some(seconds) = parts.next() {
        let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
        number(whole, 2, 0..=59)?;
        number(fraction, 9, 0..=999_999_999)?;
    }
    if parts.next().is_some() {
        return None;
    }
    match zone.strip_prefix(['+', '-']) {
        None => (zone.is_empty() || zone.eq_ignore_ascii_case("z")).then_some(()),
        Some(offset) => {
            let (hours, minutes) = match offset.split_once(':') {
                Some(parts) => parts,
                None => offset.split_at_checked(2)?,
            };
            number(hours, 2, 0..=23).filter(|_| hours.len() == 2)?;
            if minutes.is_empty() { Some(()) } else { number(minutes, 2, 0..=59).map(|_| ()) }
        }
    }
}

/// Parses a number with at most the given number of digits. Returns `None` if it is outside of the range.
fn number(text: &str, digits: usize, range: core::ops::RangeInclusive<u32>) -> Option<u32> {
    let all = text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| all && range.contains(number))
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_epoch_time};

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
}
