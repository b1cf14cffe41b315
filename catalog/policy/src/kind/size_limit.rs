//! How large a policy of each kind can be.

use super::{PolicyKind, SizeLimit};
use crate::facts::size_limits::SIZE_LIMITS;

impl PolicyKind {
    /// Returns how large the policy may be. Every service has its own limit for resource policies.
    ///
    /// Organizations leaves white space out where its console saves the policy, and counts it elsewhere. A policy that is
    /// too large without white space is too large in both cases.
    ///
    /// A managed policy may have 6,144 characters. The inline policies of a user may together have 2,048, those of a group
    /// 5,120, those of a role 10,240. The JSON does not say how it will be attached, so the limit of an identity policy is
    /// that of a managed policy.
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
