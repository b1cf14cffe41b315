//! The handle of a service.

use core::{cmp, fmt, hash};

use catalog_core::{
    NameKind, OperationActions, ascii_case,
    resolve::{self, ServiceNames},
};

use crate::{
    AnyAction, AnyConditionKey, AnyOperation, AnyResourceType, Edition, Pages,
    iterators::{Actions, ConditionKeys, Operations, ResourceTypes, services},
    registry,
    table::ServiceTable,
};

/// A service of AWS, as IAM knows it: by its prefix.
///
/// ```
/// use catalog::Service;
///
/// let ses = Service::find("SES").unwrap();
/// assert_eq!(ses.prefix(), "ses");
/// assert_eq!(ses.name(), "Amazon SES");
/// assert_eq!(ses.actions().len(), 233);
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
        self.0.owner.prefix
    }

    /// What AWS calls the service: `Amazon SES`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.owner.name
    }

    /// Whether AWS's page leaves its Actions table out. The service then has actions that the catalog cannot know:
    /// that none of a name is found means nothing.
    #[must_use]
    pub const fn actions_are_left_out(self) -> bool {
        self.0.owner.actions_left_out
    }

    /// The pages that the service comes from, in order of file name. A service of your own may name none.
    ///
    /// ```
    /// let [first, today] = catalog::ses::SERVICE.pages().collect::<Vec<_>>()[..] else { panic!("two pages") };
    /// assert_eq!((first.file_name, today.file_name), ("list_amazonses.md", "list_ses.md"));
    /// assert!(first.edition < today.edition);
    /// ```
    #[must_use]
    pub const fn pages(self) -> Pages {
        Pages::new(self.0.pages)
    }

    /// The edition of the service: the newest month of the reference that any of its pages shows. `None` means that it
    /// is *not stated*.
    ///
    /// ```
    /// println!("Amazon SES as of {}", catalog::ses::SERVICE.edition().unwrap());
    /// ```
    #[must_use]
    pub const fn edition(self) -> Option<Edition> {
        self.pages().newest()
    }

    /// The actions, in catalog order.
    #[must_use]
    pub const fn actions(self) -> Actions {
        Actions::first(self, count(self.0.actions.names.len()))
    }

    /// The condition keys, in catalog order.
    #[must_use]
    pub const fn condition_keys(self) -> ConditionKeys {
        ConditionKeys::first(self, count(self.0.condition_keys.names.len()))
    }

    /// The resource types, in catalog order.
    #[must_use]
    pub const fn resource_types(self) -> ResourceTypes {
        ResourceTypes::first(self, count(self.0.resource_types.names.len()))
    }

    /// The API operations that AWS's page lists, in catalog order. Some pages list none, some only those that need more
    /// than the action of their own name: that an operation is missing means nothing.
    #[must_use]
    pub const fn operations(self) -> Operations {
        Operations::first(self, count(self.0.operations.names.len()))
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

    /// The API operation of a name, in any case: the first, where operations of two SDK clients share it.
    ///
    /// ```
    /// let s3 = catalog::Service::find("s3").unwrap();
    /// let create = s3.operation("createjob").unwrap();
    /// assert!(create.authorized_by().iter().any(|needed| needed.action() == "iam:PassRole"));
    /// ```
    #[must_use]
    pub fn operation(self, name: &str) -> Option<AnyOperation> {
        self.operations().find(|operation| ascii_case::eq(operation.name(), name))
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
        self.0.owner.prefix
    }

    fn name(self) -> &'static str {
        self.0.owner.name
    }

    fn actions_are_left_out(self) -> bool {
        self.0.owner.actions_left_out
    }

    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str> {
        let names = self.names_of(kind).names;
        (0..names.len()).filter_map(move |position| names.get(position))
    }

    fn find(self, kind: NameKind, name: &str) -> Option<usize> {
        self.names_of(kind).find(name).map(usize::from)
    }

    fn operation(self, name: &str) -> Option<OperationActions> {
        let operation = self.operation(name)?;
        Some(OperationActions::new(self.0.operations.table, operation.position()))
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

impl resolve::Catalog for All {
    type Service = Service;

    fn services(self) -> impl Iterator<Item = Service> {
        services()
    }

    fn find_service(self, prefix: &str) -> Option<Service> {
        registry::find(prefix)
    }

    fn find_action(self, text: &str) -> Option<(Service, usize)> {
        registry::find_action(text)
    }
}
