//! API operations that somebody takes for actions, and the actions that authorise them: those that no page here lists.
//!
//! AWS's own pages map every operation to its actions. The pages of this repository are made from data that lacks the
//! operations without an action of their name, and in a few services those are what everybody calls every day. What a
//! page says comes first, so that this table falls silent where AWS's own pages take the place of these.

use crate::{ascii_case, authorizing_actions::AuthorizingActions, facts::operations::OPERATIONS};

/// Returns the operations of a service and the actions that authorize them, ignoring the case of the prefix: rows such as
/// `GetSdk GetStage=apigateway:GET`.
///
/// The compiler evaluates this for a constant prefix, so a program that uses one service contains no row of another.
#[must_use]
pub const fn of_service(prefix: &str) -> &'static str {
    let mut rest = OPERATIONS;
    while let [(service, rows), tail @ ..] = rest {
        if ascii_case::eq(service, prefix) {
            return rows;
        }
        rest = tail;
    }
    ""
}

/// Returns the actions that authorize an operation, ignoring case.
pub(super) fn find(rows: &'static str, name: &str) -> Option<AuthorizingActions> {
    rows.split('\n').find_map(|row| {
        let (operations, actions) = row.split_once('=')?;
        let is_listed = operations.split(' ').any(|operation| ascii_case::eq_compact(operation, name));
        is_listed.then(|| AuthorizingActions::from_words(actions))
    })
}

/// Returns every operation of the table, its service and the actions that authorize it: for the test that compares them
/// with the catalog.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str, impl Iterator<Item = &'static str>)> {
    OPERATIONS.iter().flat_map(|(service, rows)| {
        rows.split('\n').filter_map(|row| row.split_once('=')).flat_map(move |(operations, actions)| {
            operations.split(' ').map(move |operation| (*service, operation, actions.split(' ')))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;

    #[test]
    fn no_operation_stands_twice_and_none_is_empty() {
        let mut seen = BTreeSet::new();
        for (service, operation, actions) in all() {
            assert!(!operation.is_empty() && actions.count() > 0, "{service}:{operation}");
            assert!(seen.insert((service, operation)), "{service}:{operation}");
        }
    }
}
