//! The facts about the actions of a service.

use catalog_core::{
    AccessLevels,
    packed::{Lists, Numbers, PackedTables, SparseStrings, Strings, byte},
};

/// The facts about the actions of a service.
///
/// The parts of `facts` are, in order:
///
/// 1. the access levels, one byte per action,
/// 2. a byte per action, which is 1 if the action is permission-only,
/// 3. the lists of each action, which take two parts,
/// 4. the full names of dependent actions,
/// 5. the descriptions,
/// 6. the URLs,
/// 7. the pages of the actions that are not on the service's reference page,
/// 8. the undefined condition keys of the few actions that have any,
/// 9. the undefined resource types of the few actions that have any.
///
/// Each action has three lists: its resource types, its condition keys and its dependent actions. The first two hold
/// references, and the lowest bits of a reference to a resource type encode whether the action requires it. The third
/// holds positions among the names of dependent actions.
#[derive(Clone, Copy, Debug)]
pub struct ActionTable {
    /// The parts.
    pub facts: PackedTables,
    /// The positions of the resource types that actions refer to.
    pub resource_types: &'static [u16],
    /// The positions of the condition keys that actions refer to.
    pub condition_keys: &'static [u16],
}

impl ActionTable {
    /// Returns the access levels of the action at a position.
    #[inline]
    #[must_use]
    pub const fn access_levels(&self, position: u16) -> AccessLevels {
        AccessLevels::from_bits(byte(self.facts.bytes(0), position as usize))
    }

    /// Returns true if the action at a position is permission-only.
    #[inline]
    #[must_use]
    pub const fn is_permission_only(&self, position: u16) -> bool {
        byte(self.facts.bytes(1), position as usize) != 0
    }

    /// Returns true if the action at a position accepts any resource type, defined or not.
    #[inline]
    #[must_use]
    pub const fn supports_resources(&self, position: u16) -> bool {
        !self.resource_types_of(position).is_empty() || self.undefined_resource_types().first(position).is_some()
    }

    /// Returns the condition keys that the page uses but does not define.
    #[inline]
    pub(crate) const fn undefined_condition_keys(&self) -> SparseStrings {
        self.facts.sparse(8)
    }

    /// Returns the resource types that the page uses but does not define. Each follows a digit, which encodes whether
    /// the action requires it.
    #[inline]
    pub(crate) const fn undefined_resource_types(&self) -> SparseStrings {
        self.facts.sparse(9)
    }

    #[inline]
    const fn lists(&self) -> Lists {
        Lists::new(self.facts.bytes(2), self.facts.bytes(3))
    }

    #[inline]
    pub(crate) const fn resource_types_of(&self, position: u16) -> Numbers {
        self.lists().stated(position as usize, 0)
    }

    #[inline]
    pub(crate) const fn condition_keys_of(&self, position: u16) -> Numbers {
        self.lists().stated(position as usize, 1)
    }

    /// Returns the names of dependent actions, with their prefixes.
    #[inline]
    pub(crate) const fn dependent_actions(&self) -> Strings {
        self.facts.strings(4)
    }

    #[inline]
    pub(crate) const fn dependent_actions_of(&self, position: u16) -> Option<Numbers> {
        self.lists().get(position as usize, 2)
    }

    /// Returns AWS's description of the action at a position.
    #[inline]
    #[must_use]
    pub const fn description(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(5).given(position as usize)
    }

    /// Returns the page of the action at a position, if it is not the reference page of the service.
    #[inline]
    #[must_use]
    pub const fn page(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(7).given(position as usize)
    }

    /// Returns the link that AWS's page gives the action at a position.
    #[inline]
    #[must_use]
    pub const fn url(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(6).given(position as usize)
    }
}
