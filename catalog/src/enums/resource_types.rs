//! What an enum of resource types can do.

/// Gives an enum of resource types its methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __resource_types {
    (
        $Type:ident [$($variant:ident)*] $Action:ty, $ConditionKey:ty,
        names $names:literal $bounds:literal $slots:literal
        facts $facts:literal $fact_bytes:literal [$($condition_key:ident)*]
        arns $arns:literal $arn_bounds:literal
    ) => {
        #[doc(hidden)]
        static __RESOURCE_TYPES: $crate::__private::ResourceTypeTable = $crate::__private::ResourceTypeTable {
            facts: $crate::__private::PackedTables::new($facts, $fact_bytes),
            condition_keys: &[$(<$ConditionKey>::$condition_key as u16),*],
            arns: $crate::__arns!(table $arns $arn_bounds),
        };

        $crate::__enum_of_names!(
            $Type [$($variant)*] ResourceType AnyResourceType ResourceTypeTable __RESOURCE_TYPES $Action,
            names $names $bounds $slots
        );

        impl $Type {
            /// The condition keys that the reference lists for the resource type.
            #[inline]
            #[must_use]
            pub const fn condition_keys(self) -> $crate::List<$ConditionKey> {
                $crate::__private::resource_type_condition_keys(&__RESOURCE_TYPES, self as u16)
            }
        }

        $crate::__arns!(methods $Type);

        /// The service prefix, a colon, the name. Policies name resources by ARN, never by type.
        impl ::core::fmt::Display for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display_pair(f, <$Action as $crate::__private::Owning>::OWNER.prefix, self.name())
            }
        }
    };
}
