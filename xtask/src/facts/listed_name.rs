//! The type of a name with its kind and service, and the set of all names that the pages define.

use super::name_form;
use crate::model::Service;
use catalog_core::NameKind;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

/// An action, a resource type or a condition key of a service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListedName {
    /// The kind of the name.
    pub kind: NameKind,
    /// The service's prefix.
    pub service: String,
    /// The name without the service's prefix. The name of a condition key includes its own prefix.
    pub name: String,
}

impl ListedName {
    /// Parses the output of [`fmt::Display`].
    #[must_use]
    pub fn parse(kind: NameKind, text: &str) -> Option<Self> {
        let (service, name) = text.split_once(separator(kind))?;
        Some(Self { kind, service: service.to_owned(), name: name.to_owned() })
    }

    /// Returns true if the name has the form of names on pages, so that a file of facts can contain it.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        name_form::is_listed(self.kind, &self.to_string())
    }

    /// Returns the name in lower case. Names that IAM considers equal have the same result.
    #[must_use]
    pub fn folded(&self) -> Self {
        Self { kind: self.kind, service: self.service.to_ascii_lowercase(), name: self.name.to_ascii_lowercase() }
    }
}

/// Writes the service and the name, such as `ses:SendEmail`, `ses:identity` or `ses aws:TagKeys`.
impl fmt::Display for ListedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.service, separator(self.kind), self.name)
    }
}

impl Ord for ListedName {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |name: &Self| name.kind.word();
        key(self).cmp(key(other)).then_with(|| (&self.service, &self.name).cmp(&(&other.service, &other.name)))
    }
}

impl PartialOrd for ListedName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Returns the separator between a service and a name. It is a space for condition keys, whose names contain colons.
fn separator(kind: NameKind) -> char {
    if kind == NameKind::ConditionKey { ' ' } else { ':' }
}

/// Returns the names of a kind that a service defines.
#[must_use]
pub fn names_of(service: &Service, kind: NameKind) -> Vec<&str> {
    match kind {
        NameKind::Action => service.actions.iter().map(|action| action.name.as_str()).collect(),
        NameKind::ResourceType => service.resource_types.iter().map(|item| item.name.as_str()).collect(),
        NameKind::ConditionKey => service.condition_keys.iter().map(|key| key.name.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// The names that the pages define, by service prefix.
#[derive(Clone, Debug)]
pub struct PageNames<'a> {
    names: BTreeMap<&'a str, [Vec<&'a str>; NameKind::ALL.len()]>,
}

impl<'a> PageNames<'a> {
    /// Collects the names of services.
    pub fn new(services: impl IntoIterator<Item = &'a Service>) -> Self {
        let names = |service: &'a Service| NameKind::ALL.map(|kind| names_of(service, kind));
        Self { names: services.into_iter().map(|service| (service.prefix.as_str(), names(service))).collect() }
    }

    /// Returns true if a page describes the service with the given prefix.
    #[must_use]
    pub fn has_service(&self, prefix: &str) -> bool {
        self.names.contains_key(prefix)
    }

    /// Returns true if a page defines a name, ignoring case.
    #[must_use]
    pub fn has(&self, name: &ListedName) -> bool {
        self.of_kind(&name.service, name.kind).any(|other| other.eq_ignore_ascii_case(&name.name))
    }

    /// Returns true if a page defines the action with a full name such as `ses:SendEmail`, ignoring case.
    #[must_use]
    pub fn has_action(&self, name: &str) -> bool {
        let action = name.split_once(':');
        action.is_some_and(|(service, name)| self.actions(service).any(|other| other.eq_ignore_ascii_case(name)))
    }

    /// Returns the actions of a service.
    pub fn actions(&self, prefix: &str) -> impl Iterator<Item = &'a str> {
        self.of_kind(prefix, NameKind::Action)
    }

    /// Returns the names of a kind that a service defines.
    fn of_kind(&self, prefix: &str, kind: NameKind) -> impl Iterator<Item = &'a str> {
        let lists = NameKind::ALL.iter().zip(self.names.get(prefix).into_iter().flatten());
        lists.filter(move |(other, _)| **other == kind).flat_map(|(_, names)| names.iter().copied())
    }
}
