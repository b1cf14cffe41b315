//! The handle of a condition key of any service.

use core::fmt;

use catalog_core::ConditionKeyType;

use super::{handle::handle, service::Service};
use crate::facts::{ListItem, ReferencedPositions};

handle! {
    /// A condition key of any service.
    ///
    /// The key `aws:TagKeys` of one service is a different handle from that of another service: the two may differ in
    /// type and description. Parsing a name returns the key of the service with the prefix of the name. If that service
    /// does not exist or does not list the key, parsing returns the key of the first service that lists the name.
    ///
    /// ```
    /// use catalog::{AnyConditionKey, ConditionKeyType};
    ///
    /// let key: AnyConditionKey = "ses:fromaddress".parse()?;
    /// assert_eq!(key.name(), "ses:FromAddress");
    /// assert_eq!(key.value_type(), Some(ConditionKeyType::String));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    AnyConditionKey, condition_keys, ConditionKeyTable
}

impl AnyConditionKey {
    /// Returns AWS's full name, such as `ses:FromAddress`. A part in `${…}` or `<…>` is a placeholder that the caller
    /// fills in.
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.service.table().condition_keys.name(self.position)
    }

    /// Returns the type of the key's values. `None` means *not stated*.
    #[must_use]
    #[inline]
    pub const fn value_type(self) -> Option<ConditionKeyType> {
        self.service.table().facts.condition_keys.value_type(self.position)
    }

    /// Returns AWS's description of the key.
    #[must_use]
    #[inline]
    pub const fn description(self) -> Option<&'static str> {
        self.service.table().facts.condition_keys.description(self.position)
    }
}

/// Writes the key as a policy spells it, such as `ses:FromAddress`.
impl fmt::Display for AnyConditionKey {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl ListItem for AnyConditionKey {
    type Context = (Service, ReferencedPositions);

    #[inline]
    fn read(number: u16, (service, references): Self::Context) -> Option<Self> {
        service.condition_key_at(*references.get(usize::from(number))?)
    }
}

impl Service {
    #[inline]
    pub(crate) const fn condition_key_at(self, position: u16) -> Option<AnyConditionKey> {
        if (position as usize) < self.table().condition_keys.len() {
            Some(AnyConditionKey::__new(self, position))
        } else {
            None
        }
    }
}
