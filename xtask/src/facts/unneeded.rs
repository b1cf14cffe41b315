//! Whether an entry about a name must be needed by the pages in use.

use crate::model::{Edition, Service};

/// Returns true if a page in use must need an entry about a service.
///
/// An entry for the pages of another month states that month, and the pages in use need it only if one is of that month.
pub(crate) fn is_expected(services: &[&Service], prefix: &str, edition: Option<Edition>) -> bool {
    let Some(edition) = edition else { return true };
    let pages = services.iter().filter(|service| service.prefix == prefix).flat_map(|service| &service.pages);
    pages.into_iter().any(|page| page.edition == Some(edition))
}
