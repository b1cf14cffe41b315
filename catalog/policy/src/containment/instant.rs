//! The dates of conditions as instants, which compare by time.

/// Returns the digits of a date such as `2026-01-31T12:30:45Z`, which order like the instants. Other forms of dates
/// return `None`.
pub(super) fn parse(text: &str) -> Option<u64> {
    const FORM: &[u8; 20] = b"0000-00-00T00:00:00Z";
    let has_form = text.len() == FORM.len()
        && text.bytes().zip(FORM).all(|(byte, form)| if *form == b'0' { byte.is_ascii_digit() } else { byte == *form });
    let digits = text.bytes().filter(u8::is_ascii_digit);
    has_form.then(|| digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn dates_of_the_usual_form_are_ordered() {
        assert!(parse("2025-12-31T23:59:59Z") < parse("2026-01-01T00:00:00Z"));
        assert_eq!(parse("2026-01-01T00:00:00Z"), Some(20_260_101_000_000));
        for other in ["", "2026", "2026-01-01", "1767225600", "2026-01-01T00:00:00+01:00", "2026-01-01T00:00:00é"] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
