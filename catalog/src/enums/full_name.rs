//! Reading and writing the full name of a variant: what `FromStr` and `Display` of the enums call.

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

/// Reads the full name of an entry of one service, in any case.
///
/// # Errors
/// When the text is malformed, of another service, or names nothing the service has.
#[inline]
pub fn parse<T: Typed>(kind: NameKind, text: &str) -> Result<T, NameError> {
    if T::OWNER.prefix.is_empty() {
        // The type that stands for none, of no service in particular.
        return Err(NameError::new(NameErrorKind::UnknownName, kind, text));
    }
    let names =
        OneKind { owner: T::OWNER, names: T::NAMES, other_operations: T::OTHER_OPERATIONS, retired: T::RETIRED };
    let found = resolve::name_in(names, kind, text);
    // The compiler knows the answer, so a service without retired names costs a program nothing.
    let position = if T::RETIRED.has_names(kind) { or_retired(found, names, kind, text)? } else { found? };
    T::ALL.get(position).copied().ok_or_else(|| NameError::new(NameErrorKind::UnknownName, kind, text))
}

/// Lets the error about a name say that AWS's reference once listed the name.
///
/// It is not generic, so that it is compiled once.
fn or_retired(found: Result<usize, NameError>, names: OneKind, kind: NameKind, text: &str) -> Result<usize, NameError> {
    match found {
        Ok(position) => Ok(position),
        Err(error) => Err(resolve::retired_name_in(names, kind, text).unwrap_or(error)),
    }
}

/// Writes the service prefix and a name, padded as one.
///
/// # Errors
/// Those of the formatter.
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
