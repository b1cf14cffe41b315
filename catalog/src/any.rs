//! Handles over all services: one type for the actions of every service, one for condition keys, one for resource types.

use core::{fmt, str::FromStr};

use catalog_core::{AccessLevels, ConditionKeyType, NameError, NameKind, resolve};

use crate::{
    Service, display,
    list::{ActionResourceType, List},
    service::All,
    typed::{self, Handle, Typed},
};

macro_rules! handle {
    ($(#[$doc:meta])* $Any:ident, $kind:ident, $table:ident) => {
        $(#[$doc])*
        ///
        /// A handle is `Copy`, takes two words, and knows the whole of its service. Handles are ordered by service
        /// prefix, then as the catalog orders the entries of a service. They compare equal where they stand for the
        /// same entry of the same service.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Any {
            service: Service,
            position: u16,
        }

        impl $Any {
            /// The entry at a position that the service's table has.
            #[doc(hidden)]
            #[must_use]
            pub const fn __new(service: Service, position: u16) -> Self {
                Self { service, position }
            }

            /// The service.
            #[must_use]
            pub const fn service(self) -> Service {
                self.service
            }

            /// AWS's page about it, where the reference links to one. The target is as AWS gave it, which is not
            /// always a working link.
            #[must_use]
            pub const fn url(self) -> Option<&'static str> {
                self.service.table().$table.table.url(self.position)
            }

            /// The variant that the handle stands for, if its service is the one of that enum.
            ///
            /// ```
            /// use catalog::{AnyAction, ses};
            ///
            /// let action: AnyAction = "ses:SendEmail".parse()?;
            /// assert_eq!(action.typed(), Some(ses::Action::SendEmail));
            /// # Ok::<_, catalog::NameError>(())
            /// ```
            #[must_use]
            pub fn typed<T: Typed<Any = Self>>(self) -> Option<T> {
                (self.service == T::SERVICE).then(|| typed::variant(self.position)).flatten()
            }
        }

        impl Handle for $Any {
            fn at(service: Service, position: u16) -> Self {
                Self::__new(service, position)
            }
        }

        impl<T: Typed<Any = Self>> From<T> for $Any {
            fn from(typed: T) -> Self {
                typed.into_any()
            }
        }

        impl fmt::Debug for $Any {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($Any), "({})"), self)
            }
        }

        /// Reads the full name, in any case, over all services.
        impl FromStr for $Any {
            type Err = NameError;

            fn from_str(text: &str) -> Result<Self, NameError> {
                let (service, position) = resolve::name(All, NameKind::$kind, text)?;
                // A table holds no more entries than a `u16` can count.
                Ok(Self::__new(service, u16::try_from(position).unwrap_or(u16::MAX)))
            }
        }

        impl TryFrom<&str> for $Any {
            type Error = NameError;

            fn try_from(text: &str) -> Result<Self, NameError> {
                text.parse()
            }
        }

        $crate::__serde!($Any);
    };
}

handle! {
    /// An action of any service.
    ///
    /// ```
    /// use catalog::{AnyAction, ses};
    ///
    /// let action: AnyAction = "SES:sendemail".parse()?;
    /// assert_eq!(action, ses::Action::SendEmail.any());
    /// assert_eq!(action.to_string(), "ses:SendEmail");
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    AnyAction, Action, actions
}

impl AnyAction {
    /// Its position in its service.
    pub(crate) const fn position(self) -> u16 {
        self.position
    }

