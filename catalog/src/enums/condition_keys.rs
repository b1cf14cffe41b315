//! What an enum of condition keys can do.

/// Gives an enum of condition keys its methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __condition_keys {
    (
        $Type:ident [$($variant:ident)*] $Action:ty,
        names $names:literal $bounds:literal $slots:literal
        facts $facts:literal $fact_bytes:literal
    ) => {
        #[doc(hidden)]
        static __CONDITION_KEYS: $crate::__private::ConditionKeyTable =
            $crate::__private::ConditionKeyTable { facts: $crate::__private::PackedTables::new($facts, $fact_bytes) };

        $crate::__enum_of_names!(
            $Type [$($variant)*] ConditionKey AnyConditionKey ConditionKeyTable __CONDITION_KEYS $Action,
            names $names $bounds $slots
        );

        impl $Type {
            /// The type of the key's values. `None` means *not stated*.
            #[inline]
            #[must_use]
            pub const fn value_type(self) -> ::core::option::Option<$crate::ConditionKeyType> {
                __CONDITION_KEYS.value_type(self as u16)
            }

            /// AWS's sentence about the key.
            #[inline]
            #[must_use]
            pub const fn description(self) -> ::core::option::Option<&'static str> {
                __CONDITION_KEYS.description(self as u16)
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
}
