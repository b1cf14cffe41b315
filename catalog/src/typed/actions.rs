//! What an enum of actions can do.

/// The table of an enum of operations, or of none.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_table {
    () => {
        &$crate::__private::OperationTable::NONE
    };
    ($Operation:ty) => {
        <$Operation as $crate::Typed>::FACTS.table
    };
}

/// Gives an enum of actions its methods, and its module the constant `SERVICE`.
#[doc(hidden)]
#[macro_export]
macro_rules! __actions {
    (
        $vis:vis $Type:ident [$($variant:ident)*] $fill:ident $prefix:literal $name:literal $left_out:literal $pages:literal
        $ResourceType:ty, $ConditionKey:ty, [$($Operation:ty)?]
        names $names:literal $ends:literal $slots:literal
        documentation $descriptions:literal $description_ends:literal $urls:literal $url_ends:literal
        levels $levels:literal permission_only $permission_only:literal
        lists $pool:literal $starts:literal [$($resource_type:ident)*] [$($condition_key:ident)*]
        dependents $dependents:literal $dependent_ends:literal
    ) => {
        const _: () = {
            static SERVICE: $crate::__private::ServiceTable = $crate::__private::ServiceTable {
                actions: &TABLE,
                resource_types: <$ResourceType as $crate::Typed>::FACTS.table,
                condition_keys: <$ConditionKey as $crate::Typed>::FACTS.table,
                operations: $crate::__operation_table!($($Operation)?),
            };

            $crate::__typed!(
                $Type [$($variant)*] $fill Action AnyAction ActionTable
                $crate::__private::Owner { prefix: $prefix, name: $name, actions_left_out: $left_out },
                $crate::Service::__new(&SERVICE),
                $crate::__private::NameTable::new($names, $ends, $slots),
                $crate::__private::ActionTable {
                    prefix: $prefix,
                    service: $name,
                    left_out: $left_out,
                    pages: $pages,
                    names: NAMES,
                    access_levels: $levels,
                    permission_only: $permission_only,
                    lists: $crate::__private::Lists::new($pool, $starts),
                    resource_types: &[$(<$ResourceType>::$resource_type as u16),*],
                    condition_keys: &[$(<$ConditionKey>::$condition_key as u16),*],
                    dependent_actions: $crate::__private::Strings::new($dependents, $dependent_ends),
                    documentation: $crate::__private::DocumentationTable::new(
                        $descriptions, $description_ends, $urls, $url_ends,
                    ),
                }
            );

            impl $Type {
                /// The access levels. The empty set means *not stated*.
                #[inline]
                #[must_use]
                pub const fn access_levels(self) -> $crate::AccessLevels {
                    TABLE.access_levels_of($crate::__position!(self, $fill))
                }

                /// Whether the action grants a permission without being an API operation.
                #[inline]
                #[must_use]
                pub const fn is_permission_only(self) -> bool {
                    TABLE.is_permission_only($crate::__position!(self, $fill))
                }

                /// The resource types that the action takes, each required or optional.
                #[inline]
                #[must_use]
                pub const fn resource_types(self) -> $crate::List<$crate::ActionResourceType<$ResourceType>> {
                    $crate::__private::resource_types(&TABLE, $crate::__position!(self, $fill))
                }

                /// Whether the action takes any resource type. Where it does not, `"Resource": "*"` is the only
                /// choice.
                #[inline]
                #[must_use]
                pub const fn supports_resources(self) -> bool {
                    TABLE.supports_resources($crate::__position!(self, $fill))
                }

                /// The condition keys that the reference lists for the action. Global keys can be used besides.
                #[inline]
                #[must_use]
                pub const fn condition_keys(self) -> $crate::List<$ConditionKey> {
                    $crate::__private::condition_keys(&TABLE, $crate::__position!(self, $fill))
                }

                /// The full names of further actions that a caller needs for this one. `None` means that the reference
                /// does *not state* them; an empty list that it states there are none.
                #[inline]
                #[must_use]
                pub const fn dependent_actions(self) -> ::core::option::Option<$crate::List<&'static str>> {
                    $crate::__private::dependent_actions(&TABLE, $crate::__position!(self, $fill))
                }

                /// AWS's sentence about the action.
                #[inline]
                #[must_use]
                pub const fn description(self) -> ::core::option::Option<&'static str> {
                    TABLE.documentation.description($crate::__position!(self, $fill))
                }
            }

            /// As a policy writes it: the service prefix, a colon, the name.
            impl ::core::fmt::Display for $Type {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    $crate::__private::display_pair(f, $prefix, self.name())
                }
            }
        };

        /// The service whose actions, resource types and condition keys this module holds.
        $vis const SERVICE: $crate::Service = <$Type as $crate::Typed>::SERVICE;
    };
}
