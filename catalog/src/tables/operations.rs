//! The facts about the API operations of a service.

use catalog_core::{
    AccessLevels,
    packed::{Lists, Numbers, PackedTables, Strings, byte},
};

use super::{names::NameTable, of_enum::Tables};

/// The facts about the API operations of a service.
///
/// The parts: SDK clients; lists; and of the authorised actions that the lists are numbers of, the full names, the access
/// levels, a byte each, the condition keys with a fixed value, and the values, a line each; the pages of the few operations
/// that are not on the service's reference page.
#[derive(Clone, Copy, Debug)]
pub struct OperationTable {
    /// The parts.
    pub facts: PackedTables,
}

impl OperationTable {
    /// The tables of no operation.
    pub const TABLES: Tables<Self, Self> =
        Tables { names: NameTable::NONE, facts: Self { facts: PackedTables::new("", &[]) }, all: &[] };

    /// The SDK client of the operation at a position.
    #[must_use]
    #[inline]
    pub const fn sdk_client(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(0).given(position as usize)
    }

    /// Returns the page of the operation at a position, if it is not the reference page of the service.
    #[must_use]
    #[inline]
    pub const fn page(&self, position: u16) -> Option<&'static str> {
        self.facts.sparse(7).first(position)
    }

    #[inline]
    pub(crate) const fn authorized_actions_of(&self, position: u16) -> Numbers {
        Lists::new(self.facts.bytes(1), self.facts.bytes(2)).stated(position as usize, 0)
    }

    /// The full names of authorised actions.
    #[inline]
    pub(crate) const fn actions(&self) -> Strings {
        self.facts.strings(3)
    }

    #[inline]
    pub(crate) const fn access_levels(&self, action: u16) -> AccessLevels {
        AccessLevels::from_bits(byte(self.facts.bytes(4), action as usize))
    }

    #[inline]
    pub(crate) const fn condition_key(&self, action: u16) -> Option<&'static str> {
        self.facts.strings(5).given(action as usize)
    }

    #[inline]
    pub(crate) const fn values(&self, action: u16) -> Option<&'static str> {
        self.facts.strings(6).given(action as usize)
    }
}

/// For the error about an operation that is taken for an action.
impl catalog_core::AuthorizingActionTable for OperationTable {
    #[inline]
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str> {
        let position = self.authorized_actions_of(operation).get(nth)?;
        self.actions().get(usize::from(position))
    }
}
