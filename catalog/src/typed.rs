//! What an enum of a service can do. An attribute macro hands the variants and the tables of an enum to the macro of its
//! kind in a file below, so that the methods are written once, by hand. What the methods call is here.

mod actions;
mod condition_keys;
mod enums;
mod none;
mod operations;
mod resource_types;

pub use none::{NoConditionKey, NoResourceType};

use core::fmt;

use catalog_core::{
    NameError, NameErrorKind, NameKind,
    resolve::{self, ServiceNames},
};

use crate::{
    Service, display,
    list::{ActionResourceType, Entry, List, References},
    table::{ActionTable, Entries, NameTable, Owner, ResourceTypeTable},
};

/// An enum of the names of one service: what an attribute of [`define`](crate::define) makes.
///
/// The trait is here for generic code; everything in it is on the enums themselves.
pub trait Typed: Copy + Ord + 'static {
    /// The handle over all services that a variant becomes.
    type Any: Handle;
    #[doc(hidden)]
    type Table: 'static;
    #[doc(hidden)]
    type Action: Owning;
    #[doc(hidden)]
    const NAMES: NameTable;
    #[doc(hidden)]
    const TABLE: &'static Self::Table;
    // Apart from its parts, so that a program that reads names alone does not carry the table.
    #[doc(hidden)]
    const ENTRIES: Entries<Self::Table> = Entries { names: Self::NAMES, table: Self::TABLE };

    /// Every variant, in catalog order.
    const ALL: &'static [Self];
    /// The service.
    const SERVICE: Service = Self::Action::SERVICE;

    /// The handle over all services. It looks for the variant among [`ALL`](Self::ALL); `any()`, on every enum, knows where
    /// it is.
    #[must_use]
    fn into_any(self) -> Self::Any {
        // Catalog order is the order of the variants, all of which are there.
        let position = Self::ALL.binary_search(&self).unwrap_or_default();
        Self::Any::at(Self::SERVICE, u16::try_from(position).unwrap_or_default())
    }
}

/// What the enum of actions says for the whole service.
pub trait Owning {
    /// What the service is called. It stands apart so that a program that only writes names does not carry the tables.
    const OWNER: Owner;
    /// The service.
    const SERVICE: Service;
}

/// A handle over all services.
pub trait Handle {
    /// The handle of the entry at a position that the service's table has.
    fn at(service: Service, position: u16) -> Self;
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
        Some(numbers) => Some(List::new(numbers, table.dependent_actions())),
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
pub fn parse<T: Typed>(kind: NameKind, text: &str) -> Result<T, NameError> {
    if T::Action::OWNER.prefix.is_empty() {
        // The type that stands for none, of no service in particular.
        return Err(NameError::new(NameErrorKind::UnknownName, kind, text));
    }
    let position = resolve::name_in(OneKind { owner: T::Action::OWNER, names: T::NAMES }, kind, text)?;
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
