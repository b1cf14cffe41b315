//! What an enum of actions can do.

/// The table of an enum of operations, or of none.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_table {
    () => {
        $crate::__private::Entries {
            names: $crate::__private::NameTable::NONE,
            table: &$crate::__private::OperationTable::NONE,
        }
    };
    ($Operation:ty) => {
        <$Operation as $crate::Typed>::ENTRIES
    };
}

/// Gives an enum of actions its methods, and its module the constant `SERVICE`.
#[doc(hidden)]
#[macro_export]
macro_rules! __actions {
    (
        $vis:vis $Type:ident [$($variant:ident)*] $prefix:literal $name:literal $left_out:literal $pages:literal
        $ResourceType:ty, $ConditionKey:ty, [$($Operation:ty)?]
        names $names:literal $bounds:literal $slots:literal
        facts $facts:literal $fact_bytes:literal [$($resource_type:ident)*] [$($condition_key:ident)*]
    ) => {
        #[doc(hidden)]
        static __SERVICE: $crate::__private::ServiceTable = $crate::__private::ServiceTable {
            owner: <$Type as $crate::__private::Owning>::OWNER,
            pages: $pages,
            actions: <$Type as $crate::Typed>::ENTRIES,
            resource_types: <$ResourceType as $crate::Typed>::ENTRIES,
            condition_keys: <$ConditionKey as $crate::Typed>::ENTRIES,
            operations: $crate::__operation_table!($($Operation)?),
        };

        #[doc(hidden)]
        static __ACTIONS: $crate::__private::ActionTable = $crate::__private::ActionTable {
            facts: $crate::__private::PackedTables::new($facts, $fact_bytes),
            resource_types: &[$(<$ResourceType>::$resource_type as u16),*],
            condition_keys: &[$(<$ConditionKey>::$condition_key as u16),*],
        };

        impl $crate::__private::Owning for $Type {
            const OWNER: $crate::__private::Owner =
                $crate::__private::Owner { prefix: $prefix, name: $name, actions_left_out: $left_out };
            const SERVICE: $crate::Service = $crate::Service::__new(&__SERVICE);
        }

        $crate::__enum_of_names!(
            $Type [$($variant)*] Action AnyAction ActionTable __ACTIONS Self,
            names $names $bounds $slots
        );

        impl $Type {
            /// The access levels. The empty set means *not stated*.
            #[inline]
            #[must_use]
            pub const fn access_levels(self) -> $crate::AccessLevels {
                __ACTIONS.access_levels(self as u16)
            }

            /// Whether the action grants a permission without being an API operation.
            #[inline]
            #[must_use]
            pub const fn is_permission_only(self) -> bool {
                __ACTIONS.is_permission_only(self as u16)
            }

            /// The resource types that the action takes, each required or optional.
            #[inline]
            #[must_use]
            pub const fn resource_types(self) -> $crate::List<$crate::ActionResourceType<$ResourceType>> {
                $crate::__private::resource_types(&__ACTIONS, self as u16)
            }

            /// Whether the action takes any resource type. Where it does not, `"Resource": "*"` is the only
            /// choice.
            #[inline]
            #[must_use]
            pub const fn supports_resources(self) -> bool {
                __ACTIONS.supports_resources(self as u16)
            }

            /// The condition keys that the reference lists for the action. Global keys can be used besides.
            #[inline]
            #[must_use]
            pub const fn condition_keys(self) -> $crate::List<$ConditionKey> {
                $crate::__private::condition_keys(&__ACTIONS, self as u16)
            }

            /// The full names of further actions that a caller needs for this one. `None` means that the reference
            /// does *not state* them; an empty list that it states there are none.
            #[inline]
            #[must_use]
            pub const fn dependent_actions(self) -> ::core::option::Option<$crate::List<&'static str>> {
                $crate::__private::dependent_actions(&__ACTIONS, self as u16)
            }

            /// AWS's sentence about the action.
            #[inline]
            #[must_use]
            pub const fn description(self) -> ::core::option::Option<&'static str> {
                __ACTIONS.description(self as u16)
            }
        }

        /// As a policy writes it: the service prefix, a colon, the name.
        impl ::core::fmt::Display for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display_pair(f, $prefix, self.name())
            }
        }

        /// The service whose actions, resource types and condition keys this module holds.
        $vis const SERVICE: $crate::Service = <$Type as $crate::__private::Owning>::SERVICE;
    };
}
