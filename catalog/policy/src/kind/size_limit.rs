//! The maximum size of a policy of each kind.

use super::{PolicyKind, SizeLimit};
use crate::facts::size_limits::SIZE_LIMITS;

impl PolicyKind {
    /// Returns the maximum size of a policy of this kind, or `None` for resource policies, whose limit depends on the
    /// service.
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
    fn all_kinds_but_one_have_a_limit() {
        for kind in PolicyKind::ALL {
            assert_eq!(kind.size_limit().is_none(), *kind == PolicyKind::Resource, "{kind}");
        }
        assert_eq!(PolicyKind::Trust.size_limit().map(|limit| limit.characters), Some(2_048));
    }
}
