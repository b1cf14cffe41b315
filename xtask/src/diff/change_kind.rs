//! The kinds and the verbs of changes.

use serde::Serialize;

/// Declares [`ChangeKind`] with a row for each variant.
///
/// A row has the singular noun, the plural noun and the explanation.
macro_rules! kinds {
    ($($variant:ident $one:literal $many:literal $explanation:literal)+) => {
        /// The kind of a change, which is the kind of fact that has changed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ChangeKind { $(#[doc = $explanation] $variant,)+ }

        impl ChangeKind {
            /// Returns the noun for `count` changes of the kind.
            #[must_use]
            pub fn noun(self, count: usize) -> &'static str {
                match (self, count) { $((Self::$variant, 1) => $one, (Self::$variant, _) => $many,)+ }
            }
        }
    };
}

kinds! {
    Service "service" "services" "A whole service."
    ServiceName "service name" "service names" "The name of a service."
    LeftOut "left-out table" "left-out tables" "A table that the pages leave out."
    Action "action" "actions" "An action."
    AccessLevels "access level" "access levels" "The access levels of an action."
    PermissionOnly "permission-only mark" "permission-only marks" "Whether an action is permission-only."
    ActionResourceType "resource type of an action" "resource types of actions" "A resource type of an action."
    RequiredMark "required mark" "required marks" "Whether an action requires a resource type."
    ActionConditionKey "condition key of an action" "condition keys of actions" "A condition key of an action's rows."
    DependentAction "dependent action" "dependent actions" "An action that another action depends on."
    DependentActions "statement of dependent actions" "statements of dependent actions" "Whether the pages state the dependent actions of an action."
    Rows "combination of rows" "combinations of rows" "The rows of an action, which combine resource types, condition keys and dependent actions."
    Scenario "scenario" "scenarios" "A scenario of an action."
    Operation "operation" "operations" "An API operation."
    AuthorizedAction "authorized action" "authorized actions" "An action that authorizes an operation."
    ResourceType "resource type" "resource types" "A resource type."
    ArnFormat "ARN format" "ARN formats" "An ARN format of a resource type."
    ResourceConditionKey "condition key of a resource type" "condition keys of resource types" "A condition key of a resource type."
    ConditionKey "condition key" "condition keys" "A condition key."
    ValueType "type of a condition key" "types of condition keys" "The type of a condition key's value."
    Description "description" "descriptions" "A description, which is prose."
    Url "link" "links" "A link to documentation, which counts as prose."
}

impl ChangeKind {
    /// Returns a note on the users whom a change of the kind affects, or an empty string if it affects all users.
    #[must_use]
    pub fn whom(self) -> &'static str {
        match self {
            Self::ArnFormat => " (for users of the feature `arn`)",
            _ => "",
        }
    }
}

/// The verb of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// Only the new state has the fact.
    Added,
    /// Only the old state has the fact.
    Removed,
    /// The two states have different values.
    Changed,
}

impl Verb {
    /// Returns the verb for an old and a new value.
    pub(super) fn between(old: Option<&String>, new: Option<&String>) -> Self {
        match (old, new) {
            (None, _) => Self::Added,
            (_, None) => Self::Removed,
            _ => Self::Changed,
        }
    }

    /// Returns the word for the verb, such as `added`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}
