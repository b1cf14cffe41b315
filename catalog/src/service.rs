//! Services: the handle, and the list of all of them.

use core::{cmp, fmt, hash, iter::FusedIterator, slice};

use catalog_core::{
    NameKind,
    resolve::{self, ServiceNames},
};

use crate::{AnyAction, AnyConditionKey, AnyOperation, AnyResourceType, registry, table::ServiceTable};

/// A service of AWS, as IAM knows it: by its prefix.
///
/// ```
/// use catalog::Service;
///
/// let ses = Service::find("SES").unwrap();
/// assert_eq!(ses.prefix(), "ses");
/// assert_eq!(ses.name(), "Amazon SES");
/// assert_eq!(ses.actions().len(), 70);
/// assert_eq!(ses, catalog::ses::SERVICE);
/// ```
#[derive(Clone, Copy)]
pub struct Service(&'static ServiceTable);

impl Service {
    /// The service of a table that an attribute macro wrote.
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(table: &'static ServiceTable) -> Self {
        Self(table)
    }

    /// The service of a prefix, in any case.
    #[must_use]
    pub const fn find(prefix: &str) -> Option<Self> {
        registry::find(prefix)
    }

    /// The service prefix: what stands in front of the colon in `ses:SendEmail`.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        self.0.actions.prefix
    }

    /// What AWS calls the service: `Amazon SES`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.actions.service
    }

    /// Whether AWS's page leaves its Actions table out. The service then has actions that the catalogue cannot know:
    /// that none of a name is found means nothing.
    #[must_use]
    pub const fn actions_are_left_out(self) -> bool {
        self.0.actions.left_out
    }

    /// The actions, in catalogue order.
    #[must_use]
    pub const fn actions(self) -> Actions {
        Actions { service: self, start: 0, end: count(self.0.actions.names.len()) }
    }

    /// The condition keys, in catalogue order.
    #[must_use]
    pub const fn condition_keys(self) -> ConditionKeys {
        ConditionKeys { service: self, start: 0, end: count(self.0.condition_keys.names.len()) }
    }

    /// The resource types, in catalogue order.
    #[must_use]
    pub const fn resource_types(self) -> ResourceTypes {
        ResourceTypes { service: self, start: 0, end: count(self.0.resource_types.names.len()) }
    }

    /// The API operations that AWS's page lists, in catalogue order. Some pages list none, some only those that need more
    /// than the action of their own name: that an operation is missing means nothing.
    #[must_use]
    pub const fn operations(self) -> Operations {
        Operations { service: self, start: 0, end: count(self.0.operations.names.len()) }
    }

    /// The action of a name without its prefix, in any case.
    ///
    /// ```
    /// # use catalog::ses;
    /// assert_eq!(ses::SERVICE.action("sendemail").unwrap().to_string(), "ses:SendEmail");
    /// ```
    #[must_use]
    pub const fn action(self, name: &str) -> Option<AnyAction> {
        match self.0.actions.names.find(name) {
            Some(position) => Some(AnyAction::__new(self, position)),
            None => None,
        }
    }

    /// The condition key of a whole name (`ses:FromAddress`), in any case.
    #[must_use]
    pub const fn condition_key(self, name: &str) -> Option<AnyConditionKey> {
        match self.0.condition_keys.names.find(name) {
            Some(position) => Some(AnyConditionKey::__new(self, position)),
            None => None,
        }
    }

    /// The resource type of a name without its prefix, in any case.
    #[must_use]
    pub const fn resource_type(self, name: &str) -> Option<AnyResourceType> {
        match self.0.resource_types.names.find(name) {
            Some(position) => Some(AnyResourceType::__new(self, position)),
            None => None,
        }
    }

    pub(crate) const fn table(self) -> &'static ServiceTable {
        self.0
    }

    pub(crate) const fn action_at(self, position: u16) -> Option<AnyAction> {
        if (position as usize) < self.0.actions.names.len() { Some(AnyAction::__new(self, position)) } else { None }
    }

    pub(crate) const fn condition_key_at(self, position: u16) -> Option<AnyConditionKey> {
        if (position as usize) < self.0.condition_keys.names.len() {
            Some(AnyConditionKey::__new(self, position))
        } else {
            None
        }
    }

    pub(crate) const fn resource_type_at(self, position: u16) -> Option<AnyResourceType> {
        if (position as usize) < self.0.resource_types.names.len() {
            Some(AnyResourceType::__new(self, position))
        } else {
            None
        }
    }
}

