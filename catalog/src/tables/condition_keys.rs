//! The facts about the condition keys of a service.

use catalog_core::{
    ConditionKeyType,
    packed::{PackedTables, byte},
};

/// The facts about the condition keys of a service.
///
/// The parts of `facts` are the types of the keys' values, one byte per key, then the descriptions, then the URLs.
#[derive(Clone, Copy, Debug)]
pub struct ConditionKeyTable {
    /// The parts.
    pub facts: PackedTables,
}

impl ConditionKeyTable {
    /// Returns the type of the values of the key at a position.
    #[inline]
    #[must_use]
    pub const fn value_type(&self, position: u16) -> Option<ConditionKeyType> {
        ConditionKeyType::from_byte(byte(self.facts.bytes(0), position as usize))
    }

    /// Returns AWS's description of the key at a position.
    #[inline]
    #[must_use]
    pub const fn description(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(1).given(position as usize)
    }

    /// Returns the link that AWS's page gives the key at a position.
    #[inline]
    #[must_use]
    pub const fn url(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(2).given(position as usize)
    }
}
