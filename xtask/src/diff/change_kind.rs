//! The kinds of changes, and the verbs for them.

use serde::Serialize;

/// Declares [`ChangeKind`] from rows of variant, what one is called and what several are called.
macro_rules! kinds {
    ($($variant:ident $one:literal $many:literal $explanation:literal)+) => {
        /// The kind of thing that a change is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ChangeKind { $(#[doc = $explanation] $variant,)+ }

        impl ChangeKind {
            /// Returns the noun for `count` of them.
            #[must_use]
            pub fn noun(self, count: usize) -> &'static str {
                match (self, count) { $((Self::$variant, 1) => $one, (Self::$variant, _) => $many,)+ }
            }
        }
    };
}

kinds! {
    Service "service" "services" "A service as a whole."
    ServiceName "service name" "service names" "The name of a service."
    LeftOut "left-out table" "left-out tables" "A table that the pages leave out."
    Action "action" "actions" "An action."
    AccessLevels "access level" "access levels" "The access levels of an action."
    PermissionOnly "permission-only mark" "permission-only marks" "Whether an action is permission-only."
    ActionResourceType "resource type of an action" "resource types of actions" "A resource type that an action takes."
    RequiredMark "required mark" "required marks" "Whether an action requires a resource type."
    ActionConditionKey "condition key of an action" "condition keys of actions" "A condition key of an action's rows."
    DependentAction "dependent action" "dependent actions" "An action that another one needs as well."
    DependentActions "statement of dependent actions" "statements of dependent actions" "Whether the pages say on what an action depends."
    Rows "combination of rows" "combinations of rows" "Which resource types, condition keys and dependent actions of an action go together."
    Scenario "scenario" "scenarios" "A scenario of an action."
    Operation "operation" "operations" "An API operation."
    AuthorizedAction "authorized action" "authorized actions" "An action that an operation needs."
    ResourceType "resource type" "resource types" "A resource type."
    ArnFormat "ARN format" "ARN formats" "An ARN format of a resource type."
    ResourceConditionKey "condition key of a resource type" "condition keys of resource types" "A condition key of a resource type."
    ConditionKey "condition key" "condition keys" "A condition key."
    ValueType "type of a condition key" "types of condition keys" "The type of a condition key's value."
    Description "description" "descriptions" "A description: prose."
    Url "link" "links" "A link to documentation: prose."
}

impl ChangeKind {
    /// Returns whom a change of the kind is about, if that is not every user.
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
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed,
}

impl Verb {
    /// Returns the verb for something that is in the old state, the new one, or both.
    pub(super) fn between(old: Option<&String>, new: Option<&String>) -> Self {
        match (old, new) {
            (None, _) => Self::Added,
            (_, None) => Self::Removed,
            _ => Self::Changed,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}
