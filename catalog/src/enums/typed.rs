//! The trait that all enums of names implement.

use crate::{
    facts::{ListItem, ReferencedPositions},
    handles::{Handle, Service},
    tables::{Entries, NameTable, Owner},
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
        Self::Any::from_position(Self::SERVICE, u16::try_from(position).unwrap_or_default())
    }
}

/// The facts about a whole service that its enum of actions carries.
pub trait Owning {
    /// The names of the service. They are separate so that a program that only writes names does not carry the tables.
    const OWNER: Owner;
    /// The service.
    const SERVICE: Service;
}

impl<T: Typed> ListItem for T {
    type Context = ReferencedPositions;

    fn read(number: u16, references: ReferencedPositions) -> Option<Self> {
        variant(*references.get(usize::from(number))?)
    }
}

/// The variant at a position.
pub(super) const fn variant<T: Typed>(position: u16) -> Option<T> {
    match T::ALL.split_at_checked(position as usize) {
        Some((_, [variant, ..])) => Some(*variant),
        _ => None,
    }
}
