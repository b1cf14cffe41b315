//! API operations that are often mistaken for actions, and the actions that authorize them, if no page of this
//! repository lists them.
//!
//! AWS's own pages map every operation to its actions. The pages of this repository come from data that omits an
//! operation if no action has its name. In a few services, the omitted operations are the most common ones.
//!
//! A service's page takes precedence over this table. The table has no effect once AWS's own pages replace the present
//! ones.

use crate::{ascii_case, authorizing_actions::AuthorizingActions, facts::operations::OPERATIONS};

/// Returns the rows of a service, ignoring the case of the prefix. Each row has operations and the actions that
/// authorize them: `GetSdk GetStage=apigateway:GET`.
///
/// The compiler evaluates this for a constant prefix, so a program that uses one service contains no rows of other
/// services.
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

/// Returns the operations in rows.
pub(super) fn names(rows: &'static str) -> impl Iterator<Item = &'static str> {
    rows.split('\n').filter_map(|row| row.split_once('=')).flat_map(|(operations, _)| operations.split(' '))
}

/// Returns every operation of the table with its service and the actions that authorize it, for the test that compares
/// the table with the catalog.
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
