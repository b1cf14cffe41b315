//! The number of an action among all actions of the catalog, which is the index of its bit in a set.

use crate::{
    handles::{AnyAction, Service},
    services::ALL,
};

/// The number of services.
pub(super) const SERVICES: usize = ALL.len();

/// The number of each service's first action among all actions.
static FIRST: [u32; SERVICES] = counts().0;

/// The number of actions in total, and the number of actions of the largest service.
pub(super) const COUNT: usize = counts().1;
pub(super) const LARGEST: usize = counts().2;

pub(super) const BITS: usize = u64::BITS as usize;
pub(super) const WORDS: usize = COUNT.div_ceil(BITS);

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "this runs in the compiler")]
#[inline]
const fn counts() -> ([u32; SERVICES], usize, usize) {
    let mut first = [0; SERVICES];
    let (mut sum, mut largest, mut place) = (0, 0, 0);
    while place < SERVICES {
        first[place] = sum as u32;
        let count = ALL[place].table().actions.len();
        sum += count;
        if count > largest {
            largest = count;
        }
        place += 1;
    }
    (first, sum, largest)
}

/// Returns the index of a service in the list of all services, or `None` if the service is not in the catalog.
#[inline]
pub(super) fn place_of(service: Service) -> Option<usize> {
    let place = ALL.binary_search_by(|other| other.prefix().cmp(service.prefix())).ok()?;
    // The prefix is not enough: a user can define another service with the prefix of a service in the catalog.
    ALL.get(place).is_some_and(|found| *found == service).then_some(place)
}

/// Returns the number of the first action of the service at an index.
#[inline]
pub(super) fn first_of(place: usize) -> usize {
    FIRST.get(place).map_or(COUNT, |first| *first as usize)
}

/// A mask for the last word of a set. The bits that are set represent actions, and the other bits are unused.
pub(super) const LAST: u64 = u64::MAX >> ((BITS - COUNT % BITS) % BITS);

/// Returns the number of an action among all actions, or `None` if its service is not in the catalog.
#[inline]
pub(super) fn number(action: AnyAction) -> Option<usize> {
    place_of(action.service()).map(|place| first_of(place) + usize::from(action.position()))
}
