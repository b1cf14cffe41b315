//! The address of an action's entry on AWS's page.

use core::fmt;

use catalog_core::reference_url::{ActionPlace, REFERENCE};

use super::action::AnyAction;

/// The address of an action's entry on AWS's page of the service, returned by [`AnyAction::reference_url`].
///
/// `Display` writes the address, which is derived from the names of the page and the action. If you define a service
/// without `pages`, the address is that of the reference's table of contents.
///
/// ```
/// use catalog::action;
///
/// let url = action!("s3:GetObject").reference_url();
/// println!("read more: {url}");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReferenceUrl {
    action: AnyAction,
}

impl AnyAction {
    /// Returns the address of the action's entry on AWS's page of the service.
    ///
    /// ```
    /// let url = catalog::ses::Action::SendEmail.any().reference_url().to_string();
    /// assert!(url.ends_with("/latest/reference/list_ses.html#list_ses-action-SendEmail"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn reference_url(self) -> ReferenceUrl {
        ReferenceUrl { action: self }
    }

    /// Returns the name of the page that lists the action, if the service has any pages.
    #[inline]
    fn page_name(self) -> Option<&'static str> {
        let service = self.service();
        service.table().facts.actions.page(self.position()).or_else(|| service.reference_page())
    }
}

impl fmt::Display for ReferenceUrl {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.action.page_name() {
            Some(page) => ActionPlace { page, action: self.action.name() }.fmt(f),
            None => write!(f, "{REFERENCE}/reference_policies_actions-resources-contextkeys.html"),
        }
    }
}
