//! Determines the edition of the whole catalog, which the generated files state once.

use super::named_service::NamedService;
use crate::model::Edition;
use std::collections::BTreeMap;

/// Returns the edition of most pages. If several editions are equally frequent, returns the newest of them.
///
/// The file of a service states only editions that differ from this one. So a new month does not change the file by
/// itself.
pub(super) fn catalog_edition(services: &[NamedService<'_>]) -> Option<Edition> {
    let mut pages: BTreeMap<Edition, usize> = BTreeMap::new();
    for page in services.iter().flat_map(|named| &named.service.pages) {
        if let Some(edition) = page.edition {
            *pages.entry(edition).or_default() += 1;
        }
    }
    pages.into_iter().max_by_key(|&(edition, count)| (count, edition)).map(|(edition, _)| edition)
}

/// Returns the newest edition of any page.
pub(super) fn newest(services: &[NamedService<'_>]) -> Option<Edition> {
    services.iter().filter_map(|named| named.service.newest_edition()).max()
}
