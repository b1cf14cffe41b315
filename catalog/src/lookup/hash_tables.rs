//! From a service prefix to its service, and from the full name of an action to the action: hash tables over everything.
//! The compiler fills the one from the module list, a macro writes the other from its index.

use catalog_core::{ascii_case, packed::Directory};

use crate::{handles::Service, services};

/// At most half full, so that searches are short and always end at an empty slot.
const SLOTS: usize = (services::ALL.len() * 2).next_power_of_two();

/// The position in the module list, plus one; 0 for an empty slot.
static BY_PREFIX: [u16; SLOTS] = fill();

#[expect(clippy::indexing_slicing, reason = "a slot is masked to the length, and this runs in the compiler")]
const fn fill() -> [u16; SLOTS] {
    let mut slots = [0; SLOTS];
    let mut position = 0;
    let mut rest: &[Service] = &services::ALL;
    while let [service, tail @ ..] = rest {
        position += 1;
        let mut slot = ascii_case::hash(service.prefix()) as usize & (SLOTS - 1);
        while slots[slot] != 0 {
            slot = (slot + 1) & (SLOTS - 1);
        }
        slots[slot] = position;
        rest = tail;
    }
    slots
}

impl Service {
    /// The service of a prefix, in any case.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a slot is masked to the length, and holds a position of the list")]
    pub const fn find(prefix: &str) -> Option<Self> {
        let mut slot = ascii_case::hash(prefix) as usize & (SLOTS - 1);
        while let Some(position) = (BY_PREFIX[slot] as usize).checked_sub(1) {
            let service = services::ALL[position];
            if ascii_case::eq(service.prefix(), prefix) {
                return Some(service);
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        None
    }
}

/// Every action. Its services are those of the module list: both are written from the same pages, in order of prefix.
static ACTIONS: Directory = catalog_macros::action_directory!();

/// The action of a full name, in any case: its service, and its position there.
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
