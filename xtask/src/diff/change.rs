//! What a comparison finds: plain data, from which every form of the output is made.

use super::bump::Bump;
use serde::Serialize;

/// Declares [`Kind`] from rows of variant, what one is called and what several are called.
macro_rules! kinds {
    ($($variant:ident $one:literal $many:literal $explanation:literal)+) => {
        /// What a change is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $(#[doc = $explanation] $variant,)+ }

        impl Kind {
            /// What `count` of them are called.
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

/// What has happened to something.
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
    /// What has happened to something that is there or not.
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

/// One change in meaning, or of prose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change {
    /// What it is about.
    pub kind: Kind,
    /// What has happened.
    #[serde(rename = "change")]
    pub verb: Verb,
    /// The action, operation, resource type, condition key or service that it is about, as it is called now.
    pub subject: String,
    /// What of it: the resource type that an action takes, the condition key of a row.
    pub item: Option<String>,
    /// What it said.
    pub old: Option<String>,
    /// What it says.
    pub new: Option<String>,
    /// What it needs by itself.
    pub bump: Bump,
}

/// What has changed in one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceDiff {
    /// The service prefix.
    pub prefix: String,
    /// The service's name, as it is now.
    pub name: String,
    /// What has changed in meaning, by kind. A service that is new or gone has one change.
    pub changes: Vec<Change>,
    /// The descriptions and links that are worded otherwise.
    pub prose: Vec<Change>,
}

impl ServiceDiff {
    /// Every change, of meaning and of prose.
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().chain(&self.prose)
    }

    /// What has happened to the service as a whole, and what it holds; nothing if it was there and is there.
    #[must_use]
    pub fn whole(&self) -> Option<(Verb, &str)> {
        let change = self.changes.first().filter(|change| change.kind == Kind::Service)?;
        let contents = change.old.as_deref().or(change.new.as_deref());
        Some((change.verb, contents.unwrap_or_default()))
    }

    /// How many changes of prose are of a kind.
    #[must_use]
    pub fn prose_count(&self, kind: Kind) -> usize {
        self.prose.iter().filter(|change| change.kind == kind).count()
    }
}

/// What has changed from one reference to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The services in which something has changed, by prefix.
    pub services: Vec<ServiceDiff>,
}

impl Diff {
    /// Whether nothing has changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.services.is_empty()
    }

    /// Every change, of meaning and of prose.
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        self.services.iter().flat_map(ServiceDiff::all)
    }
}
