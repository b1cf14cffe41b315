//! The facts about the resource types of a service.

use catalog_core::packed::{Lists, Numbers, PackedTables, SparseStrings};

use super::arns::ArnTable;

/// The facts about the resource types of a service.
///
/// The parts of `facts` are, in order:
///
/// 1. the lists of each resource type, which take two parts,
/// 2. the URLs,
/// 3. the undefined condition keys of the few resource types that have any.
///
/// The only list of a resource type is its condition keys, as references. There are no descriptions, because AWS does
/// not describe resource types.
#[derive(Clone, Copy, Debug)]
pub struct ResourceTypeTable {
    /// The parts.
    pub facts: PackedTables,
    /// The positions of the condition keys that resource types refer to.
    pub condition_keys: &'static [u16],
    /// The ARN formats. Without the feature `arn`, the table is empty.
    pub arns: ArnTable,
}

impl ResourceTypeTable {
    #[inline]
    pub(crate) const fn condition_keys_of(&self, position: u16) -> Numbers {
        Lists::new(self.facts.bytes(0), self.facts.bytes(1)).stated(position as usize, 0)
    }

    /// Returns the condition keys that the page uses but does not define.
    #[inline]
    pub(crate) const fn undefined_condition_keys(&self) -> SparseStrings {
        self.facts.sparse(3)
    }

    /// Returns the link that AWS's page gives the resource type at a position.
    #[inline]
    #[must_use]
    pub const fn url(&self, position: u16) -> Option<&'static str> {
        self.facts.strings(2).given(position as usize)
    }
}
