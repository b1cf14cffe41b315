//! What an enum of a service can do. An attribute macro hands the variants and the tables of an enum to the macro of its
//! kind in a file below, so that the methods are written once, by hand. What the methods call is here.

mod actions;
mod condition_keys;
mod enums;
mod operations;
mod resource_types;

use core::fmt;

use catalog_core::{
    NameError, NameErrorKind, NameKind,
    resolve::{self, ServiceNames},
};

use crate::{
    Service, display,
    list::{ActionResourceType, Entry, List, References},
    table::{ActionTable, NameTable, ResourceTypeTable},
};

/// An enum of the names of one service: what an attribute of [`define`](crate::define) makes.
///
/// The trait is here for generic code; everything in it is on the enums themselves.
pub trait Typed: Copy + 'static {
    /// The handle over all services that a variant becomes.
    type Any;
    #[doc(hidden)]
    type Table: 'static;
    #[doc(hidden)]
    const FACTS: Facts<Self>;

    /// Every variant, in catalogue order.
    const ALL: &'static [Self] = Self::FACTS.all;
    /// The service.
    const SERVICE: Service;

    /// The handle over all services.
    fn into_any(self) -> Self::Any;
}

/// All that stands behind an enum.
#[derive(Debug)]
pub struct Facts<T: Typed> {
    /// Every variant, in order.
    pub all: &'static [T],
    /// The table.
    pub table: &'static T::Table,
    /// The service, as far as names go.
    pub owner: Owner,
}

/// What a service is called. It stands beside the tables so that a program which only writes names does not carry them.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// The service prefix.
    pub prefix: &'static str,
    /// What AWS calls the service.
    pub name: &'static str,
    /// Whether AWS's page leaves its Actions table out.
    pub actions_left_out: bool,
}

impl<T: Typed> Entry for T {
    type Context = References;

    fn read(number: u16, references: References) -> Option<Self> {
        variant(*references.get(usize::from(number))?)
    }
}

/// The variant at a position.
pub(crate) const fn variant<T: Typed>(position: u16) -> Option<T> {
    match T::ALL.split_at_checked(position as usize) {
        Some((_, [variant, ..])) => Some(*variant),
        _ => None,
    }
}

/// The resource types of an action.
#[must_use]
pub const fn resource_types<R: Typed>(table: &'static ActionTable, position: u16) -> List<ActionResourceType<R>> {
    List::new(table.resource_types_of(position), table.resource_types)
}

/// The condition keys of an action.
#[must_use]
pub const fn condition_keys<K: Typed>(table: &'static ActionTable, position: u16) -> List<K> {
    List::new(table.condition_keys_of(position), table.condition_keys)
}

/// The dependent actions of an action.
#[must_use]
pub const fn dependent_actions(table: &'static ActionTable, position: u16) -> Option<List<&'static str>> {
    match table.dependent_actions_of(position) {
        Some(numbers) => Some(List::new(numbers, table.dependent_actions)),
        None => None,
    }
}

/// The condition keys of a resource type.
#[must_use]
pub const fn resource_type_condition_keys<K: Typed>(table: &'static ResourceTypeTable, position: u16) -> List<K> {
    List::new(table.condition_keys_of(position), table.condition_keys)
}

/// Reads the full name of an entry of one service, in any case.
///
/// # Errors
/// When the text is malformed, of another service, or names nothing the service has.
pub fn parse<T: Typed>(owner: Owner, names: NameTable, kind: NameKind, text: &str) -> Result<T, NameError> {
    let position = resolve::name_in(OneKind { owner, names }, kind, text)?;
    T::ALL.get(position).copied().ok_or_else(|| NameError::new(NameErrorKind::UnknownName, kind, text))
}

/// Writes the service prefix and a name, padded as one.
///
/// # Errors
/// Those of the formatter.
pub fn display_pair(f: &mut fmt::Formatter<'_>, prefix: &str, name: &str) -> fmt::Result {
    display::pair(f, prefix, name)
}

/// The names of one kind in one service.
#[derive(Clone, Copy, Debug)]
struct OneKind {
    owner: Owner,
    names: NameTable,
}

impl ServiceNames for OneKind {
    fn prefix(self) -> &'static str {
        self.owner.prefix
    }

    fn name(self) -> &'static str {
        self.owner.name
    }

    fn actions_are_left_out(self) -> bool {
        self.owner.actions_left_out
    }

    fn names(self, _: NameKind) -> impl Iterator<Item = &'static str> {
        (0..self.names.names.len()).filter_map(move |position| self.names.names.get(position))
    }

    fn find(self, _: NameKind, name: &str) -> Option<usize> {
        self.names.find(name).map(usize::from)
    }
}
