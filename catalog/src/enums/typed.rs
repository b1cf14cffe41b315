//! The trait that all enums of names implement.

use core::cmp::Ordering;

use catalog_core::{
    resolve::{operations, retired_services},
    retired::RetiredService,
};

use crate::{
    facts::{ListItem, ReferencedPositions},
    handles::{Handle, Service},
    tables::{NameTable, Owner, ServiceFacts, Tables},
};

/// An enum of the names of one service: what an attribute of [`define`](crate::define) makes.
///
/// The trait is here for generic code; everything in it is on the enums themselves.
pub trait Typed: Copy + Ord + 'static {
    /// The handle over all services that a variant becomes.
    type Any: Handle;
    #[doc(hidden)]
    type Action: Typed;
    // One constant, because each costs the compiler time for every enum.
    #[doc(hidden)]
    const TABLES: Tables<Self, <Self::Any as Handle>::Facts>;
    // Apart from the facts, so that a program that only reads names does not carry them.
    #[doc(hidden)]
    const NAMES: NameTable = Self::TABLES.names;
    // What belongs to the whole service. The enum of actions states it, the others take it from there.
    #[doc(hidden)]
    const OWNED: Owned = <Self::Action as Typed>::OWNED;
    // Apart from the rest, so that a program that only writes names does not carry the tables.
    #[doc(hidden)]
    const OWNER: Owner = Self::OWNED.owner;

    // Found by the compiler, so that a program of one service carries the operations of no other.
    #[doc(hidden)]
    const OTHER_OPERATIONS: &'static str = operations::of_service(Self::OWNER.prefix);
    // A copy, because a reference into the table of all services would keep that table in the program.
    #[doc(hidden)]
    const RETIRED: &'static RetiredService = &retired_services::of_service(Self::OWNER.prefix);

    /// Every variant, in catalog order.
    const ALL: &'static [Self] = Self::TABLES.all;
    /// The service.
    const SERVICE: Service = Self::OWNED.service;

    /// The handle over all services. It looks for the variant among [`ALL`](Self::ALL); `any()`, on every enum, knows where
    /// it is.
    #[must_use]
    #[inline]
    fn into_any(self) -> Self::Any {
        // Catalog order is the order of the variants, all of which are there.
        let position = Self::ALL.binary_search(&self).unwrap_or_default();
        Self::Any::from_position(Self::SERVICE, u16::try_from(position).unwrap_or_default())
    }
}

/// What belongs to a service as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Owned {
    /// The names of the service.
    pub owner: Owner,
    /// The service.
    pub service: Service,
    /// The facts about all its names.
    pub facts: &'static ServiceFacts,
}

/// Compares two positions: what the order of the enums calls.
#[inline]
#[must_use]
pub fn cmp(one: u16, other: u16) -> Ordering {
    one.cmp(&other)
}

impl<T: Typed> ListItem for T {
    type Context = ReferencedPositions;

    #[inline]
    fn read(number: u16, references: ReferencedPositions) -> Option<Self> {
        variant(*references.get(usize::from(number))?)
    }
}

/// The variant at a position.
#[inline]
pub(super) const fn variant<T: Typed>(position: u16) -> Option<T> {
    match T::ALL.split_at_checked(position as usize) {
        Some((_, [variant, ..])) => Some(*variant),
        _ => None,
    }
}