    /// AWS's name, without the prefix: `SendEmail`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.service.table().actions.names.name(self.position)
    }

    /// The access levels. The empty set means *not stated*.
    #[must_use]
    pub const fn access_levels(self) -> AccessLevels {
        self.service.table().actions.table.access_levels(self.position)
    }

    /// Whether the action grants a permission without being an API operation.
    #[must_use]
    pub const fn is_permission_only(self) -> bool {
        self.service.table().actions.table.is_permission_only(self.position)
    }

    /// The resource types that the action takes.
    #[must_use]
    pub const fn resource_types(self) -> List<ActionResourceType<AnyResourceType>> {
        let table = self.service.table().actions.table;
        List::new(table.resource_types_of(self.position), (self.service, table.resource_types))
    }

    /// Whether the action takes any resource type. Where it does not, `"Resource": "*"` is the only choice.
    #[must_use]
    pub const fn supports_resources(self) -> bool {
        self.service.table().actions.table.supports_resources(self.position)
    }

    /// The condition keys that the reference lists for the action. Global keys can be used besides.
    #[must_use]
    pub const fn condition_keys(self) -> List<AnyConditionKey> {
        let table = self.service.table().actions.table;
        List::new(table.condition_keys_of(self.position), (self.service, table.condition_keys))
    }

    /// The full names of further actions that a caller needs for this one. `None` means that the reference does *not
    /// state* them; an empty list that it states there are none.
    #[must_use]
    pub const fn dependent_actions(self) -> Option<List<&'static str>> {
        let table = self.service.table().actions.table;
        match table.dependent_actions_of(self.position) {
            Some(numbers) => Some(List::new(numbers, table.dependent_actions())),
            None => None,
        }
    }

    /// AWS's sentence about the action.
    #[must_use]
    pub const fn description(self) -> Option<&'static str> {
        self.service.table().actions.table.description(self.position)
    }
}

/// As a policy writes it: `ses:SendEmail`.
impl fmt::Display for AnyAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display::pair(f, self.service.prefix(), self.name())
    }
}

handle! {
    /// A condition key of any service.
    ///
    /// The key `aws:TagKeys` of one service is not that of another: they may differ in type and description. Reading
    /// the name gives the key of the service that its prefix names, or else of the first service that lists it.
    ///
    /// ```
    /// use catalog::{AnyConditionKey, ConditionKeyType};
    ///
    /// let key: AnyConditionKey = "ses:fromaddress".parse()?;
    /// assert_eq!(key.name(), "ses:FromAddress");
    /// assert_eq!(key.value_type(), Some(ConditionKeyType::String));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    AnyConditionKey, ConditionKey, condition_keys
}

impl AnyConditionKey {
    /// AWS's name, whole: `ses:FromAddress`. A part in `${…}` or `<…>` stands for what the caller fills in.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.service.table().condition_keys.names.name(self.position)
    }

    /// The type of the key's values. `None` means *not stated*.
    #[must_use]
    pub const fn value_type(self) -> Option<ConditionKeyType> {
        self.service.table().condition_keys.table.value_type(self.position)
    }

    /// AWS's sentence about the key.
    #[must_use]
    pub const fn description(self) -> Option<&'static str> {
        self.service.table().condition_keys.table.description(self.position)
    }
}

/// As a policy writes it: `ses:FromAddress`.
impl fmt::Display for AnyConditionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

handle! {
    /// A resource type of any service.
    ///
    /// Policies name resources by ARN, never by type; written out, a type is `service:name`.
    AnyResourceType, ResourceType, resource_types
}

impl AnyResourceType {
    /// AWS's name, without the prefix: `identity`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.service.table().resource_types.names.name(self.position)
    }

    /// The condition keys that the reference lists for the resource type.
    #[must_use]
    pub const fn condition_keys(self) -> List<AnyConditionKey> {
        let table = self.service.table().resource_types.table;
        List::new(table.condition_keys_of(self.position), (self.service, table.condition_keys))
    }

    /// AWS's ARN formats: what the ARNs of this type look like.
    #[cfg(feature = "arn")]
    #[must_use]
    pub const fn arn_formats(self) -> crate::ArnFormats {
        self.service.table().resource_types.table.arns.formats(self.position)
    }
}

/// The service prefix and the name: `ses:identity`.
impl fmt::Display for AnyResourceType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display::pair(f, self.service.prefix(), self.name())
    }
}
