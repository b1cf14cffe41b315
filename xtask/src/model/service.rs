//! A service and everything that its pages say about it, as plain data.

use super::words;
use catalog_core::reference_url::ActionPlace;
use catalog_core::{AccessLevel, ConditionKeyType, Edition};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};

/// The reference: every service, sorted by prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The version of the exported form.
    pub format: u32,
    /// The months of the facts that are not of the edition of their pages.
    #[serde(default, skip_serializing_if = "FactEditions::is_empty")]
    pub fact_editions: FactEditions,
    /// Every service, sorted by prefix.
    pub services: Vec<Service>,
}

/// The months of the facts that are not of the edition of their pages, on the pages that show the edition of most.
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
    /// Returns true if all facts are of the edition of their pages.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Everything that the pages say about one service prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The service prefix: `ses`.
    pub prefix: String,
    /// The service's name, from the first of its newest pages: `Amazon SES`.
    pub name: String,
    /// Its pages, sorted by file name.
    pub pages: Vec<Page>,
    /// The sections whose table some page leaves out.
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
    /// Returns the newest edition that one of the pages shows.
    #[must_use]
    pub fn newest_edition(&self) -> Option<Edition> {
        self.pages.iter().filter_map(|page| page.edition).max()
    }

    /// Returns the first of the newest pages: the one that lists the actions which name no other page.
    #[must_use]
    pub fn reference_page(&self) -> Option<&Page> {
        let newest = self.newest_edition();
        self.pages.iter().find(|page| page.edition == newest)
    }

    /// Returns the condition keys that actions and resource types list and the service does not define.
    #[must_use]
    pub fn undefined_condition_keys(&self) -> BTreeSet<&str> {
        let defined: HashSet<&str> = self.condition_keys.iter().map(|key| key.name.as_str()).collect();
        let of_actions = self.actions.iter().flat_map(|action| &action.rows).flat_map(|row| &row.condition_keys);
        let of_types = self.resource_types.iter().flat_map(|item| &item.condition_keys);
        of_actions.chain(of_types).map(String::as_str).filter(|name| !defined.contains(name)).collect()
    }

    /// Returns the address of an action's place on AWS's page, which follows from the names of page and action.
    #[must_use]
    pub fn reference_url(&self, action: &Action) -> Option<String> {
        let page = action.page.as_ref().or_else(|| self.reference_page().map(|page| &page.file))?;
        Some(ActionPlace { page, action: &action.name }.to_string())
    }
}

/// A page that a service comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Its file name: `list_ses.md`.
    pub file: String,
    /// The month of the reference that it shows, where that is stated.
    #[serde(default, with = "words::option")]
    pub edition: Option<Edition>,
}

/// A section whose table a page leaves out: what it would have said is unknown, which is not the same as nothing.
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
    /// The name as AWS writes it, without the service prefix.
    pub name: String,
    /// Whether it grants a permission without being an API operation.
    pub permission_only: bool,
    /// AWS's description.
    pub description: Option<String>,
    /// The link to AWS's documentation of it, exactly as the page has it.
    pub url: Option<String>,
    /// The page that lists it, if that is not the service's reference page: the first of its newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The access levels, in the page's order and without repeats; empty means not stated.
    #[serde(with = "words::list")]
    pub access_levels: Vec<AccessLevel>,
    /// The rows with the things that it takes. Never empty: an action that takes nothing has one empty row.
    pub rows: Vec<Requirement>,
    /// Alternative sets of resource types that AWS describes apart from the rows.
    pub scenarios: Vec<Scenario>,
}

/// One row of an action: resource types and what goes with them.
///
/// A row can name resource types and condition keys that the service does not define; they are kept as not defined.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// The resource types; empty if the row takes none.
    pub resource_types: Vec<ActionResource>,
    /// The names of the condition keys.
    pub condition_keys: Vec<String>,
    /// Actions, as `service:Action`, that must be allowed as well; `None` if the page has no place for them.
    pub dependent_actions: Option<Vec<String>>,
}

/// A resource type as an action takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionResource {
    /// The name of the resource type.
    pub name: String,
    /// Whether the action requires it (AWS's asterisk) or may do without; `None` if the page does not state that.
    pub required: Option<bool>,
}

/// An alternative set of resource types, for a way of calling an action that AWS gives a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// AWS's name for it: `EC2-VPC-EBS`.
    pub name: String,
    /// The resource types that it takes.
    pub resource_types: Vec<ActionResource>,
}

/// An API operation and what authorizes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// The operation's name.
    pub name: String,
    /// The SDK client it belongs to, where the page says so.
    pub sdk_client: Option<String>,
    /// The page that lists it, if that is not the service's reference page: the first of its newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The actions that authorize it.
    pub actions: Vec<AuthorizedAction>,
}

/// An action that an operation needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorizedAction {
    /// The action of any service, as `service:Action`.
    pub action: String,
    /// A condition key whose value is fixed.
    pub condition_key: Option<String>,
    /// The values that the condition key can have.
    pub values: Vec<String>,
    /// The access levels; empty means not stated.
    #[serde(with = "words::list")]
    pub access_levels: Vec<AccessLevel>,
}

/// A kind of resource that a policy statement can name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourceType {
    /// The name as AWS writes it.
    pub name: String,
    /// Its ARN formats.
    pub arns: Vec<String>,
    /// The names of its condition keys.
    pub condition_keys: Vec<String>,
    /// The link to AWS's documentation of it, exactly as the page has it.
    pub url: Option<String>,
}

/// A condition key, possibly a template such as `aws:RequestTag/${TagKey}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionKey {
    /// The name as AWS writes it, with its service part.
    pub name: String,
    /// The type of its value, where the page states it.
    #[serde(default, rename = "type", with = "words::option")]
    pub value_type: Option<ConditionKeyType>,
    /// AWS's description.
    pub description: Option<String>,
    /// The link to AWS's documentation of it, exactly as the page has it.
    pub url: Option<String>,
}
