//! Returns the name of a month for output that people read.

use super::Edition;

/// Returns a month in words, such as `October 2026`.
#[must_use]
pub fn month_in_words(edition: Edition) -> String {
    let name = match edition.month() {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    };
    format!("{name} {}", edition.year())
}
