//! The trait that ties a rule to the id of its findings.

use super::FindingId;

/// A rule. All its findings have one id.
pub(crate) trait Rule {
    /// The id of the rule's findings.
    const ID: FindingId;
}
