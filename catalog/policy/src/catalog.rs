//! The queries that the rules put to a catalog of names and facts.

use alloc::string::String;

use catalog_core::{
    ConditionKeyType, NameKind,
    resolve::{Catalog, ServiceNames as _},
    wildcard,
};

/// The names of a catalog, and the facts that it has about them.
///
/// Names are queried through the traits that this one extends. A catalog without facts, such as that of the macros, states
/// only [`ResourceType`](Self::ResourceType): every other answer is then "not known".
///
/// An action or a condition key is identified by its service and its position there, as in [`Catalog`].
pub trait PolicyCatalog: Catalog {
    /// A resource type.
    type ResourceType: Copy + Ord;

    /// Returns the positions of a service's actions whose names match a pattern.
    fn matching(self, service: Self::Service, pattern: &str) -> impl Iterator<Item = usize> {
        let names = service.names(NameKind::Action).enumerate();
        names.filter(move |(_, name)| wildcard::matches(pattern, name)).map(|(position, _)| position)
    }

    /// Returns the resource types that an action takes, of its own service and of others, or `None` if that is not known.
    fn resource_types(self, service: Self::Service, action: usize) -> Option<impl Iterator<Item = Self::ResourceType>> {
        let _ = (service, action);
        None::<core::iter::Empty<Self::ResourceType>>
    }

    /// Returns a test of whether a resource of a given type could match the pattern of a policy, for use on many types, or
    /// `None` if that is not known.
    fn overlaps(self, pattern: &str) -> Option<impl Fn(Self::ResourceType) -> bool> {
        let _ = pattern;
        None::<fn(Self::ResourceType) -> bool>
    }

    /// Returns the name of a resource type without its prefix and the first format of its ARNs, for messages, or `None` if
    /// they are not known.
    fn describe(self, resource_type: Self::ResourceType) -> Option<(&'static str, &'static str)> {
        let _ = resource_type;
        None
    }

    /// Returns the names of the condition keys that a request for an action may carry: those of the action and of the
    /// resource types that it takes, defined or not, with or without global keys. Returns `None` if they are not known.
    fn action_keys(self, service: Self::Service, action: usize) -> Option<impl Iterator<Item = &'static str>> {
        let _ = (service, action);
        None::<core::iter::Empty<&'static str>>
    }

    /// Returns the condition keys that AWS's pages list for actions or resource types of a service and define nowhere. They
    /// are known by name only.
    fn undefined_keys(self, service: Self::Service) -> impl Iterator<Item = &'static str> {
        let _ = service;
        core::iter::empty()
    }

    /// Returns the type of a condition key, or `None` if it is not known.
    fn key_type(self, service: Self::Service, key: usize) -> Option<ConditionKeyType> {
        let _ = (service, key);
        None
    }

    /// Returns the full names of the actions that a caller needs in addition to this one, or `None` if they are not known.
    fn needs(self, service: Self::Service, action: usize) -> Option<impl Iterator<Item = String>> {
        let _ = (service, action);
        None::<core::iter::Empty<String>>
    }
}
