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

/// An enum of the names of one service, made by an attribute of [`define`](crate::define).
///
/// Use the trait in generic code. Everything in it is also available on the enums themselves.
pub trait Typed: Copy + Ord + 'static {
    /// The handle type of the enum, which covers all services.
    type Any: Handle;
    #[doc(hidden)]
    type Action: Typed;
    // There is only one constant, because each constant costs the compiler time for every enum.
    #[doc(hidden)]
    const TABLES: Tables<Self, <Self::Any as Handle>::Facts>;
    // This constant is separate from the facts, so that a program that only parses names does not include them.
    #[doc(hidden)]
    const NAMES: NameTable = Self::TABLES.names;
    // The data of the whole service. The enum of actions defines it, and the other enums refer to that constant.
    #[doc(hidden)]
    const OWNED: Owned = <Self::Action as Typed>::OWNED;
    // This constant is separate from the rest, so that a program that only prints names does not include the tables.
    #[doc(hidden)]
    const OWNER: Owner = Self::OWNED.owner;

    // The compiler evaluates this constant, so a program includes only the operations of the services that it uses.
    #[doc(hidden)]
    const OTHER_OPERATIONS: &'static str = operations::of_service(Self::OWNER.prefix);
    // The value is a copy, because a reference to the table of all services would keep that table in the program.
    #[doc(hidden)]
    const RETIRED: &'static RetiredService = &retired_services::of_service(Self::OWNER.prefix);

    /// Every variant, in catalog order.
    const ALL: &'static [Self] = Self::TABLES.all;
    /// The service that the enum belongs to.
    const SERVICE: Service = Self::OWNED.service;

    /// Returns the handle of this variant. It searches [`ALL`](Self::ALL) for the variant. The method `any()` of each
    /// enum returns the same handle without a search.
    #[must_use]
    #[inline]
    fn into_any(self) -> Self::Any {
        // `ALL` contains every variant in the order of the enum, so the search succeeds.
        let position = Self::ALL.binary_search(&self).unwrap_or_default();
        Self::Any::from_position(Self::SERVICE, u16::try_from(position).unwrap_or_default())
    }
}

/// The data that belongs to a service as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Owned {
    /// The names of the service.
    pub owner: Owner,
    /// The service.
    pub service: Service,
    /// The facts about all names of the service.
    pub facts: &'static ServiceFacts,
}

/// Compares two positions. `Ord` of the enums calls it.
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

/// Returns the variant at a position.
#[inline]
pub(super) const fn variant<T: Typed>(position: u16) -> Option<T> {
    match T::ALL.split_at_checked(position as usize) {
        Some((_, [variant, ..])) => Some(*variant),
        _ => None,
    }
}
