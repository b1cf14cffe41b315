//! The constant tables that stand behind an enum and behind the handles of its service. The attribute macros write
//! them; how the bytes are laid out is told in `catalog_core::packed`.

use catalog_core::{
    AccessLevels, ConditionKeyType,
    packed::{Lists, Numbers, Sections, Slots, Strings, byte},
};

use crate::arn::ArnTable;

/// All that is known of one service.
#[derive(Debug)]
pub struct ServiceTable {
    /// What it is called.
    pub owner: Owner,
    /// The pages that it comes from, a line each: the file, and behind a blank its edition where stated.
    pub pages: &'static str,
    /// The actions.
    pub actions: Entries<ActionTable>,
    /// The resource types.
    pub resource_types: Entries<ResourceTypeTable>,
    /// The condition keys.
    pub condition_keys: Entries<ConditionKeyTable>,
    /// The API operations.
    pub operations: Entries<OperationTable>,
}

/// What a service is called.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// The service prefix.
    pub prefix: &'static str,
    /// What AWS calls the service.
    pub name: &'static str,
    /// Whether AWS's page leaves its Actions table out.
    pub actions_left_out: bool,
}

/// The entries of one kind in a service: their names, and what is known of each.
#[derive(Debug)]
pub struct Entries<T: 'static> {
    /// The names, in catalog order.
    pub names: NameTable,
    /// The facts, by position.
    pub table: &'static T,
}

// Derived, these would ask the same of the table.
impl<T> Clone for Entries<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Entries<T> {}

/// Names, and the way back from a name to its position.
#[derive(Clone, Copy, Debug)]
pub struct NameTable {
    /// The names, in catalog order.
    pub names: Strings,
    /// Their hash table.
    pub slots: Slots,
}

impl NameTable {
    /// No name.
    pub const NONE: Self = Self::new("", &[], &[]);

    /// The table of written literals.
    #[must_use]
    pub const fn new(text: &'static str, bounds: &'static [u8], slots: &'static [u8]) -> Self {
        Self { names: Strings::new(text, bounds), slots: Slots::new(slots) }
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

/// What is known of the actions of a service.
///
/// The parts: access levels, a byte an action; 1 for a permission-only action, a byte an action; lists; dependent
/// actions; descriptions; URLs. The lists of an action are its resource types (reference doubled, plus 1 if required), its
/// condition keys (references) and its dependent actions (positions among their names).
#[derive(Debug)]
pub struct ActionTable {
    /// The parts.
    pub facts: Sections,
    /// The positions of the resource types that actions refer to.
    pub resource_types: &'static [u16],
    /// The positions of the condition keys that actions refer to.
    pub condition_keys: &'static [u16],
}

impl ActionTable {
    /// The access levels of the action at a position.
    #[inline]
    #[must_use]
    pub const fn access_levels(&self, position: u16) -> AccessLevels {
        AccessLevels::from_bits(byte(self.facts.bytes(0), position as usize))
    }

    /// Whether the action at a position is permission-only.
    #[inline]
    #[must_use]
    pub const fn is_permission_only(&self, position: u16) -> bool {
        byte(self.facts.bytes(1), position as usize) != 0
    }

    /// Whether the action at a position takes any resource type.
    #[inline]
    #[must_use]
    pub const fn supports_resources(&self, position: u16) -> bool {
        !self.resource_types_of(position).is_empty()
    }

    const fn lists(&self) -> Lists {
        Lists::new(self.facts.bytes(2), self.facts.bytes(3))
    }

    pub(crate) const fn resource_types_of(&self, position: u16) -> Numbers {
        self.lists().stated(position as usize, 0)
    }

    pub(crate) const fn condition_keys_of(&self, position: u16) -> Numbers {
        self.lists().stated(position as usize, 1)
    }

    /// The names of dependent actions, with their prefixes.
    pub(crate) const fn dependent_actions(&self) -> Strings {
        self.facts.strings(4)
    }

    pub(crate) const fn dependent_actions_of(&self, position: u16) -> Option<Numbers> {
        self.lists().get(position as usize, 2)
    }

    /// AWS's sentence about the action at a position.
    #[inline]
    #[must_use]
    pub const fn description(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(5).given(position as usize)
    }

    /// AWS's page about the action at a position.
    #[inline]
    #[must_use]
    pub const fn url(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(6).given(position as usize)
    }
}

/// What is known of the resource types of a service.
///
/// The parts: lists; URLs. The one list of a resource type is its condition keys (references). AWS describes none.
#[derive(Debug)]
pub struct ResourceTypeTable {
    /// The parts.
    pub facts: Sections,
    /// The positions of the condition keys that resource types refer to.
    pub condition_keys: &'static [u16],
    /// ARN formats, with the feature `arn`.
    pub arns: ArnTable,
}

impl ResourceTypeTable {
    pub(crate) const fn condition_keys_of(&self, position: u16) -> Numbers {
        Lists::new(self.facts.bytes(0), self.facts.bytes(1)).stated(position as usize, 0)
    }

    /// AWS's page about the resource type at a position.
    #[inline]
    #[must_use]
    pub const fn url(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(2).given(position as usize)
    }
}

/// What is known of the condition keys of a service.
///
/// The parts: the types of their values, a byte a key; descriptions; URLs.
#[derive(Debug)]
pub struct ConditionKeyTable {
    /// The parts.
    pub facts: Sections,
}

impl ConditionKeyTable {
    /// The type of the key at a position.
    #[inline]
    #[must_use]
    pub const fn value_type(&self, position: u16) -> Option<ConditionKeyType> {
        ConditionKeyType::from_byte(byte(self.facts.bytes(0), position as usize))
    }

    /// AWS's sentence about the key at a position.
    #[inline]
    #[must_use]
    pub const fn description(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(1).given(position as usize)
    }

    /// AWS's page about the key at a position.
    #[inline]
    #[must_use]
    pub const fn url(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(2).given(position as usize)
    }
}

/// What is known of the API operations of a service.
///
/// The parts: SDK clients; lists; and of the authorised actions that the lists are numbers of, the full names, the access
/// levels, a byte each, the condition keys with a fixed value, and the values, a line each.
#[derive(Debug)]
pub struct OperationTable {
    /// The parts.
    pub facts: Sections,
}

impl OperationTable {
    /// No operation.
    pub const NONE: Self = Self { facts: Sections::new("", &[]) };

    /// The SDK client of the operation at a position.
    #[must_use]
    pub const fn sdk_client(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(0).given(position as usize)
    }

    pub(crate) const fn authorized_actions_of(&self, position: u16) -> Numbers {
        Lists::new(self.facts.bytes(1), self.facts.bytes(2)).stated(position as usize, 0)
    }

    /// The full names of authorised actions.
    pub(crate) const fn actions(&self) -> Strings {
        self.facts.strings(3)
    }

    pub(crate) const fn access_levels(&self, action: u16) -> AccessLevels {
        AccessLevels::from_bits(byte(self.facts.bytes(4), action as usize))
    }

    pub(crate) const fn condition_key(&self, action: u16) -> Option<&'static str> {
        self.facts.strings(5).given(action as usize)
    }

    pub(crate) const fn values(&self, action: u16) -> Option<&'static str> {
        self.facts.strings(6).given(action as usize)
    }
}
