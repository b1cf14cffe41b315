//! The facts about the API operations of a service.

use catalog_core::{
    AccessLevels,
    packed::{Lists, Numbers, PackedTables, Strings, byte},
};

use super::{names::NameTable, of_enum::Tables};

/// The facts about the API operations of a service.
///
/// The parts of `facts` are, in order:
///
/// 1. the SDK clients,
/// 2. the lists of each operation, which take two parts and hold numbers of authorizing actions,
/// 3. the full names of the authorizing actions,
/// 4. the access levels of the authorizing actions, one byte per action,
/// 5. the condition keys that have a fixed value,
/// 6. the fixed values of these keys, one per line,
/// 7. the pages of the few operations that are not on the service's reference page.
#[derive(Clone, Copy, Debug)]
pub struct OperationTable {
    /// The parts.
    pub facts: PackedTables,
}

impl OperationTable {
    /// The tables of a service without operations.
    pub const TABLES: Tables<Self, Self> =
        Tables { names: NameTable::NONE, facts: Self { facts: PackedTables::new("", &[]) }, all: &[] };

    /// Returns the SDK client of the operation at a position.
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

    /// Returns the full names of the authorizing actions.
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

/// Provides the names of the authorizing actions to the error about an operation that is mistaken for an action.
impl catalog_core::AuthorizingActionTable for OperationTable {
    #[inline]
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str> {
        let position = self.authorized_actions_of(operation).get(nth)?;
        self.actions().get(usize::from(position))
    }
}
