//! The access level of an action.

use core::fmt;

use crate::ascii_case;

/// The access level of an action, in AWS's own words.
///
/// The order is alphabetical, as in AWS's reference. It does not rank the levels by power.
///
/// Source: [Access levels](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AccessLevel {
    /// Lists resources, without their contents.
    List,
    /// Grants or changes permissions.
    PermissionsManagement,
    /// Reads the contents of resources.
    Read,
    /// Changes the tags of resources.
    Tagging,
    /// Creates, deletes or changes resources.
    Write,
}

impl AccessLevel {
    /// Every access level, in order.
    pub const ALL: &'static [Self] = &[Self::List, Self::PermissionsManagement, Self::Read, Self::Tagging, Self::Write];

    /// Returns the name of the level as AWS's pages write it.
    ///
    /// ```
    /// use catalog::AccessLevel;
    ///
    /// assert_eq!(AccessLevel::PermissionsManagement.name(), "Permissions management");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::PermissionsManagement => "Permissions management",
            Self::Read => "Read",
            Self::Tagging => "Tagging",
            Self::Write => "Write",
        }
    }

    /// Returns the level with this name, ignoring case.
    #[must_use]
    pub const fn from_name(name: &str) -> Option<Self> {
        let mut rest = Self::ALL;
        while let [level, tail @ ..] = rest {
            if ascii_case::eq(level.name(), name) {
                return Some(*level);
            }
            rest = tail;
        }
        None
    }

    /// Returns the bit of the level in a set.
    pub(crate) const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl fmt::Display for AccessLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_in_any_case() {
        for level in AccessLevel::ALL {
            assert_eq!(AccessLevel::from_name(level.name()), Some(*level));
            assert_eq!(AccessLevel::from_name(&level.name().to_uppercase()), Some(*level));
        }
        assert_eq!(AccessLevel::from_name("Execute"), None);
    }
}
