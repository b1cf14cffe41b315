//! The edition of the catalog as a whole, which the generated files state once.

use super::named_service::NamedService;
use crate::model::Edition;
use std::collections::BTreeMap;

/// Returns the edition that most pages show, and of several such editions the newest.
///
/// A page of this edition does not state it, so that the next month changes no file of a service by itself.
pub(super) fn catalog_edition(services: &[NamedService<'_>]) -> Option<Edition> {
    let mut pages: BTreeMap<Edition, usize> = BTreeMap::new();
    for page in services.iter().flat_map(|named| &named.service.pages) {
        if let Some(edition) = page.edition {
            *pages.entry(edition).or_default() += 1;
        }
    }
    pages.into_iter().max_by_key(|&(edition, count)| (count, edition)).map(|(edition, _)| edition)
}

/// Returns the newest edition that any page shows.
pub(super) fn newest(services: &[NamedService<'_>]) -> Option<Edition> {
    services.iter().filter_map(|named| named.service.newest_edition()).max()
}
