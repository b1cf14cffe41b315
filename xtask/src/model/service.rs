//! A service and all facts that its pages state about it, as plain data.

use super::words;
use catalog_core::reference_url::ActionPlace;
use catalog_core::{AccessLevel, ConditionKeyType, Edition};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};

/// The reference: every service, sorted by prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The version of the export format.
    pub format: u32,
    /// The months of the facts that are older or newer than the edition of their pages.
    #[serde(default, skip_serializing_if = "FactEditions::is_empty")]
    pub fact_editions: FactEditions,
    /// Every service, sorted by prefix.
    pub services: Vec<Service>,
}

/// The months of the facts that are older or newer than the edition of their pages. They apply to the pages with the
/// edition that most pages have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactEditions {
    /// The month of the permission-only marks.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "words::option")]
    pub permission_only: Option<Edition>,
    /// The month of the dependent actions.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "words::option")]
    pub dependent_actions: Option<Edition>,
}

impl FactEditions {
    /// Returns true if all facts have the edition of their pages.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// All facts that the pages state about one service prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The service prefix, such as `ses`.
    pub prefix: String,
    /// The service's name on the first of its newest pages, such as `Amazon SES`.
    pub name: String,
    /// The service's pages, sorted by file name.
    pub pages: Vec<Page>,
    /// The sections whose table is left out of at least one page.
    pub left_out: Vec<LeftOut>,
    /// The actions.
    pub actions: Vec<Action>,
    /// The API operations and the actions that authorize them.
    pub operations: Vec<Operation>,
    /// The resource types.
    pub resource_types: Vec<ResourceType>,
    /// The condition keys.
    pub condition_keys: Vec<ConditionKey>,
}

impl Service {
    /// Returns the newest edition of the pages.
    #[must_use]
    pub fn newest_edition(&self) -> Option<Edition> {
        self.pages.iter().filter_map(|page| page.edition).max()
    }

    /// Returns the first of the newest pages. It lists the actions whose `page` is `None`.
    #[must_use]
    pub fn reference_page(&self) -> Option<&Page> {
        let newest = self.newest_edition();
        self.pages.iter().find(|page| page.edition == newest)
    }

    /// Returns the condition keys that actions or resource types list but the service does not define.
    #[must_use]
    pub fn undefined_condition_keys(&self) -> BTreeSet<&str> {
        let defined: HashSet<&str> = self.condition_keys.iter().map(|key| key.name.as_str()).collect();
        let of_actions = self.actions.iter().flat_map(|action| &action.rows).flat_map(|row| &row.condition_keys);
        let of_types = self.resource_types.iter().flat_map(|item| &item.condition_keys);
        of_actions.chain(of_types).map(String::as_str).filter(|name| !defined.contains(name)).collect()
    }

    /// Returns the URL of an action on AWS's page. It follows from the names of the page and the action.
    #[must_use]
    pub fn reference_url(&self, action: &Action) -> Option<String> {
        let page = action.page.as_ref().or_else(|| self.reference_page().map(|page| &page.file))?;
        Some(ActionPlace { page, action: &action.name }.to_string())
    }
}

/// A page that describes a service.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The file name, such as `list_ses.md`.
    pub file: String,
    /// The month of the reference that the page shows, if it is stated.
    #[serde(default, with = "words::option")]
    pub edition: Option<Edition>,
}

/// A section whose table a page leaves out. Its contents are unknown, which differs from an empty section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// The table of actions.
    Actions,
}

/// An action, with or without an API operation of the same name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// The name in AWS's spelling, without the service prefix.
    pub name: String,
    /// Whether the action grants a permission without being an API operation.
    pub permission_only: bool,
    /// AWS's description.
    pub description: Option<String>,
    /// The link to AWS's documentation of the action, exactly as on the page.
    pub url: Option<String>,
    /// The page that lists the action, if it is not the service's reference page (the first of its newest pages).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The access levels in the page's order, without duplicates. Empty means not stated.
    #[serde(with = "words::list")]
    pub access_levels: Vec<AccessLevel>,
    /// The rows with the types and keys that the action accepts. Never empty: an action without any has one empty row.
    pub rows: Vec<Requirement>,
    /// Alternative sets of resource types that AWS describes separately from the rows.
    pub scenarios: Vec<Scenario>,
}

/// A row of an action: resource types, and the condition keys and dependent actions that belong to them.
///
/// A row can name resource types and condition keys that the service does not define. They are kept as undefined names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// The resource types. Empty if the row has none.
    pub resource_types: Vec<ActionResource>,
    /// The names of the condition keys.
    pub condition_keys: Vec<String>,
    /// Actions of the form `service:Action` that must also be allowed. `None` if the page has no place for them.
    pub dependent_actions: Option<Vec<String>>,
}

/// A resource type that an action accepts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionResource {
    /// The name of the resource type.
    pub name: String,
    /// Whether the action requires the type (AWS's asterisk). `None` if the page does not state it.
    pub required: Option<bool>,
}

/// A way of calling an action that AWS gives a name, and the set of resource types that it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// AWS's name for the scenario, such as `EC2-VPC-EBS`.
    pub name: String,
    /// The resource types that the scenario needs.
    pub resource_types: Vec<ActionResource>,
}

/// An API operation and the actions that authorize it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// The operation's name.
    pub name: String,
    /// The operation's SDK client, if the page states it.
    pub sdk_client: Option<String>,
    /// The page that lists the operation, if it is not the service's reference page (the first of its newest pages).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The actions that authorize the operation.
    pub actions: Vec<AuthorizedAction>,
}

/// An action that authorizes an operation, possibly only with certain values of a condition key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorizedAction {
    /// The action in the form `service:Action`, of any service.
    pub action: String,
    /// The condition key to which the operation gives a fixed value, if there is one.
    pub condition_key: Option<String>,
    /// The values that the condition key can have.
    pub values: Vec<String>,
    /// The access levels. Empty means not stated.
    #[serde(with = "words::list")]
    pub access_levels: Vec<AccessLevel>,
}

/// A kind of resource that a policy statement can name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourceType {
    /// The name in AWS's spelling.
    pub name: String,
    /// The ARN formats.
    pub arns: Vec<String>,
    /// The names of the type's condition keys.
    pub condition_keys: Vec<String>,
    /// The link to AWS's documentation of the type, exactly as on the page.
    pub url: Option<String>,
}

/// A condition key, possibly a template such as `aws:RequestTag/${TagKey}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionKey {
    /// The name in AWS's spelling, with its service part.
    pub name: String,
    /// The type of the key's value, if the page states it.
    #[serde(default, rename = "type", with = "words::option")]
    pub value_type: Option<ConditionKeyType>,
    /// AWS's description.
    pub description: Option<String>,
    /// The link to AWS's documentation of the key, exactly as on the page.
    pub url: Option<String>,
}
