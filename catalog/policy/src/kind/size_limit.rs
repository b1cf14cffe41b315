//! The maximum size of a policy of each kind.

use super::{PolicyKind, SizeLimit};
use crate::facts::size_limits::SIZE_LIMITS;

impl PolicyKind {
    /// Returns the maximum size of a policy of this kind, or `None` if the limit is not known. The limit of a
    /// [`Resource`](Self::Resource) policy depends on the service.
    ///
    /// AWS Organizations removes white space if its console saves the policy, and counts it otherwise. So a policy that
    /// is too large without white space is too large in both cases.
    ///
    /// The JSON of an identity policy does not state how the policy will be attached, so the limit is that of managed
    /// policies. Inline policies have other limits.
    ///
    /// Source: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html),
    /// [Organizations quotas](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html).
    #[must_use]
    pub const fn size_limit(self) -> Option<SizeLimit> {
        let mut rest = SIZE_LIMITS;
        while let [(kind, limit), tail @ ..] = rest {
            if *kind as u8 == self as u8 {
                return Some(*limit);
            }
            rest = tail;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kinds_of_iam_and_organizations_have_a_limit() {
        for kind in PolicyKind::ALL {
            let is_known = !kind.is_resource_based() && !matches!(kind, PolicyKind::Session | PolicyKind::VpcEndpoint);
            assert_eq!(kind.size_limit().is_some(), is_known, "{kind}");
        }
        assert_eq!(PolicyKind::Trust.size_limit().map(|limit| limit.characters), Some(2_048));
    }
}
