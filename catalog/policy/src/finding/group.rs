//! The groups of findings. A configuration can allow or deny a whole group.

use core::fmt;

/// A group of findings.
///
/// Configurations accept the name of a group in place of the id of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Group {
    /// AWS refuses the policy, or refuses most policies with this problem.
    Malformed,
    /// A part of the policy has no effect, or a different effect from what its author intended.
    NoEffect,
    /// The policy grants more than it seems to, or more than is advisable.
    Security,
    /// The policy works, but is written in an unusual or redundant way.
    Style,
    /// The policy violates a restriction that only some teams want. These rules are off unless a configuration turns
    /// them on.
    Restriction,
    /// The configuration has an entry that no policy needs.
    Configuration,
}

impl Group {
    /// Every group.
    pub const ALL: &'static [Self] =
        &[Self::Malformed, Self::NoEffect, Self::Security, Self::Style, Self::Restriction, Self::Configuration];

    /// Returns the name of the group, such as `no-effect`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::NoEffect => "no-effect",
            Self::Security => "security",
            Self::Style => "style",
            Self::Restriction => "restriction",
            Self::Configuration => "configuration",
        }
    }

    /// Returns the group that has this name.
    ///
    /// ```
    /// use catalog::policy::Group;
    /// assert_eq!(Group::from_name("no-effect"), Some(Group::NoEffect));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|group| group.name() == name)
    }

    /// Returns true if the findings of the group are reported by default, without a configuration that turns them on.
    #[must_use]
    pub const fn is_on_by_default(self) -> bool {
        !matches!(self, Self::Restriction)
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::FindingId;

    #[test]
    fn names_lead_back_and_no_finding_has_the_name_of_a_group() {
        for group in Group::ALL {
            assert_eq!(Group::from_name(group.name()), Some(*group));
            assert_eq!(FindingId::from_name(group.name()), None);
        }
        assert_eq!(Group::from_name("Style"), None);
    }
}
