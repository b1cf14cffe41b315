//! The ARN formats of the resource types of a service. Without the feature `arn` the table takes no room.

#[cfg(feature = "arn")]
use catalog_core::packed::Strings;

/// The ARN formats of a service's resource types.
#[cfg(feature = "arn")]
#[derive(Clone, Copy, Debug)]
pub struct ArnTable {
    /// Per resource type: its formats, one per line.
    formats: Strings,
}

/// No format: the feature `arn` is off.
#[cfg(not(feature = "arn"))]
#[derive(Clone, Copy, Debug)]
pub struct ArnTable;

#[cfg(feature = "arn")]
impl ArnTable {
    /// Creates the table of written literals.
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
