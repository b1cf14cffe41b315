//! What the reference says, by service prefix: plain data, the same for every form of the pages.
//!
//! Three things stay three: *not stated* (`None`, an empty set of access levels), *stated as none* (an empty list)
//! and *left out of this page* ([`Service::left_out`]). Order is the page's; nothing here depends on hashing.
//! The serialised form is what `cargo xtask export` prints and `cargo xtask diff` reads.

mod edition;

pub use edition::{Edition, NotAMonth};

use serde::{Deserialize, Serialize};

/// The reference: every service, sorted by prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The version of the exported form.
    pub format: u32,
    /// Every service, sorted by prefix.
    pub services: Vec<Service>,
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
    /// The API operations and the actions that authorise them.
    pub operations: Vec<Operation>,
    /// The resource types.
    pub resource_types: Vec<ResourceType>,
    /// The condition keys.
    pub condition_keys: Vec<ConditionKey>,
}

/// A page that a service comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Its file name: `list_ses.md`.
    pub file: String,
    /// The month of the reference that it shows, where that is stated.
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
    /// Where AWS documents it, exactly as the page has it.
    pub url: Option<String>,
    /// The access levels, in the page's order and without repeats; empty means not stated.
    pub access_levels: Vec<AccessLevel>,
    /// What it takes, row by row. Never empty: an action that takes nothing has one empty row.
    pub rows: Vec<Requirement>,
    /// Alternative sets of resource types that AWS describes apart from the rows.
    pub scenarios: Vec<Scenario>,
}

/// One row of an action: resource types and what goes with them.
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
    /// Whether the action requires it (AWS's asterisk) or may do without.
    pub required: bool,
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

/// An API operation and what authorises it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// The operation's name.
    pub name: String,
    /// The SDK client it belongs to, where the page says so.
    pub sdk_client: Option<String>,
    /// The actions that authorise it.
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
    /// Where AWS documents it, exactly as the page has it.
    pub url: Option<String>,
}

/// A condition key, possibly a template such as `aws:RequestTag/${TagKey}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionKey {
    /// The name as AWS writes it, with its service part.
    pub name: String,
    /// The type of its value, where the page states it.
    #[serde(rename = "type")]
    pub value_type: Option<ValueType>,
    /// AWS's description.
    pub description: Option<String>,
    /// Where AWS documents it, exactly as the page has it.
    pub url: Option<String>,
}

/// What an action can do to a resource, in AWS's classification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AccessLevel {
    /// Lists resources.
    List,
    /// Reads what a resource holds.
    Read,
    /// Creates, changes or deletes.
    Write,
    /// Adds, changes or removes tags.
    Tagging,
    /// Grants or changes permissions.
    #[serde(rename = "Permissions management")]
    PermissionsManagement,
}

impl AccessLevel {
    /// Every access level.
    pub const ALL: [Self; 5] = [Self::List, Self::Read, Self::Write, Self::Tagging, Self::PermissionsManagement];

    /// AWS's word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::Read => "Read",
            Self::Write => "Write",
            Self::Tagging => "Tagging",
            Self::PermissionsManagement => "Permissions management",
        }
    }

    /// The access level that AWS's word means, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name().eq_ignore_ascii_case(name))
    }
}

/// Declares [`ValueType`] from rows of variant and name.
macro_rules! value_types {
    ($($variant:ident $name:literal $explanation:literal)+) => {
        /// The type of a condition key's value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum ValueType { $(#[doc = $explanation] #[serde(rename = $name)] $variant,)+ }

        impl ValueType {
            /// Every type.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// AWS's word for it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

value_types! {
    String "String" "Text."
    Numeric "Numeric" "A number."
    Bool "Bool" "True or false."
    Date "Date" "A date and time."
    Arn "ARN" "An Amazon Resource Name."
    IpAddress "IPAddress" "An IP address or a range of them."
    Binary "Binary" "Bytes."
    ArrayOfString "ArrayOfString" "Several texts."
    ArrayOfNumeric "ArrayOfNumeric" "Several numbers."
    ArrayOfBool "ArrayOfBool" "Several truth values."
    ArrayOfDate "ArrayOfDate" "Several dates."
    ArrayOfArn "ArrayOfARN" "Several Amazon Resource Names."
    ArrayOfIpAddress "ArrayOfIPAddress" "Several IP addresses."
    ArrayOfBinary "ArrayOfBinary" "Several strings of bytes."
}

impl ValueType {
    /// The type that AWS's word means, in any case. The pages also say `Boolean` for `Bool` and `Long` for `Numeric`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = match name {
            name if name.eq_ignore_ascii_case("Boolean") => "Bool",
            name if name.eq_ignore_ascii_case("Long") => "Numeric",
            name => name,
        };
        Self::ALL.iter().copied().find(|value_type| value_type.name().eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::{AccessLevel, ValueType};

    #[test]
    fn every_word_means_itself_in_any_case() {
        for level in AccessLevel::ALL {
            assert_eq!(AccessLevel::from_name(&level.name().to_uppercase()), Some(level));
        }
        for &value_type in ValueType::ALL {
            assert_eq!(ValueType::from_name(&value_type.name().to_lowercase()), Some(value_type));
        }
        assert_eq!(ValueType::from_name("Boolean"), Some(ValueType::Bool));
        assert_eq!(ValueType::from_name("Long"), Some(ValueType::Numeric));
        assert_eq!(ValueType::from_name("Arn"), Some(ValueType::Arn));
        assert_eq!(ValueType::from_name("Strin"), None);
    }
}
