//! The names of one enum, and the hash table from a name to its position.

use catalog_core::packed::{Slots, Strings};

/// A list of names, and a hash table from a name to its position.
#[derive(Clone, Copy, Debug)]
pub struct NameTable {
    /// The names, in catalog order.
    pub names: Strings,
    /// The hash table of the names.
    pub slots: Slots,
}

impl NameTable {
    /// The table without names.
    pub const NONE: Self = Self::new("", &[], &[]);

    /// Creates the table from the literals that a macro wrote.
    #[must_use]
    #[inline]
    pub const fn new(text: &'static str, bounds: &'static [u8], slots: &'static [u8]) -> Self {
        Self { names: Strings::new(text, bounds), slots: Slots::new(slots) }
    }

    #[inline]
    pub(crate) const fn len(&self) -> usize {
        self.names.len()
    }

    /// Returns the name at a position, or an empty string if the position is out of range.
    #[inline]
    #[must_use]
    pub const fn name(self, position: u16) -> &'static str {
        match self.names.get(position as usize) {
            Some(name) => name,
            None => "",
        }
    }

    /// Finds the position of a name, ignoring case.
    #[inline]
    #[must_use]
    pub const fn find(&self, name: &str) -> Option<u16> {
        self.slots.find(self.names, name)
    }
}
