//! The methods of an enum of resource types.

/// Generates the methods of an enum of resource types.
#[doc(hidden)]
#[macro_export]
macro_rules! __resource_types {
    (
        $Type:ident $all:tt $Action:ty, $ConditionKey:ty,
        names $names:literal $bounds:literal $slots:literal
        facts $facts:literal $fact_bytes:literal $condition_key_references:tt
        arns $arns:literal $arn_bounds:literal
    ) => {
        $crate::__enum_of_names!(
            $Type $all ResourceType AnyResourceType ResourceTypeTable $Action,
            names $names $bounds $slots
            facts $crate::__private::ResourceTypeTable {
                facts: $crate::__private::PackedTables::new($facts, $fact_bytes),
                condition_keys: &$condition_key_references,
                arns: $crate::__arns!(table $arns $arn_bounds),
            }
        );

        impl $Type {
            /// Returns the condition keys that the reference lists for the resource type.
            #[inline]
            #[must_use]
            pub const fn condition_keys(self) -> $crate::List<$ConditionKey> {
                $crate::__private::resource_type_condition_keys(
                    &<$Action as $crate::Typed>::OWNED.facts.resource_types,
                    self as u16,
                )
            }

            /// Returns the link that AWS's page gives the resource type, verbatim. It is not always a working link.
            #[inline]
            #[must_use]
            pub const fn url(self) -> ::core::option::Option<&'static str> {
                <$Action as $crate::Typed>::OWNED.facts.resource_types.url(self as u16)
            }
        }

        $crate::__arns!(methods $Type $Action);

        /// Writes the full name, such as `ses:identity`. Policies refer to resources by ARN, never by type.
        impl ::core::fmt::Display for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display_pair(f, <$Action as $crate::Typed>::OWNED.owner.prefix, self.name())
            }
        }
    };
}
