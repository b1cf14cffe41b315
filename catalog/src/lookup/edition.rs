//! The edition of the whole catalog.

use catalog_core::Edition;

use crate::services::NEWEST_EDITION;

/// The edition of the catalog: the newest month of the reference that any of its pages shows.
///
/// ```
/// let edition = catalog::edition().unwrap();
/// println!("AWS's names as of {edition}");
/// # assert!(edition.year() >= 2026);
/// ```
#[must_use]
#[inline]
pub const fn edition() -> Option<Edition> {
    NEWEST_EDITION
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{handles::Service, lookup::services};

    #[test]
    fn the_catalog_is_as_new_as_its_newest_page() {
        let pages = services().flat_map(Service::pages);
        assert_eq!(edition(), pages.filter_map(|page| page.edition).max());
    }
}
