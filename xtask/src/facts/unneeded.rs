//! Decides whether an entry about a name must be needed by one of the pages.

use crate::model::{Edition, Service};

/// Returns true if it is an error when no page needs an entry about a service.
///
/// An entry with an `edition` is only expected to be needed if a page of the service is of that edition.
pub(crate) fn is_expected(services: &[&Service], prefix: &str, edition: Option<Edition>) -> bool {
    let Some(edition) = edition else { return true };
    let pages = services.iter().filter(|service| service.prefix == prefix).flat_map(|service| &service.pages);
    pages.into_iter().any(|page| page.edition == Some(edition))
}
