//! Dates in [W3C's profile of ISO 8601](https://www.w3.org/TR/NOTE-datetime), or in seconds since 1970.

/// Returns true if a string is a date. Days are not checked against the month, so `2026-02-31` is accepted.
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

/// Checks an ISO date. IAM is not strict: it accepts years of any length, numbers without leading zeros, and `2026T`.
fn is_iso(text: &str) -> Option<()> {
    let (date, time) = match text.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    number(parts.next()?, 9, 0..=292_278_993)?;
    let month = parts.next();
    if let Some(month) = month {
        number(month, 2, 1..=12)?;
    }
    let day = parts.next();
    if let Some(day) = day {
        number(day, 2, 1..=31)?;
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

/// Checks a time such as `12:30Z` or `12:30:45.5+01:00`.
fn is_time(text: &str) -> Option<()> {
    let zone = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(zone)?;
    let mut parts = clock.split(':');
    number(parts.next()?, 2, 0..=24)?;
    if let Some(minutes) = parts.next() {
        number(minutes, 2, 0..=59)?;
    }
    if let Some(seconds) = parts.next() {
        let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
        number(whole, 2, 0..=60)?;
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
            number(hours, 2, 0..=23).filter(|()| hours.len() == 2)?;
            if minutes.is_empty() { Some(()) } else { number(minutes, 2, 0..=59) }
        }
    }
}

/// Checks a number with at most the given number of digits.
fn number(text: &str, digits: usize, range: core::ops::RangeInclusive<u32>) -> Option<()> {
    let all = text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    (all && range.contains(&text.parse().ok()?)).then_some(())
}

#[cfg(test)]
mod tests {
    use super::is_date;

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
}
