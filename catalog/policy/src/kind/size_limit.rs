//! How large a policy of each kind can be.

use super::{PolicyKind, SizeLimit};
use crate::facts::size_limits::SIZE_LIMITS;

impl PolicyKind {
    /// Returns how large the policy may be. Every service has its own limit for resource policies.
    ///
    /// Organizations leaves white space out where the policy is saved by its console, and counts it where it is not. What is
    /// too large without is so in either case.
    ///
    /// A managed policy may have 6,144 characters; what is inline 2,048 in a user, 5,120 in a group and 10,240 in a role,
    /// all its policies together. A text does not say what becomes of it, so that the limit of an identity policy is
    /// that of a managed one.
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
