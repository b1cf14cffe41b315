//! AWS's five access levels.

use serde::{Deserialize, Serialize};

/// AWS's classification of the things that an action can do to a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AccessLevel {
    /// Lists resources.
    List,
    /// Reads what a resource holds.
    Read,
    /// Creates, changes or deletes.
    Write,
    /// Adds, changes or removes tags.
    Tagging,
    /// Grants or changes permissions.
    #[serde(rename = "Permissions management")]
    PermissionsManagement,
}

impl AccessLevel {
    /// Every access level.
    pub const ALL: [Self; 5] = [Self::List, Self::Read, Self::Write, Self::Tagging, Self::PermissionsManagement];

    /// AWS's word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::Read => "Read",
            Self::Write => "Write",
            Self::Tagging => "Tagging",
            Self::PermissionsManagement => "Permissions management",
        }
    }

    /// The access level that AWS's word means, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name().eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::AccessLevel;

    #[test]
    fn every_word_means_itself_in_any_case() {
        for level in AccessLevel::ALL {
            assert_eq!(AccessLevel::from_name(&level.name().to_uppercase()), Some(level));
        }
        assert_eq!(AccessLevel::from_name("Writ"), None);
    }
}
