//! What an enum of resource types can do.

/// Gives an enum of resource types its methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __resource_types {
    (
        $Type:ident [$($variant:ident)*] $fill:ident $Action:ty, $ConditionKey:ty,
        names $names:literal $ends:literal $slots:literal
        documentation $urls:literal $url_ends:literal
        lists $pool:literal $starts:literal [$($condition_key:ident)*]
    ) => {
        const _: () = {
            $crate::__typed!(
                $Type [$($variant)*] $fill ResourceType AnyResourceType ResourceTypeTable
                <$Action as $crate::Typed>::FACTS.owner,
                <$Action as $crate::Typed>::SERVICE,
                $crate::__private::NameTable::new($names, $ends, $slots),
                $crate::__private::ResourceTypeTable {
                    names: NAMES,
                    lists: $crate::__private::Lists::new($pool, $starts),
                    condition_keys: &[$(<$ConditionKey>::$condition_key as u16),*],
                    documentation: $crate::__private::DocumentationTable::new("", b"", $urls, $url_ends),
                }
            );

            impl $Type {
                /// The condition keys that the reference lists for the resource type.
                #[inline]
                #[must_use]
                pub const fn condition_keys(self) -> $crate::List<$ConditionKey> {
                    $crate::__private::resource_type_condition_keys(&TABLE, $crate::__position!(self, $fill))
                }
            }

            /// The service prefix, a colon, the name. Policies name resources by ARN, never by type.
            impl ::core::fmt::Display for $Type {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    $crate::__private::display_pair(f, <Self as $crate::Typed>::FACTS.owner.prefix, self.name())
                }
            }
        };
    };
}
