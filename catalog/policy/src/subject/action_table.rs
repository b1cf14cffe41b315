//! Looks up the actions of a policy in a table of actions.

use core::ops::Range;

use catalog_core::{
    ascii_case, syntax,
    wildcard::{self, is_everything},
};

/// A row of a table that is sorted by the prefixes of its actions.
pub(crate) trait ActionRow: 'static {
    /// Returns the prefix and the name of the action.
    fn action(&self) -> (&'static str, &'static str);
}

/// A table of actions, with the service that was looked up last.
///
/// The actions of a policy are usually ordered by service, so most look-ups find their service again.
pub(crate) struct ActionTable<'t, R: 'static> {
    rows: &'static [R],
    prefix: &'t str,
    /// The rows of the service.
    range: Range<usize>,
    /// The comparisons of names so far.
    work: u64,
}

/// The maximum number of comparisons of names with one table. The largest policy that AWS accepts needs a hundredth.
const LIMIT: u64 = 1_000_000;

impl<'t, R: ActionRow> ActionTable<'t, R> {
    pub(crate) const fn new(rows: &'static [R]) -> Self {
        Self { rows, prefix: "", range: 0..0, work: 0 }
    }

    /// Returns the comparisons of names so far.
    pub(crate) const fn work(&self) -> u64 {
        self.work
    }

    /// Returns true if the table has reached the maximum number of comparisons. It finds nothing then.
    pub(crate) const fn is_exhausted(&self) -> bool {
        self.work > LIMIT
    }

    /// Returns the rows of the actions that a string of `Action` matches, each with its position.
    pub(crate) fn matches(&mut self, text: &'t str) -> impl Iterator<Item = (usize, &'static R)> + use<'t, R> {
        let (range, name) = match syntax::split_at_colon(text) {
            _ if is_everything(text) => (0..self.rows.len(), "*"),
            Some((prefix, name)) => (self.range_of(prefix), name),
            None => (0..0, ""),
        };
        let is_pattern = !range.is_empty() && wildcard::has_wildcard(name);
        // A long pattern takes longer to compare.
        let cost = if is_pattern { range.len() as u64 * (name.len() as u64 / 64 + 1) } else { 1 };
        self.work = self.work.saturating_add(cost);
        let range = if self.is_exhausted() { 0..0 } else { range };
        let rows = self.rows.get(range.clone()).unwrap_or_default();
        range.zip(rows).filter(move |(_, row)| {
            let known = row.action().1;
            if is_pattern { wildcard::matches(name, known) } else { ascii_case::eq(name, known) }
        })
    }

    fn range_of(&mut self, prefix: &'t str) -> Range<usize> {
        if self.prefix != prefix {
            let order = |row: &R| row.action().0.bytes().cmp(prefix.bytes().map(|byte| byte.to_ascii_lowercase()));
            let start = self.rows.partition_point(|row| order(row).is_lt());
            let end = self.rows.partition_point(|row| order(row).is_le());
            (self.prefix, self.range) = (prefix, start..end);
        }
        self.range.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    struct Row(&'static str, &'static str);

    impl ActionRow for Row {
        fn action(&self) -> (&'static str, &'static str) {
            (self.0, self.1)
        }
    }

    const ROWS: &[Row] = &[Row("iam", "PassRole"), Row("iam", "PutUserPolicy"), Row("s3", "GetObject")];

    #[test]
    fn many_slow_patterns_end_with_the_work() {
        let pattern = alloc::format!("iam:{}b", "*a".repeat(100_000));
        let mut table = ActionTable::new(ROWS);
        let looked_up =
            (0..1_000).take_while(|_| table.matches(&pattern).count() == 0 && !table.is_exhausted()).count();
        assert!((1..1_000).contains(&looked_up) && table.matches("iam:PassRole").next().is_none(), "{looked_up}");
    }

    #[test]
    fn names_and_patterns_are_found_in_any_order() {
        let mut table = ActionTable::new(ROWS);
        for (text, expected) in [
            ("IAM:passrole", &[0][..]),
            ("iam:P*", &[0, 1]),
            ("s3:*", &[2]),
            ("*", &[0, 1, 2]),
            ("ses:*", &[]),
            ("iam:Put*", &[1]),
            ("iam", &[]),
            ("iam:GetRole", &[]),
        ] {
            assert_eq!(table.matches(text).map(|(position, _)| position).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
