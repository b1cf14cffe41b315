//! The name of a policy template of AWS SAM.

use crate::document::Text;

/// A name that is not a policy template of AWS SAM, although AWS SAM expects one.
pub(crate) struct PolicyTemplate<'t> {
    /// The name.
    pub(crate) name: Text<'t>,
    /// The policy template that is probably intended.
    pub(crate) suggestion: Option<&'static str>,
}
