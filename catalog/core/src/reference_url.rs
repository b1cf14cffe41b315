//! Addresses in AWS's service authorization reference, derived from the names of a page and an action.

use core::fmt;

/// The root URL of the service authorization reference, without a trailing slash.
pub const REFERENCE: &str = "https://docs.aws.amazon.com/service-authorization/latest/reference";

/// The place of an action on a page of the reference. It displays as a URL.
///
/// Source: the links among AWS's own pages, such as those from API operations to actions on
/// [the page of Amazon S3](https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html), October 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionPlace<'a> {
    /// The file name of the page.
    pub page: &'a str,
    /// The name of the action, without the service prefix.
    pub action: &'a str,
}

impl fmt::Display for ActionPlace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let page = self.page.strip_suffix(".md").unwrap_or(self.page);
        write!(f, "{REFERENCE}/{page}.html#{page}-action-{}", self.action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn a_place_displays_as_its_address() {
        let place = ActionPlace { page: "list_ses.md", action: "SendEmail" };
        assert_eq!(
            place.to_string(),
            "https://docs.aws.amazon.com/service-authorization/latest/reference/list_ses.html#list_ses-action-SendEmail"
        );
    }
}
