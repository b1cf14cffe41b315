//! The constant tables that stand behind an enum and behind the handles of its service. The attribute macros write
//! them; how the bytes are laid out is told in `catalog_core::packed`.

use catalog_core::{
    AccessLevels, ConditionKeyType,
    packed::{Lists, Numbers, Slots, Strings, byte},
};

/// All that is known of one service.
#[derive(Debug)]
pub struct ServiceTable {
    /// The actions, and what the service is called.
    pub actions: &'static ActionTable,
    /// The resource types.
    pub resource_types: &'static ResourceTypeTable,
    /// The condition keys.
    pub condition_keys: &'static ConditionKeyTable,
    /// The API operations.
    pub operations: &'static OperationTable,
}

/// Names, and the way back from a name to its position.
#[derive(Clone, Copy, Debug)]
pub struct NameTable {
    /// The names, in catalogue order.
    pub names: Strings,
    /// Their hash table.
    pub slots: Slots,
}

impl NameTable {
    /// The table of written literals.
    #[must_use]
    pub const fn new(names: &'static str, ends: &'static [u8], slots: &'static [u8]) -> Self {
        Self { names: Strings::new(names, ends), slots: Slots::new(slots) }
    }

    pub(crate) const fn len(&self) -> usize {
        self.names.len()
    }

    /// The name at a position, empty behind the last.
    #[inline]
    #[must_use]
    pub const fn name(self, position: u16) -> &'static str {
        match self.names.get(position as usize) {
            Some(name) => name,
            None => "",
        }
    }

    /// The position of a name, in any case.
    #[inline]
    #[must_use]
    pub const fn find(&self, name: &str) -> Option<u16> {
        self.slots.find(self.names, name)
    }
}

/// What people read about each entry.
#[derive(Clone, Copy, Debug)]
pub struct DocumentationTable {
    /// AWS's sentence, empty where there is none.
    pub descriptions: Strings,
    /// AWS's page, empty where there is none.
    pub urls: Strings,
}

impl DocumentationTable {
    /// The table of written literals.
    #[must_use]
    pub const fn new(
        descriptions: &'static str,
        description_ends: &'static [u8],
        urls: &'static str,
        url_ends: &'static [u8],
    ) -> Self {
        Self { descriptions: Strings::new(descriptions, description_ends), urls: Strings::new(urls, url_ends) }
    }

    /// The description of the entry at a position.
    #[inline]
    #[must_use]
    pub const fn description(&self, position: u16) -> Option<&'static str> {
        self.descriptions.given(position as usize)
    }

    /// The URL of the entry at a position.
    #[inline]
    #[must_use]
    pub const fn url(&self, position: u16) -> Option<&'static str> {
        self.urls.given(position as usize)
    }
}

/// The actions of a service, and what the service is called.
#[derive(Debug)]
pub struct ActionTable {
    /// The service prefix.
    pub prefix: &'static str,
    /// What AWS calls the service.
    pub service: &'static str,
    /// Whether AWS's page leaves its Actions table out.
    pub left_out: bool,
    /// The pages that the service comes from, a line each: the file, and behind a blank its edition where stated.
    pub pages: &'static str,
    /// Their names, without the service prefix.
    pub names: NameTable,
    /// The access levels, a byte an action.
    pub access_levels: &'static [u8],
    /// 1 for a permission-only action, a byte an action.
    pub permission_only: &'static [u8],
    /// Per action: resource types (reference doubled, plus 1 if required), condition keys (references), dependent
    /// actions (positions in `dependent_actions`).
    pub lists: Lists,
    /// The positions of the resource types that actions refer to.
    pub resource_types: &'static [u16],
    /// The positions of the condition keys that actions refer to.
    pub condition_keys: &'static [u16],
    /// The names of dependent actions, with their prefixes.
    pub dependent_actions: Strings,
    /// Descriptions and URLs.
    pub documentation: DocumentationTable,
}

impl ActionTable {
    /// The access levels of the action at a position.
    #[inline]
    #[must_use]
    pub const fn access_levels_of(&self, position: u16) -> AccessLevels {
        AccessLevels::from_bits(byte(self.access_levels, position as usize))
    }

    /// Whether the action at a position is permission-only.
    #[inline]
    #[must_use]
    pub const fn is_permission_only(&self, position: u16) -> bool {
        byte(self.permission_only, position as usize) != 0
    }

    /// Whether the action at a position takes any resource type.
    #[inline]
    #[must_use]
    pub const fn supports_resources(&self, position: u16) -> bool {
        !self.resource_types_of(position).is_empty()
    }

    pub(crate) const fn resource_types_of(&self, position: u16) -> Numbers {
        self.lists.stated(position as usize, 0)
    }

    pub(crate) const fn condition_keys_of(&self, position: u16) -> Numbers {
        self.lists.stated(position as usize, 1)
    }

    pub(crate) const fn dependent_actions_of(&self, position: u16) -> Option<Numbers> {
        self.lists.get(position as usize, 2)
    }
}

/// The resource types of a service.
#[derive(Debug)]
pub struct ResourceTypeTable {
    /// Their names.
    pub names: NameTable,
    /// Per resource type: condition keys (references).
    pub lists: Lists,
    /// The positions of the condition keys that resource types refer to.
    pub condition_keys: &'static [u16],
    /// URLs. AWS describes no resource type.
    pub documentation: DocumentationTable,
}

impl ResourceTypeTable {
    pub(crate) const fn condition_keys_of(&self, position: u16) -> Numbers {
        self.lists.stated(position as usize, 0)
    }
}

/// The condition keys of a service.
#[derive(Debug)]
pub struct ConditionKeyTable {
    /// Their names, whole.
    pub names: NameTable,
    /// The types of their values, a byte a key.
    pub types: &'static [u8],
    /// Descriptions and URLs.
    pub documentation: DocumentationTable,
}

impl ConditionKeyTable {
    /// The type of the key at a position.
    #[inline]
    #[must_use]
    pub const fn value_type(&self, position: u16) -> Option<ConditionKeyType> {
        ConditionKeyType::from_byte(byte(self.types, position as usize))
    }
}

/// The API operations of a service.
#[derive(Debug)]
pub struct OperationTable {
    /// Their names. Operations of two SDK clients may share one.
    pub names: Strings,
    /// Their SDK clients, empty where none is stated.
    pub sdk_clients: Strings,
    /// Per operation: positions of authorised actions in the next fields.
    pub lists: Lists,
    /// Full names of actions.
    pub actions: Strings,
    /// The access levels, a byte an action.
    pub access_levels: &'static [u8],
    /// Condition keys with a fixed value, empty where there is none.
    pub condition_keys: Strings,
    /// The values of the condition key, a line each.
    pub values: Strings,
}

impl OperationTable {
    /// No operation.
    pub const NONE: Self = Self {
        names: Strings::new("", &[]),
        sdk_clients: Strings::new("", &[]),
        lists: Lists::new(&[], &[]),
        actions: Strings::new("", &[]),
        access_levels: &[],
        condition_keys: Strings::new("", &[]),
        values: Strings::new("", &[]),
    };

    /// The name of the operation at a position.
    #[inline]
    #[must_use]
    pub const fn name(&self, position: u16) -> &'static str {
        match self.names.get(position as usize) {
            Some(name) => name,
            None => "",
        }
    }

    /// The SDK client of the operation at a position.
    #[must_use]
    pub const fn sdk_client(&self, position: u16) -> Option<&'static str> {
        self.sdk_clients.given(position as usize)
    }
}
