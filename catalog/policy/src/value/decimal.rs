//! Decimal numbers of any length, which compare exactly.

use core::cmp::Ordering;

/// A decimal number, such as `-3.25`. Zeros without effect are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal<'t> {
    is_negative: bool,
    whole: &'t str,
    fraction: &'t str,
}

impl<'t> Decimal<'t> {
    /// Parses digits with an optional sign before them, and an optional decimal point between them.
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        let is_zero = whole.is_empty() && fraction.is_empty();
        Some(Self { is_negative: text.starts_with('-') && !is_zero, whole, fraction })
    }
}

impl Ord for Decimal<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let size = |left: &Self, right: &Self| {
            let whole = left.whole.len().cmp(&right.whole.len()).then_with(|| left.whole.cmp(right.whole));
            // Without zeros at the end, fractions are ordered like strings.
            whole.then_with(|| left.fraction.cmp(right.fraction))
        };
        match (self.is_negative, other.is_negative) {
            (false, false) => size(self, other),
            (true, true) => size(other, self),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

impl PartialOrd for Decimal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_ordered_by_value(left in -20_000_i32..20_000, right in -20_000_i32..20_000, zeros in 0_usize..3) {
            let text = |number: i32| {
                let sign = if number < 0 { "-" } else { "" };
                let number = number.unsigned_abs();
                format!("{sign}{}{}.{:02}{}", "0".repeat(zeros), number / 100, number % 100, "0".repeat(zeros))
            };
            let (one, two) = (text(left), text(right));
            prop_assert_eq!(Decimal::parse(&one).unwrap().cmp(&Decimal::parse(&two).unwrap()), left.cmp(&right));
        }
    }

    #[test]
    fn numbers_and_other_strings() {
        assert_eq!(Decimal::parse("+7.0"), Decimal::parse("007"));
        assert_eq!(Decimal::parse("-0"), Decimal::parse("0.00"));
        for wrong in ["", "-", "1.", ".5", "1e3", "ten", "1 "] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }
}
