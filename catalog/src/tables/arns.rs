//! The ARN formats of the resource types of a service. Without the feature `arn`, the table has size 0.

#[cfg(feature = "arn")]
use catalog_core::packed::Strings;

/// The ARN formats of a service's resource types.
#[cfg(feature = "arn")]
#[derive(Clone, Copy, Debug)]
pub struct ArnTable {
    /// The formats of each resource type, one per line.
    formats: Strings,
}

/// An empty table, because the feature `arn` is off.
#[cfg(not(feature = "arn"))]
#[derive(Clone, Copy, Debug)]
pub struct ArnTable;

#[cfg(feature = "arn")]
impl ArnTable {
    /// Creates the table from the literals that a macro wrote.
    #[must_use]
    #[inline]
    pub const fn new(formats: &'static str, bounds: &'static [u8]) -> Self {
        Self { formats: Strings::new(formats, bounds) }
    }

    /// Returns the formats of the resource type at a position, one per line.
    #[inline]
    pub(crate) const fn lines(&self, position: u16) -> &'static str {
        match self.formats.get(position as usize) {
            Some(lines) => lines,
            None => "",
        }
    }
}
