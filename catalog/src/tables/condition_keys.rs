//! The facts about the condition keys of a service.

use catalog_core::{
    ConditionKeyType,
    packed::{PackedTables, byte},
};

/// The facts about the condition keys of a service.
///
/// The parts: the types of their values, a byte a key; descriptions; URLs.
#[derive(Clone, Copy, Debug)]
pub struct ConditionKeyTable {
    /// The parts.
    pub facts: PackedTables,
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
