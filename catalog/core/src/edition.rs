//! Months of the reference, and the form in which an attribute names a page and its month.

use core::fmt;

/// The month to which a page of the service authorization reference belongs.
///
/// ```
/// use catalog::Edition;
///
/// let edition = Edition::new(2026, 9).unwrap();
/// assert_eq!((edition.year(), edition.month()), (2026, 9));
/// assert_eq!(edition.to_string(), "2026-09");
/// assert!(edition > Edition::new(2018, 4).unwrap());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition {
    year: u16,
    month: u8,
}

impl Edition {
    /// Creates the edition of a month. Returns `None` unless the month is from 1 to 12 and the year has at most four
    /// digits.
    #[must_use]
    pub const fn new(year: u16, month: u8) -> Option<Self> {
        if year <= 9999 && month >= 1 && month <= 12 { Some(Self { year, month }) } else { None }
    }

    /// Parses an edition, such as `2026-09`.
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2] = *text.as_bytes() else { return None };
        match (number([y1, y2]), number([y3, y4]), number([m1, m2])) {
            (Some(centuries), Some(years), Some(month)) => Self::new(centuries as u16 * 100 + years as u16, month),
            _ => None,
        }
    }

    /// Returns the year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, from 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Returns the later of two editions. `None`, which means not stated, is earlier than any edition.
    #[must_use]
    pub const fn later(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(Self { year, month }), Some(Self { year: y, month: m })) if y > year || y == year && m > month => {
                other
            }
            (Some(_), _) => one,
            (None, _) => other,
        }
    }
}

/// Returns the number that two digits represent.
const fn number([tens, ones]: [u8; 2]) -> Option<u8> {
    if tens.is_ascii_digit() && ones.is_ascii_digit() { Some((tens - b'0') * 10 + (ones - b'0')) } else { None }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Splits the name of a page in an attribute, such as `list_ses.md 2026-09`, into the file name and the edition. The
/// edition is optional and follows the file name after a space.
///
/// ```
/// let oldest = catalog::ses::SERVICE.pages().next().unwrap();
/// assert_eq!((oldest.file_name, oldest.edition), ("list_amazonses.md", catalog::Edition::new(2018, 4)));
/// ```
#[must_use]
pub const fn page(text: &str) -> Option<(&str, Option<Edition>)> {
    let (file_name, edition) = match split(text, b' ') {
        Some((file_name, edition)) => match Edition::parse(edition) {
            Some(edition) => (file_name, Some(edition)),
            None => return None,
        },
        None => (text, None),
    };
    if is_file_name(file_name) { Some((file_name, edition)) } else { None }
}

/// Returns true if a string can be the name of a file: it is not empty and has no spaces or control characters.
const fn is_file_name(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        if *byte <= b' ' || *byte == 0x7f {
            return false;
        }
        rest = tail;
    }
    !text.is_empty()
}

/// Splits a string at the first occurrence of an ASCII character. Returns `None` if the character does not occur.
#[must_use]
pub const fn split(text: &str, at: u8) -> Option<(&str, &str)> {
    let mut before = 0;
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        if *byte == at {
            return match (text.split_at_checked(before), text.split_at_checked(before + 1)) {
                (Some((before, _)), Some((_, behind))) => Some((before, behind)),
                _ => None,
            };
        }
        before += 1;
        rest = tail;
    }
    None
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::ToString};

    use proptest::prelude::*;

    use super::*;

    fn month() -> impl Strategy<Value = Option<Edition>> {
        proptest::option::of((0..=9999_u16, 1..=12_u8)).prop_map(|month| month.and_then(|(y, m)| Edition::new(y, m)))
    }

    proptest! {
        #[test]
        fn a_month_comes_back_and_its_order_is_that_of_its_text(one in month(), other in month()) {
            let text = |edition: Option<Edition>| edition.map(|edition| edition.to_string());
            prop_assert_eq!(one.and_then(|one| Edition::parse(&one.to_string())), one);
            prop_assert_eq!(one.cmp(&other), text(one).cmp(&text(other)));
            prop_assert_eq!(Edition::later(one, other), one.max(other));
        }

        #[test]
        fn a_page_comes_back(file_name in "[!-~é]{1,9}", edition in month()) {
            let text = edition.map_or_else(|| file_name.clone(), |edition| format!("{file_name} {edition}"));
            prop_assert_eq!(page(&text), Some((file_name.as_str(), edition)));
        }

        #[test]
        fn splitting_is_that_of_the_standard_library(text in "[ab\né ]{0,6}") {
            prop_assert_eq!(split(&text, b'\n'), text.split_once('\n'));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}") {
            let read = page(&text).map(|(file_name, edition)| {
                edition.map_or_else(|| file_name.to_string(), |edition| format!("{file_name} {edition}"))
            });
            prop_assert!(read.is_none_or(|read| read == text));
        }
    }

    #[test]
    fn a_page_has_a_month_or_none() {
        assert_eq!(page("list_ses.md 2026-09"), Some(("list_ses.md", Edition::new(2026, 9))));
        assert_eq!(page("list_ses.md"), Some(("list_ses.md", None)));
        assert_eq!(page("list_ses.md last year"), None);
    }

    #[test]
    fn nothing_else_is_a_month_or_a_page() {
        for text in ["", "2026", "2026-00", "2026-13", "2026-9", "26-09", "+026-09", "2026-09-01", "2026–09"] {
            assert_eq!(Edition::parse(text), None, "{text}");
            assert_eq!(page(&format!("list_ses.md {text}")), None, "{text}");
        }
        for text in ["", " ", " 2026-09", "a  2026-09", "a 2026-09 ", "a\tb", "a\n", "a b 2026-09"] {
            assert_eq!(page(text), None, "{text:?}");
        }
    }
}
