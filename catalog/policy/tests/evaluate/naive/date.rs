//! Dates of ISO 8601 in the forms of W3C's note, and seconds since 1970.

/// Nanoseconds since 1970.
pub(crate) type Moment = i128;

const SECOND: i128 = 1_000_000_000;

/// Reads a date, or seconds since 1970. A number of up to four digits is a year.
pub(crate) fn read(text: &str) -> Option<Moment> {
    let is_year = text.len() <= 4 && is_digits(text);
    if is_year { iso(text) } else { seconds(text).or_else(|| iso(text)) }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit())
}

/// Reads seconds since 1970, with an optional sign and fraction.
fn seconds(text: &str) -> Option<Moment> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let moment = i128::from(whole.parse::<i64>().ok()?) * SECOND + nanoseconds(fraction)?;
    Some(if text.starts_with('-') { -moment } else { moment })
}

fn nanoseconds(fraction: &str) -> Option<i128> {
    let nine: String = fraction.chars().chain("000000000".chars()).take(9).collect();
    nine.parse().ok()
}

/// Reads a number of at most some digits.
fn number(text: &str, digits: usize) -> Option<i128> {
    if is_digits(text) && text.len() <= digits { text.parse().ok() } else { None }
}

/// Reads a date such as `2026`, `2026-11`, `2026-11-05`, or `2026-11-05T12:30:00.5+01:00`.
fn iso(text: &str) -> Option<Moment> {
    let (date, time) = match text.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, time),
        None => (text, ""),
    };
    let parts: Vec<&str> = date.split('-').collect();
    let (year, month, day) = match parts.as_slice() {
        [year] => (number(year, 9)?, 1, 1),
        [year, month] => (number(year, 9)?, number(month, 2)?, 1),
        [year, month, day] => (number(year, 9)?, number(month, 2)?, number(day, 2)?),
        _ => return None,
    };
    if !(1..=12).contains(&month) || !(1..=days_of(year, month)).contains(&day) {
        return None;
    }
    if !time.is_empty() && parts.len() < 3 {
        return None;
    }
    let midnight = days(year, month, day) * 86_400 * SECOND;
    Some(midnight + if time.is_empty() { 0 } else { of_day(time)? })
}

fn is_leap(year: i128) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of(year: i128, month: i128) -> i128 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Returns the days from the start of 1970, which is 719,162 days after the start of the year 1.
fn days(year: i128, month: i128, day: i128) -> i128 {
    let before = year - 1;
    let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    let months: i128 = (1..month).map(|month| days_of(year, month)).sum();
    before * 365 + leap_days + months + day - 1 - 719_162
}

/// Reads a time of the day with its zone. A time without a zone is in UTC.
fn of_day(text: &str) -> Option<Moment> {
    let end = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(end)?;
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [hours] => (*hours, "0", "0"),
        [hours, minutes] => (*hours, *minutes, "0"),
        [hours, minutes, seconds] => (*hours, *minutes, *seconds),
        _ => return None,
    };
    let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    number(fraction, 9)?;
    let of_clock = clock_seconds(hours, minutes)? + number(seconds, 2).filter(|seconds| *seconds < 60)?;
    Some((of_clock - offset(zone)?) * SECOND + nanoseconds(fraction)?)
}

fn clock_seconds(hours: &str, minutes: &str) -> Option<i128> {
    let hours = number(hours, 2).filter(|hours| *hours < 24)?;
    let minutes = number(minutes, 2).filter(|minutes| *minutes < 60)?;
    Some(hours * 3_600 + minutes * 60)
}

/// Returns the seconds by which a zone is ahead of UTC.
fn offset(zone: &str) -> Option<i128> {
    if zone.is_empty() || zone == "Z" || zone == "z" {
        return Some(0);
    }
    let digits = zone.strip_prefix(['+', '-'])?;
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None => digits.split_at_checked(2)?,
    };
    let ahead = clock_seconds(hours, if minutes.is_empty() { "0" } else { minutes }).filter(|_| hours.len() == 2)?;
    Some(if zone.starts_with('-') { -ahead } else { ahead })
}
