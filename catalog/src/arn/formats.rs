//! The ARN formats of a resource type, and an iterator over them.

use core::fmt;
use core::iter::FusedIterator;

use catalog_core::{arn::ArnFormat, words};

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
        ArnFormatsIter { rest: Some(self.lines).filter(|lines| !lines.is_empty()) }
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
pub struct ArnFormatsIter {
    /// The lines that have not been returned, or `None` after the last one.
    rest: Option<&'static str>,
}

impl Iterator for ArnFormatsIter {
    type Item = ArnFormat<'static>;

    fn next(&mut self) -> Option<ArnFormat<'static>> {
        let rest = self.rest.take()?;
        // The linter visits all formats of a service for one resource, and `str::lines` would take twice as long.
        let Some((line, behind)) = words::position(rest.as_bytes(), b'\n').and_then(|end| rest.split_at_checked(end))
        else {
            return Some(ArnFormat::new_unchecked(rest));
        };
        self.rest = behind.strip_prefix('\n');
        Some(ArnFormat::new_unchecked(line))
    }
}

impl DoubleEndedIterator for ArnFormatsIter {
    fn next_back(&mut self) -> Option<ArnFormat<'static>> {
        let rest = self.rest.take()?;
        let (before, line) = rest.rsplit_once('\n').map_or((None, rest), |(before, line)| (Some(before), line));
        self.rest = before;
        Some(ArnFormat::new_unchecked(line))
    }
}

impl FusedIterator for ArnFormatsIter {}
