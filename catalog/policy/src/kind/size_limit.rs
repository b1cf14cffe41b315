//! The maximum size of a policy of each kind.

use super::{PolicyKind, SizeLimit};
use crate::facts::size_limits::SIZE_LIMITS;

impl PolicyKind {
    /// Returns the maximum size of a policy of this kind, or `None` if the limit is not known. The limit of a
    /// [`Resource`](Self::Resource) policy depends on the service, so the result is that of most services.
    ///
    /// Some services [count white space](SizeLimit::counts_white_space). AWS Organizations counts it unless its console
    /// saves the policy. A limit in bytes is stated as the number of ASCII characters.
    ///
    /// The JSON of an identity policy does not state how the policy will be attached, so the limit is that of managed
    /// policies. Inline policies have other limits.
    ///
    /// Source: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html),
    /// [Organizations quotas](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html),
    /// and the pages of the services. `docs-src/facts/size_limits.toml` lists them.
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
    fn each_kind_has_a_limit() {
        for kind in PolicyKind::ALL {
            assert!(kind.size_limit().is_some(), "{kind}");
        }
        assert_eq!(PolicyKind::Trust.size_limit().map(|limit| limit.characters), Some(2_048));
    }
}
