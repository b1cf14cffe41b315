//! An ARN with an empty region or account, although the ARNs of the resource have one.

use crate::document::Text;

/// An ARN with empty fields that no ARN of the resource leaves empty.
pub(crate) struct EmptyFields<'t> {
    /// The ARN.
    pub(crate) text: Text<'t>,
    /// Whether the region is missing.
    pub(crate) region: bool,
    /// Whether the account is missing.
    pub(crate) account: bool,
    /// The format of the resource, or `None` if the service has no format for it.
    pub(crate) format: Option<&'static str>,
}
