//! The methods of an enum of actions.

/// Expands to the tables of an enum of operations. Without an enum, expands to empty tables.
#[doc(hidden)]
#[macro_export]
macro_rules! __operations_of {
    () => {
        $crate::__private::OperationTable::TABLES
    };
    ($Operation:ty) => {
        <$Operation as $crate::Typed>::TABLES
    };
}

/// Generates the methods of an enum of actions, and the constant `SERVICE` of its module.
#[doc(hidden)]
#[macro_export]
macro_rules! __actions {
    (
        $vis:vis $Type:ident $all:tt $prefix:literal $name:literal $left_out:literal $pages:literal ($edition:expr)
        $ResourceType:ty, $ConditionKey:ty, [$($Operation:ty)?]
        names $names:literal $bounds:literal $slots:literal
        facts $facts:literal $fact_bytes:literal $resource_type_references:tt $condition_key_references:tt
    ) => {
        #[doc(hidden)]
        static __SERVICE: $crate::__private::ServiceTable = $crate::__private::ServiceTable {
            // Not `OWNED.owner`: that constant refers to this static, so the compiler would report a cycle.
            owner: $crate::__private::Owner { prefix: $prefix, name: $name, actions_left_out: $left_out },
            pages: $pages,
            edition: $edition,
            actions: <$Type as $crate::Typed>::TABLES.names,
            resource_types: <$ResourceType as $crate::Typed>::TABLES.names,
            condition_keys: <$ConditionKey as $crate::Typed>::TABLES.names,
            operations: $crate::__operations_of!($($Operation)?).names,
            facts: &__FACTS,
        };

        #[doc(hidden)]
        static __FACTS: $crate::__private::ServiceFacts = $crate::__private::ServiceFacts {
            actions: <$Type as $crate::Typed>::TABLES.facts,
            resource_types: <$ResourceType as $crate::Typed>::TABLES.facts,
            condition_keys: <$ConditionKey as $crate::Typed>::TABLES.facts,
            operations: $crate::__operations_of!($($Operation)?).facts,
        };

        $crate::__enum_of_names!(
            $Type $all Action AnyAction ActionTable Self,
            names $names $bounds $slots
            facts $crate::__private::ActionTable {
                facts: $crate::__private::PackedTables::new($facts, $fact_bytes),
                resource_types: &$resource_type_references,
                condition_keys: &$condition_key_references,
            },
            owned $crate::__private::Owned {
                owner: $crate::__private::Owner { prefix: $prefix, name: $name, actions_left_out: $left_out },
                service: $crate::Service::__new(&__SERVICE),
                facts: &__FACTS,
            }
        );

        impl $Type {
            /// Returns the access levels. The empty set means *not stated*.
            #[inline]
            #[must_use]
            pub const fn access_levels(self) -> $crate::AccessLevels {
                __FACTS.actions.access_levels(self as u16)
            }

            /// Returns true if the action grants a permission without being an API operation.
            #[inline]
            #[must_use]
            pub const fn is_permission_only(self) -> bool {
                __FACTS.actions.is_permission_only(self as u16)
            }

            /// Returns the resource types that the action accepts, each required or optional.
            #[inline]
            #[must_use]
            pub const fn resource_types(self) -> $crate::List<$crate::ActionResourceType<$ResourceType>> {
                $crate::__private::resource_types(&__FACTS.actions, self as u16)
            }

            /// Returns true if the action accepts a resource type. If not, `"Resource": "*"` is the only choice.
            #[inline]
            #[must_use]
            pub const fn supports_resources(self) -> bool {
                __FACTS.actions.supports_resources(self as u16)
            }

            /// Returns the condition keys that the reference lists for the action. A policy can also use global keys,
            /// most of which the reference does not list for actions.
            #[inline]
            #[must_use]
            pub const fn condition_keys(self) -> $crate::List<$ConditionKey> {
                $crate::__private::condition_keys(&__FACTS.actions, self as u16)
            }

            /// Returns the full names of further actions that a caller needs for this action. `None` means that the
            /// reference does *not state* them. An empty list means that the reference states that there are none.
            #[inline]
            #[must_use]
            pub const fn dependent_actions(self) -> ::core::option::Option<$crate::List<&'static str>> {
                $crate::__private::dependent_actions(&__FACTS.actions, self as u16)
            }

            /// Returns the link that AWS's page gives the action, verbatim. It is not always a working link.
            ///
            /// `None` means that the page has no link, or that it links the action to its own entry on the page. The
            /// address of that entry is the [`reference_url`](Self::reference_url).
            #[inline]
            #[must_use]
            pub const fn url(self) -> ::core::option::Option<&'static str> {
                __FACTS.actions.url(self as u16)
            }

            /// Returns the address of the action's entry on AWS's page of the service.
            #[inline]
            #[must_use]
            pub const fn reference_url(self) -> $crate::ReferenceUrl {
                self.any().reference_url()
            }

            /// Returns AWS's description of the action.
            #[inline]
            #[must_use]
            pub const fn description(self) -> ::core::option::Option<&'static str> {
                __FACTS.actions.description(self as u16)
            }
        }

        /// Writes the action as a policy spells it, such as `ses:SendEmail`.
        impl ::core::fmt::Display for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display_pair(f, $prefix, self.name())
            }
        }

        /// The service whose actions, resource types and condition keys this module defines.
        $vis const SERVICE: $crate::Service = <$Type as $crate::Typed>::OWNED.service;
    };
}
