//! The ARN formats of a resource type.

use core::iter::FusedIterator;
use core::{fmt, str::Lines};

use catalog_core::arn::ArnFormat;

use crate::{handles::AnyResourceType, tables::ResourceTypeTable};

/// The formats of the resource type at a position of a table.
#[inline]
#[must_use]
pub const fn arn_formats(table: &'static ResourceTypeTable, position: u16) -> ArnFormats {
    ArnFormats { lines: table.arns.lines(position) }
}

impl AnyResourceType {
    /// AWS's ARN formats: what the ARNs of this type look like.
    #[must_use]
    pub const fn arn_formats(self) -> ArnFormats {
        arn_formats(&self.service().table().facts.resource_types, self.position())
    }
}

/// The ARN formats of a resource type, in the order of AWS's page. Nearly every type has one; some have several.
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

    /// Whether there is none: AWS's page states no ARN for the type.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The formats, in order.
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

/// The ARN formats of a resource type, in order: what [`ArnFormats::iter`] gives.
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
