//! The kinds of names that become variants: actions, resource types, condition keys.

/// Which enum of a service a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// `Action`.
    Action,
    /// `ResourceType`.
    ResourceType,
    /// `ConditionKey`.
    ConditionKey,
}

impl NameKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Action, Self::ResourceType, Self::ConditionKey];

    /// Returns the word for it in `identifiers.toml`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::ResourceType => "resource-type",
            Self::ConditionKey => "condition-key",
        }
    }

    /// Returns AWS's word for it.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::ResourceType => "resource type",
            Self::ConditionKey => "condition key",
        }
    }
}
