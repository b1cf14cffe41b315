//! A month of the reference: parsing, order and printing of `2026-09`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The month in which AWS's page said what a page says.
///
/// ```
/// use xtask::model::Edition;
///
/// let edition: Edition = "2026-09".parse().unwrap();
/// assert!(edition > "2018-04".parse().unwrap());
/// assert_eq!(edition.to_string(), "2026-09");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edition {
    year: u16,
    month: u8,
}

/// The error about a string that is not a month: four digits, a hyphen, and two digits from 01 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseEditionError;

impl fmt::Display for ParseEditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a month: one is written as year and month, `2026-09`")
    }
}

impl std::error::Error for ParseEditionError {}

impl Edition {
    /// The month of a year; none if there is no such month, or if four digits do not hold the year.
    #[must_use]
    pub fn new(year: u16, month: u8) -> Option<Self> {
        (year <= 9999 && (1..=12).contains(&month)).then_some(Self { year, month })
    }
}

impl FromStr for Edition {
    type Err = ParseEditionError;

    fn from_str(text: &str) -> Result<Self, ParseEditionError> {
        let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        let (year, month) = text.split_once('-').ok_or(ParseEditionError)?;
        if !digits(year, 4) || !digits(month, 2) {
            return Err(ParseEditionError);
        }
        let (year, month) =
            (year.parse().map_err(|_| ParseEditionError)?, month.parse().map_err(|_| ParseEditionError)?);
        Self::new(year, month).ok_or(ParseEditionError)
    }
}

impl TryFrom<String> for Edition {
    type Error = ParseEditionError;

    fn try_from(text: String) -> Result<Self, ParseEditionError> {
        text.parse()
    }
}

impl From<Edition> for String {
    fn from(edition: Edition) -> Self {
        edition.to_string()
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::{Edition, ParseEditionError};

    #[test]
    fn every_month_comes_back_and_order_is_that_of_time() {
        let months: Vec<_> =
            [0, 1999, 2018, 9999].into_iter().flat_map(|year| (1..=12).map(move |month| (year, month))).collect();
        let editions: Vec<_> = months.iter().map(|&(year, month)| Edition::new(year, month).unwrap()).collect();
        assert!(editions.is_sorted_by(|one, other| one < other));
        for edition in editions {
            assert_eq!(edition.to_string().parse(), Ok(edition));
        }
        assert_eq!(Edition::new(10_000, 1), None);
    }

    #[test]
    fn nothing_else_is_a_month() {
        for text in
            ["", "2026", "2026-00", "2026-13", "2026-9", "26-09", "2026-+9", "2026-09-01", " 2026-09", "2026–09"]
        {
            assert_eq!(text.parse::<Edition>(), Err(ParseEditionError), "{text}");
        }
    }
}
