//! The handle of a resource type of any service.

use core::fmt;

use super::{condition_key::AnyConditionKey, display, handle::handle, service::Service};
use crate::{
    facts::{List, ListItem, ReferencedPositions},
    undefined::UndefinedConditionKeys,
};

handle! {
    /// A resource type of any service.
    ///
    /// Policies refer to resources by ARN, never by type. The full name of a type is `service:name`, such as
    /// `ses:identity`.
    AnyResourceType, resource_types, ResourceTypeTable
}

impl AnyResourceType {
    /// Returns AWS's name without the prefix, such as `identity`.
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.service.table().resource_types.name(self.position)
    }

    /// Returns the condition keys that the reference lists for the resource type.
    #[must_use]
    #[inline]
    pub const fn condition_keys(self) -> List<AnyConditionKey> {
        let table = &self.service.table().facts.resource_types;
        List::new(table.condition_keys_of(self.position), (self.service, table.condition_keys))
    }

    /// Returns the names of the condition keys that AWS's page lists for the resource type but does not define.
    ///
    /// The catalog knows only the name of such a key. The key is not in [`condition_keys`](Self::condition_keys), and
    /// parsing its name returns an error.
    ///
    /// ```
    /// let identity: catalog::AnyResourceType = "ses:identity".parse()?;
    /// assert_eq!(identity.undefined_condition_keys().next(), None);
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn undefined_condition_keys(self) -> UndefinedConditionKeys {
        let names = self.service.table().facts.resource_types.undefined_condition_keys();
        UndefinedConditionKeys::new(names.of_entry(self.position))
    }
}

/// Writes the service prefix and the name, such as `ses:identity`.
impl fmt::Display for AnyResourceType {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display::pair(f, self.service.prefix(), self.name())
    }
}

impl Service {
    /// Returns the condition keys that the service's pages use but do not define.
    #[cfg(feature = "policy")]
    #[inline]
    pub(crate) fn undefined_condition_keys(self) -> impl Iterator<Item = &'static str> {
        let facts = self.table().facts;
        let of_types = facts.resource_types.undefined_condition_keys().all();
        facts.actions.undefined_condition_keys().all().chain(of_types)
    }
}

impl ListItem for AnyResourceType {
    type Context = (Service, ReferencedPositions);

    #[inline]
    fn read(number: u16, (service, references): Self::Context) -> Option<Self> {
        service.resource_type_at(*references.get(usize::from(number))?)
    }
}

impl Service {
    #[inline]
    pub(crate) const fn resource_type_at(self, position: u16) -> Option<AnyResourceType> {
        if (position as usize) < self.table().resource_types.len() {
            Some(AnyResourceType::__new(self, position))
        } else {
            None
        }
    }
}
