//! The place of an action on AWS's page, as a value that displays its address.

use core::fmt;

use catalog_core::reference_url::{ActionPlace, REFERENCE};

use super::action::AnyAction;

/// The place of an action on AWS's page of its service: what [`AnyAction::reference_url`] returns.
///
/// It displays as the address, which follows from the names of page and action. For a service of your own that names no
/// page it is the address of the reference's contents.
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
    /// The action's place on AWS's page of the service.
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

    /// Returns the page that lists the action, if the service has any pages.
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
