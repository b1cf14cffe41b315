//! The handle of a service, with its prefix, name and pages.

use core::{cmp, fmt, hash};

use catalog_core::Edition;

use super::page::Pages;
use crate::tables::ServiceTable;

/// An AWS service, identified by its prefix in IAM.
///
/// ```
/// use catalog::Service;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let ses = Service::find("SES").ok_or("unknown service")?;
/// assert_eq!(ses.prefix(), "ses");
/// assert_eq!(ses.name(), "Amazon SES");
/// assert_eq!(ses.actions().len(), 233);
/// assert_eq!(ses, catalog::ses::SERVICE);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Service(&'static ServiceTable);

impl Service {
    /// Creates the handle of the service whose table an attribute macro wrote.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __new(table: &'static ServiceTable) -> Self {
        Self(table)
    }

    /// Returns the service prefix, such as `ses` in `ses:SendEmail`.
    #[must_use]
    #[inline]
    pub const fn prefix(self) -> &'static str {
        self.0.owner.prefix
    }

    /// Returns AWS's name of the service, such as `Amazon SES`.
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.0.owner.name
    }

    /// Returns true if AWS's page of the service has no Actions table. The service then has actions that the catalog
    /// does not know, so a failed lookup does not mean that an action does not exist.
    #[must_use]
    #[inline]
    pub const fn actions_are_left_out(self) -> bool {
        self.0.owner.actions_left_out
    }

    /// Returns the pages that the service comes from, in order of file name. A service that you define can have no
    /// pages.
    ///
    /// ```
    /// use catalog::ses;
    ///
    /// let pages: Vec<_> = ses::SERVICE.pages().collect();
    /// assert_eq!((pages[0].file_name, pages[1].file_name), ("list_amazonses.md", "list_ses.md"));
    /// assert!(pages[0].edition < pages[1].edition && pages.len() == 2);
    /// ```
    #[must_use]
    #[inline]
    pub const fn pages(self) -> Pages {
        Pages::new(self.0.pages, self.0.edition)
    }

    /// Returns the edition of the service: the newest month of the reference that any of its pages shows. `None` means
    /// *not stated*.
    ///
    /// ```
    /// use catalog::ses;
    ///
    /// assert!(ses::SERVICE.edition() <= catalog::edition());
    /// ```
    #[must_use]
    #[inline]
    pub const fn edition(self) -> Option<Edition> {
        self.pages().newest()
    }

    /// Returns the first page of the newest edition. It lists the actions that do not name another page.
    #[inline]
    pub(super) fn reference_page(self) -> Option<&'static str> {
        let newest = self.edition();
        self.pages().find(|page| page.edition == newest).map(|page| page.file_name)
    }

    #[inline]
    pub(crate) const fn table(self) -> &'static ServiceTable {
        self.0
    }
}

// Two services are equal if they share one table. Equal prefixes are not enough, because anyone can define a service
// with a given prefix.
impl PartialEq for Service {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

impl Eq for Service {}

impl PartialOrd for Service {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Orders services by prefix.
impl Ord for Service {
    #[inline]
    fn cmp(&self, other: &Self) -> cmp::Ordering {
        let address = core::ptr::from_ref::<ServiceTable>;
        if self == other {
            return cmp::Ordering::Equal;
        }
        self.prefix().cmp(other.prefix()).then_with(|| address(self.0).cmp(&address(other.0)))
    }
}

impl hash::Hash for Service {
    #[inline]
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.prefix().hash(state);
    }
}

/// Writes AWS's name of the service.
impl fmt::Display for Service {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Service {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Service").field(&self.prefix()).finish()
    }
}
