//! Rows of a month and its names, as in the tables of facts: `2025-02 GetChallengeQuestions PutChallengeQuestions`.

use crate::edition::Edition;

/// Returns each name with the month of its row, in the order of the rows. A row without a month has no names.
pub(crate) fn names(rows: &'static str) -> impl Iterator<Item = (Edition, &'static str)> {
    let rows = rows.split('\n').filter_map(|row| {
        let (month, names) = row.split_once(' ')?;
        Some((Edition::parse(month)?, names))
    });
    rows.flat_map(|(month, names)| names.split(' ').map(move |name| (month, name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, vec::Vec};

    fn read(rows: &'static str) -> Vec<alloc::string::String> {
        names(rows).map(|(month, name)| format!("{name} {month}")).collect()
    }

    #[test]
    fn each_name_has_the_month_of_its_row() {
        assert_eq!(read("2025-02 A B\n2026-08 C"), ["A 2025-02", "B 2025-02", "C 2026-08"]);
    }

    #[test]
    fn a_row_without_a_month_has_no_names() {
        assert!(read("").is_empty());
        assert_eq!(read("A B\n2025-13 C\n2025-02\n2025-03 D"), ["D 2025-03"]);
    }
}
