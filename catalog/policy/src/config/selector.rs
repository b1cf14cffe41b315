//! The findings that an entry of a configuration applies to: one id, or a group.

use core::fmt;

use catalog_core::nearest::Nearest;

use crate::finding::{FindingId, Group};

/// The findings that an entry of a [`Config`](super::Config) applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selector {
    /// The findings of one rule.
    Id(FindingId),
    /// The findings of all rules of a group.
    Group(Group),
}

impl Selector {
    /// Returns the selector for the name of a finding or of a group, or `None` if neither has this name.
    ///
    /// ```
    /// use catalog::policy::{FindingId, Group, Selector};
    /// assert_eq!(Selector::from_name("empty-sid"), Some(Selector::Id(FindingId::EmptySid)));
    /// assert_eq!(Selector::from_name("style"), Some(Selector::Group(Group::Style)));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        FindingId::from_name(name).map(Self::Id).or_else(|| Group::from_name(name).map(Self::Group))
    }

    /// Returns the selector whose name is most similar to a misspelled name, or `None` if no name is similar.
    ///
    /// ```
    /// use catalog::policy::{Group, Selector};
    /// assert_eq!(Selector::nearest("secruity"), Some(Selector::Group(Group::Security)));
    /// assert_eq!(Selector::nearest("E501"), None);
    /// ```
    #[must_use]
    pub fn nearest(wrong: &str) -> Option<Self> {
        let mut nearest = Nearest::new(wrong);
        let groups = Group::ALL.iter().map(|group| group.name());
        for name in FindingId::ALL.iter().map(|id| id.name()).chain(groups) {
            nearest.offer(name);
        }
        nearest.best().and_then(Self::from_name)
    }

    /// Returns the name of the finding or of the group.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id(id) => id.name(),
            Self::Group(group) => group.name(),
        }
    }

    /// Returns true if the selector includes a finding.
    #[must_use]
    pub fn contains(self, id: FindingId) -> bool {
        match self {
            Self::Id(own) => own == id,
            Self::Group(group) => id.group() == group,
        }
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl From<FindingId> for Selector {
    fn from(id: FindingId) -> Self {
        Self::Id(id)
    }
}

impl From<Group> for Selector {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}
