//! The ARN formats of a resource type, and an iterator over them.

use core::iter::FusedIterator;
use core::{fmt, str::Lines};

use catalog_core::arn::ArnFormat;

use crate::{handles::AnyResourceType, tables::ResourceTypeTable};

/// Returns the formats of the resource type at a position of a table.
#[inline]
#[must_use]
pub const fn arn_formats(table: &'static ResourceTypeTable, position: u16) -> ArnFormats {
    ArnFormats { lines: table.arns.lines(position) }
}

impl AnyResourceType {
    /// Returns AWS's formats for the ARNs of this type.
    #[must_use]
    pub const fn arn_formats(self) -> ArnFormats {
        arn_formats(&self.service().table().facts.resource_types, self.position())
    }
}

/// The ARN formats of a resource type, in the order in which AWS's page lists them. Nearly every type has one format,
/// and some types have several.
///
/// ```
/// use catalog::ses;
///
/// for format in ses::ResourceType::Identity.arn_formats() {
///     println!("{format}");
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ArnFormats {
    lines: &'static str,
}

impl ArnFormats {
    /// Returns the number of formats.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Returns true if AWS's page states no ARN format for the type.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Returns the formats, in order.
    #[must_use]
    pub fn iter(&self) -> ArnFormatsIter {
        ArnFormatsIter(self.lines.lines())
    }
}

impl IntoIterator for ArnFormats {
    type Item = ArnFormat<'static>;
    type IntoIter = ArnFormatsIter;

    fn into_iter(self) -> ArnFormatsIter {
        self.iter()
    }
}

impl IntoIterator for &ArnFormats {
    type Item = ArnFormat<'static>;
    type IntoIter = ArnFormatsIter;

    fn into_iter(self) -> ArnFormatsIter {
        self.iter()
    }
}

impl fmt::Debug for ArnFormats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

/// The ARN formats of a resource type, in order, returned by [`ArnFormats::iter`].
#[derive(Clone, Debug)]
pub struct ArnFormatsIter(Lines<'static>);

impl Iterator for ArnFormatsIter {
    type Item = ArnFormat<'static>;

    fn next(&mut self) -> Option<ArnFormat<'static>> {
        self.0.next().map(ArnFormat::new_unchecked)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for ArnFormatsIter {
    fn next_back(&mut self) -> Option<ArnFormat<'static>> {
        self.0.next_back().map(ArnFormat::new_unchecked)
    }
}

impl FusedIterator for ArnFormatsIter {}
