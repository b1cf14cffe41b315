//! The versions of the policy language.
//!
//! Source: [Version](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html).

use core::fmt;

/// The version of the policy language.
///
/// Source: [Version](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Version {
    /// `2008-10-17`, which has no policy variables. It is the version of a policy without `Version`.
    V2008_10_17,
    /// `2012-10-17`
    V2012_10_17,
}

impl Version {
    /// Every version, from oldest to newest.
    pub const ALL: &'static [Self] = &[Self::V2008_10_17, Self::V2012_10_17];

    /// The newest version, which policies should use.
    pub const NEWEST: Self = Self::V2012_10_17;

    /// Returns the version as it is written in a policy.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::V2008_10_17 => "2008-10-17",
            Self::V2012_10_17 => "2012-10-17",
        }
    }

    /// Returns the version that has this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|version| version.name() == name)
    }

    /// Returns true if policy variables are expanded in this version.
    #[must_use]
    pub const fn has_variables(self) -> bool {
        matches!(self, Self::V2012_10_17)
    }
}

/// Writes the version as it is written in a policy.
impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for version in Version::ALL {
            assert_eq!(Version::from_name(version.name()), Some(*version));
        }
        assert_eq!(Version::from_name("2012-10-7"), None);
    }

    #[test]
    fn only_the_newest_version_has_variables() {
        assert_eq!(Version::ALL.last(), Some(&Version::NEWEST));
        assert!(Version::ALL.is_sorted());
        for version in Version::ALL {
            assert_eq!(version.has_variables(), *version == Version::NEWEST, "{version}");
        }
    }
}