/// A table holds no more entries than a `u16` can count: the macro that writes it sees to that.
const fn count(entries: usize) -> u16 {
    if entries < u16::MAX as usize {
        #[expect(clippy::cast_possible_truncation, reason = "compared in the line above")]
        return entries as u16;
    }
    u16::MAX
}

// Two services are the same if they are one table. Prefixes alone will not do: anybody can define a service.
impl PartialEq for Service {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

impl Eq for Service {}

impl PartialOrd for Service {
    fn partial_cmp(&self, other: &Self) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// By prefix.
impl Ord for Service {
    fn cmp(&self, other: &Self) -> cmp::Ordering {
        let address = core::ptr::from_ref::<ServiceTable>;
        if self == other {
            return cmp::Ordering::Equal;
        }
        self.prefix().cmp(other.prefix()).then_with(|| address(self.0).cmp(&address(other.0)))
    }
}

impl hash::Hash for Service {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.prefix().hash(state);
    }
}

/// What AWS calls the service.
impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Service").field(&self.prefix()).finish()
    }
}

impl ServiceNames for Service {
    fn prefix(self) -> &'static str {
        self.0.actions.prefix
    }

    fn name(self) -> &'static str {
        self.0.actions.service
    }

    fn actions_are_left_out(self) -> bool {
        self.0.actions.left_out
    }

    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str> {
        let names = self.names_of(kind).names;
        (0..names.len()).filter_map(move |position| names.get(position))
    }

    fn find(self, kind: NameKind, name: &str) -> Option<usize> {
        self.names_of(kind).find(name).map(usize::from)
    }
}

impl Service {
    const fn names_of(self, kind: NameKind) -> &'static crate::table::NameTable {
        match kind {
            NameKind::ConditionKey => &self.0.condition_keys.names,
            NameKind::ResourceType => &self.0.resource_types.names,
            _ => &self.0.actions.names,
        }
    }
}

/// The services of this crate, as names to resolve.
#[derive(Clone, Copy, Debug)]
pub(crate) struct All;

impl resolve::Catalogue for All {
    type Service = Service;

    fn services(self) -> impl Iterator<Item = Service> {
        services()
    }

    fn find_service(self, prefix: &str) -> Option<Service> {
        registry::find(prefix)
    }
}

/// Every service, in order of prefix.
///
/// ```
/// for service in catalog::services() {
///     println!("{:24} {:4} actions  {service}", service.prefix(), service.actions().len());
/// }
/// ```
#[must_use]
pub fn services() -> Services {
    Services(crate::services::ALL.iter())
}

/// Every service, in order of prefix: what [`services`] gives.
#[derive(Clone, Debug)]
pub struct Services(slice::Iter<'static, Service>);

impl Iterator for Services {
    type Item = Service;

    fn next(&mut self) -> Option<Service> {
        self.0.next().copied()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Services {
    fn next_back(&mut self) -> Option<Service> {
        self.0.next_back().copied()
    }
}

impl ExactSizeIterator for Services {}
impl FusedIterator for Services {}

macro_rules! entries {
    ($(#[$doc:meta])* $Name:ident of $Entry:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $Name {
            service: Service,
            start: u16,
            end: u16,
        }

        impl Iterator for $Name {
            type Item = $Entry;

            fn next(&mut self) -> Option<$Entry> {
                if self.start == self.end {
                    return None;
                }
                self.start += 1;
                Some($Entry::__new(self.service, self.start - 1))
            }

            fn nth(&mut self, n: usize) -> Option<$Entry> {
                let skipped = u16::try_from(n).unwrap_or(u16::MAX);
                self.start = self.start.saturating_add(skipped).min(self.end);
                self.next()
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                let left = usize::from(self.end - self.start);
                (left, Some(left))
            }
        }

        impl DoubleEndedIterator for $Name {
            fn next_back(&mut self) -> Option<$Entry> {
                if self.start == self.end {
                    return None;
                }
                self.end -= 1;
                Some($Entry::__new(self.service, self.end))
            }
        }

        impl ExactSizeIterator for $Name {}
        impl FusedIterator for $Name {}
    };
}

entries! {
    /// The actions of a service, in catalogue order: what [`Service::actions`] gives.
    Actions of AnyAction
}
entries! {
    /// The condition keys of a service, in catalogue order: what [`Service::condition_keys`] gives.
    ConditionKeys of AnyConditionKey
}
entries! {
    /// The API operations of a service, in catalogue order: what [`Service::operations`] gives.
    Operations of AnyOperation
}
entries! {
    /// The resource types of a service, in catalogue order: what [`Service::resource_types`] gives.
    ResourceTypes of AnyResourceType
}
