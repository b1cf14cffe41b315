//! The names of one enum, and the hash table from a name to its position.

use catalog_core::packed::{Slots, Strings};

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
    #[inline]
    pub const fn new(text: &'static str, bounds: &'static [u8], slots: &'static [u8]) -> Self {
        Self { names: Strings::new(text, bounds), slots: Slots::new(slots) }
    }

    #[inline]
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
