//! Lookup in the table of names that AWS's reference no longer lists.

use crate::{ascii_case, facts::retired::RETIRED_SERVICES, retired::RetiredService};

/// Returns the retired names of a service, ignoring the case of the prefix.
///
/// The compiler evaluates this for a constant prefix, so a program that uses one service contains no rows of other
/// services.
#[must_use]
pub const fn of_service(prefix: &str) -> RetiredService {
    let mut rest = RETIRED_SERVICES;
    while let [service, tail @ ..] = rest {
        if ascii_case::eq(service.prefix, prefix) {
            return *service;
        }
        rest = tail;
    }
    RetiredService::NONE
}

/// Returns every service that has retired names, in order of prefix.
pub fn services() -> impl Iterator<Item = &'static RetiredService> {
    RETIRED_SERVICES.iter()
}

/// Returns the retired names of a service, ignoring the case of the prefix.
pub(super) fn find(prefix: &str) -> Option<&'static RetiredService> {
    services().find(|service| ascii_case::eq_compact(service.prefix, prefix))
}
