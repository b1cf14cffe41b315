//! The rules that report findings.

use super::FindingId;

/// A rule, which reports findings of one id.
pub(crate) trait Rule {
    /// The id.
    const ID: FindingId;
}
