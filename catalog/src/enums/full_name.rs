//! The functions that `FromStr` and `Display` of the enums call to read and write the full name of a variant.

use core::fmt;

use catalog_core::{
    NameError, NameErrorKind, NameKind,
    resolve::{self, ServiceNames},
    retired::RetiredService,
};

use super::typed::Typed;
use crate::{
    handles::display,
    tables::{NameTable, Owner},
};

/// Parses the full name of an entry of one service, ignoring case.
///
/// # Errors
/// Returns an error if the name is malformed, belongs to another service, or is unknown to this service.
#[inline]
pub fn parse<T: Typed>(kind: NameKind, text: &str) -> Result<T, NameError> {
    if T::OWNER.prefix.is_empty() {
        // `NoResourceType` and `NoConditionKey` have no variants and belong to no service.
        return Err(NameError::new(NameErrorKind::UnknownName, kind, text));
    }
    let names =
        OneKind { owner: T::OWNER, names: T::NAMES, other_operations: T::OTHER_OPERATIONS, retired: T::RETIRED };
    let found = resolve::name_in(names, kind, text);
    // The compiler evaluates this condition, so a service without retired names adds no code to a program.
    let position = if T::RETIRED.has_names(kind) { or_retired(found, names, kind, text)? } else { found? };
    T::ALL.get(position).copied().ok_or_else(|| NameError::new(NameErrorKind::UnknownName, kind, text))
}

/// Replaces the error about a name if AWS's reference once listed the name.
///
/// The function is not generic, so it is compiled once.
fn or_retired(found: Result<usize, NameError>, names: OneKind, kind: NameKind, text: &str) -> Result<usize, NameError> {
    match found {
        Ok(position) => Ok(position),
        Err(error) => Err(resolve::retired_name_in(names, kind, text).unwrap_or(error)),
    }
}

/// Writes `prefix:name`. The width of the format applies to both parts together.
///
/// # Errors
/// Returns the errors of the formatter.
#[inline]
pub fn display_pair(f: &mut fmt::Formatter<'_>, prefix: &str, name: &str) -> fmt::Result {
    display::pair(f, prefix, name)
}

/// The names of one kind in one service.
#[derive(Clone, Copy, Debug)]
struct OneKind {
    owner: Owner,
    names: NameTable,
    other_operations: &'static str,
    retired: &'static RetiredService,
}

impl ServiceNames for OneKind {
    #[inline]
    fn prefix(self) -> &'static str {
        self.owner.prefix
    }

    #[inline]
    fn name(self) -> &'static str {
        self.owner.name
    }

    #[inline]
    fn actions_are_left_out(self) -> bool {
        self.owner.actions_left_out
    }

    #[inline]
    fn other_operations(self) -> &'static str {
        self.other_operations
    }

    #[inline]
    fn retired(self) -> &'static RetiredService {
        self.retired
    }

    #[inline]
    fn names(self, _: NameKind) -> impl Iterator<Item = &'static str> {
        (0..self.names.names.len()).filter_map(move |position| self.names.names.get(position))
    }

    #[inline]
    fn find(self, _: NameKind, name: &str) -> Option<usize> {
        self.names.find(name).map(usize::from)
    }
}
