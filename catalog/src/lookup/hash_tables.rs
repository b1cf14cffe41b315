//! Hash tables over all services: from a service prefix to its service, and from the full name of an action to the
//! action. Macros write both tables from the index of names.

use catalog_core::packed::Directory;

use crate::{handles::Service, services, tables::NameTable};

/// The prefixes of all services, in the order of `services::ALL`. Both are generated from the same pages.
static PREFIXES: NameTable = catalog_macros::service_directory!();

impl Service {
    /// Returns the service with a prefix, ignoring case.
    #[must_use]
    #[inline]
    pub const fn find(prefix: &str) -> Option<Self> {
        let Some(position) = PREFIXES.find(prefix) else { return None };
        match services::ALL.split_at_checked(position as usize) {
            Some((_, [service, ..])) => Some(*service),
            _ => None,
        }
    }
}

/// All actions of all services. The services are in the order of `services::ALL`, because both are generated from the
/// same pages.
static ACTIONS: Directory = catalog_macros::action_directory!();

/// Finds an action by its full name, ignoring case. Returns its service and its position in that service.
#[inline]
pub(super) fn find_action(text: &str) -> Option<(Service, usize)> {
    let (place, position) = ACTIONS.find(text)?;
    Some((*services::ALL.get(place)?, position))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_is_found_in_any_case_and_nothing_else_is() {
        for service in services::ALL {
            assert_eq!(Service::find(service.prefix()), Some(service));
            assert_eq!(Service::find(&service.prefix().to_ascii_uppercase()), Some(service));
        }
        assert_eq!(Service::find(""), None);
        assert_eq!(Service::find("no-such-service"), None);
    }

    #[test]
    fn every_action_is_found_in_any_case_and_nothing_else_is() {
        for service in services::ALL {
            for (position, action) in service.actions().enumerate() {
                let full = format!("{}:{}", service.prefix(), action.name());
                assert_eq!(find_action(&full), Some((service, position)));
                assert_eq!(find_action(&full.to_ascii_uppercase()), Some((service, position)));
                assert_eq!(find_action(&full.replace(':', "-")), None);
                assert_eq!(find_action(&format!("{full}-")), None);
            }
        }
        assert_eq!(find_action(""), None);
        assert_eq!(find_action("é:"), None);
    }

    #[test]
    fn the_list_is_in_order_of_prefix() {
        assert!(services::ALL.is_sorted_by(|left, right| left.prefix() < right.prefix()));
    }
}
