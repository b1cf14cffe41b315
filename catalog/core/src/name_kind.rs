//! The kinds of names.

use core::fmt;

/// The kind of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NameKind {
    /// An action: `ses:SendEmail`.
    Action,
    /// A condition key: `ses:FromAddress`.
    ConditionKey,
    /// A resource type: `ses:identity`.
    ResourceType,
}

impl NameKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Action, Self::ConditionKey, Self::ResourceType];

    /// Returns AWS's term for the kind, such as `condition key`.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::ConditionKey => "condition key",
            Self::ResourceType => "resource type",
        }
    }

    /// Returns the word for the kind in data files, such as `condition-key`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::ConditionKey => "condition-key",
            Self::ResourceType => "resource-type",
        }
    }

    pub(crate) const fn with_article(self) -> &'static str {
        match self {
            Self::Action => "an action",
            Self::ConditionKey => "a condition key",
            Self::ResourceType => "a resource type",
        }
    }

    pub(crate) const fn example(self) -> &'static str {
        match self {
            Self::Action => "ses:SendEmail",
            Self::ConditionKey => "ses:FromAddress",
            Self::ResourceType => "ses:identity",
        }
    }
}

impl fmt::Display for NameKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.noun())
    }
}
