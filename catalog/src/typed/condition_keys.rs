//! What an enum of condition keys can do.

/// Gives an enum of condition keys its methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __condition_keys {
    (
        $Type:ident [$($variant:ident)*] $fill:ident $Action:ty,
        names $names:literal $ends:literal $slots:literal
        documentation $descriptions:literal $description_ends:literal $urls:literal $url_ends:literal
        types $types:literal
    ) => {
        const _: () = {
            $crate::__typed!(
                $Type [$($variant)*] $fill ConditionKey AnyConditionKey ConditionKeyTable
                <$Action as $crate::Typed>::FACTS.owner,
                <$Action as $crate::Typed>::SERVICE,
                $crate::__private::NameTable::new($names, $ends, $slots),
                $crate::__private::ConditionKeyTable {
                    names: NAMES,
                    types: $types,
                    documentation: $crate::__private::DocumentationTable::new(
                        $descriptions, $description_ends, $urls, $url_ends,
                    ),
                }
            );

            impl $Type {
                /// The type of the key's values. `None` means *not stated*.
                #[inline]
                #[must_use]
                pub const fn value_type(self) -> ::core::option::Option<$crate::ConditionKeyType> {
                    TABLE.value_type($crate::__position!(self, $fill))
                }

                /// AWS's sentence about the key.
                #[inline]
                #[must_use]
                pub const fn description(self) -> ::core::option::Option<&'static str> {
                    TABLE.documentation.description($crate::__position!(self, $fill))
                }
            }

            /// As a policy writes it.
            impl ::core::fmt::Display for $Type {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.pad(self.name())
                }
            }
        };
    };
}
