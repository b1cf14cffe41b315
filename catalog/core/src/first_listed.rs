//! The month in which AWS's reference first listed an action.

use crate::{
    edition::Edition,
    facts::first_listed::{self, FIRST_LISTED},
    month_rows,
};

/// The first month whose names are known. An action that was listed then can be older.
pub const KNOWN_SINCE: Edition = match Edition::parse(first_listed::KNOWN_SINCE) {
    Some(month) => month,
    // The compiler evaluates this, so a wrong table does not compile.
    None => panic!("the first month of the table is not valid"),
};

/// Returns the month in which AWS's reference first listed an action, or `None` if that was in [`KNOWN_SINCE`] or
/// before.
///
/// The prefix and the name of the action must have AWS's spelling, because the search does not ignore case.
#[must_use]
pub fn first_listed(prefix: &str, action: &str) -> Option<Edition> {
    let service = FIRST_LISTED.binary_search_by_key(&prefix, |(prefix, _)| prefix).ok()?;
    let (_, rows) = FIRST_LISTED.get(service)?;
    month_rows::names(rows).find(|(_, name)| *name == action).map(|(month, _)| month)
}

/// Returns the prefix, the name and the month of every action in the table, for the test that compares the table with
/// its source.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str, Edition)> {
    FIRST_LISTED
        .iter()
        .flat_map(|(prefix, rows)| month_rows::names(rows).map(move |(month, name)| (*prefix, name, month)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;

    #[test]
    fn every_action_of_the_table_is_found_once_and_later_than_the_first_known_month() {
        assert!(FIRST_LISTED.is_sorted_by(|one, other| one.0 < other.0));
        let mut seen = BTreeSet::new();
        for (prefix, name, month) in all() {
            assert_eq!(first_listed(prefix, name), Some(month), "{prefix}:{name}");
            assert!(month > KNOWN_SINCE && seen.insert((prefix, name)), "{prefix}:{name}");
        }
        assert!(!seen.is_empty());
    }

    #[test]
    fn other_actions_are_older() {
        assert_eq!(first_listed("ses", "SendEmail"), None);
        assert_eq!(first_listed("nowhere", "SendEmail"), None);
        assert_eq!(first_listed("", ""), None);
    }
}
