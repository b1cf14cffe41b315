//! The queries that rules make to a catalog of names and facts.

use alloc::string::String;

use catalog_core::{
    AccessLevels, ConditionKeyType, NameKind,
    resolve::{Catalog, ServiceNames as _},
    wildcard,
};

/// A catalog of names, and the facts that it knows about them.
///
/// The names themselves are queried through the supertraits. A catalog must define only
/// [`ResourceType`](Self::ResourceType). By default, the methods about facts answer that the fact is not known. The
/// catalog of the macros, for example, knows the types of condition keys and few other facts.
///
/// An action or a condition key is identified by its service and its position in that service, as in [`Catalog`].
pub trait PolicyCatalog: Catalog {
    /// A resource type.
    type ResourceType: Copy + Ord;

    /// Returns the positions of a service's actions whose names match a pattern.
    fn matching(self, service: Self::Service, pattern: &str) -> impl Iterator<Item = usize> {
        let names = service.names(NameKind::Action).enumerate();
        names.filter(move |(_, name)| wildcard::matches(pattern, name)).map(|(position, _)| position)
    }

    /// Returns the resource types that an action accepts, of any service, or `None` if they are not known.
    fn resource_types(self, service: Self::Service, action: usize) -> Option<impl Iterator<Item = Self::ResourceType>> {
        let _ = (service, action);
        None::<core::iter::Empty<Self::ResourceType>>
    }

    /// Prepares a function that checks whether a pattern in a policy can match a resource of a given type. Returns
    /// `None` if that is not known.
    ///
    /// Rules call the function with many types, so an implementation should analyze the pattern only once, beforehand.
    fn overlaps(self, pattern: &str) -> Option<impl Fn(Self::ResourceType) -> bool> {
        let _ = pattern;
        None::<fn(Self::ResourceType) -> bool>
    }

    /// Returns the resource types on a service's page, or `None` if they are not known.
    fn resource_types_of(self, service: Self::Service) -> Option<impl Iterator<Item = Self::ResourceType>> {
        let _ = service;
        None::<core::iter::Empty<Self::ResourceType>>
    }

    /// Returns the formats of the ARNs of a resource type. The result is empty if they are not known.
    fn arn_formats(self, resource_type: Self::ResourceType) -> impl Iterator<Item = &'static str> {
        let _ = resource_type;
        core::iter::empty()
    }

    /// Returns the name of a resource type without its prefix, and the first format of its ARNs. Messages quote both.
    /// Returns `None` if they are not known.
    fn describe(self, resource_type: Self::ResourceType) -> Option<(&'static str, &'static str)> {
        let _ = resource_type;
        None
    }

    /// Returns the names of the condition keys that a request for an action may carry, or `None` if they are not known.
    ///
    /// These are the keys of the action and of the resource types that it accepts, including undefined keys. Global
    /// keys may be included.
    fn action_keys(self, service: Self::Service, action: usize) -> Option<impl Iterator<Item = &'static str>> {
        let _ = (service, action);
        None::<core::iter::Empty<&'static str>>
    }

    /// Returns the condition keys that AWS's pages list for a service's actions or resource types but do not define.
    /// Only their names are known.
    fn undefined_keys(self, service: Self::Service) -> impl Iterator<Item = &'static str> {
        let _ = service;
        core::iter::empty()
    }

    /// Returns the type of a condition key, or `None` if it is not known.
    fn key_type(self, service: Self::Service, key: usize) -> Option<ConditionKeyType> {
        let _ = (service, key);
        None
    }

    /// Returns the access levels of an action, or `None` if they are not known.
    fn access_levels(self, service: Self::Service, action: usize) -> Option<AccessLevels> {
        let _ = (service, action);
        None
    }

    /// Returns the full names of the actions that a caller of this action also needs, or `None` if they are not known.
    fn needs(self, service: Self::Service, action: usize) -> Option<impl Iterator<Item = String>> {
        let _ = (service, action);
        None::<core::iter::Empty<String>>
    }
}
