//! API operations that somebody takes for actions, and the actions that authorise them: those that no page here lists.
//!
//! AWS's own pages map every operation to its actions. The pages of this repository are made from data that lacks the
//! operations without an action of their name, and in a few services those are what everybody calls every day. What a
//! page says comes first, so that this table falls silent where AWS's own pages take the place of these.

use crate::{
    ascii_case,
    authorizing_actions::{AuthorizingActionTable, AuthorizingActions},
    facts::operations::OPERATIONS,
};

/// What authorises the operation of a service, in any case.
pub(super) fn operation(prefix: &str, name: &str) -> Option<AuthorizingActions> {
    let has_it = |(service, operations, _): &(&str, &str, &[&str])| {
        ascii_case::eq(service, prefix) && operations.split(' ').any(|operation| ascii_case::eq(operation, name))
    };
    let row = OPERATIONS.iter().position(has_it)?;
    Some(AuthorizingActions::new(&Rows, u16::try_from(row).ok()?))
}

/// Every operation of the table, its service and the actions that authorise it: for the test that holds them against
/// the catalog.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str, &'static [&'static str])> {
    OPERATIONS.iter().flat_map(|(service, operations, actions)| {
        operations.split(' ').map(move |operation| (*service, operation, *actions))
    })
}

/// The table, as an error carries it: an operation's number is that of its row.
#[derive(Debug)]
struct Rows;

impl AuthorizingActionTable for Rows {
    fn action(&self, row: u16, nth: usize) -> Option<&'static str> {
        OPERATIONS.get(usize::from(row))?.2.get(nth).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;

    #[test]
    fn no_operation_stands_twice_and_none_is_empty() {
        let mut seen = BTreeSet::new();
        for (service, operation, actions) in all() {
            assert!(!operation.is_empty() && !actions.is_empty(), "{service}:{operation}");
            assert!(seen.insert((service, operation)), "{service}:{operation}");
        }
    }
}
