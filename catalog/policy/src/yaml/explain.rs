//! Translates the errors of the parser.

use saphyr_parser::ScanError;

use super::{
    error::{YamlError, YamlErrorKind as Kind},
    source::Source,
};

/// Returns the error with our message and its place.
pub(super) fn explain(source: &Source<'_>, error: &ScanError) -> YamlError {
    let at = source.offset(error.marker().index());
    let end = at.saturating_add(source.rest(at).chars().next().map_or(0, char::len_utf8));
    YamlError::new(Kind::Other { description: error.info().into() }, source.span(at, end))
}
