//! The methods of an enum of condition keys.

/// Generates the methods of an enum of condition keys.
#[doc(hidden)]
#[macro_export]
macro_rules! __condition_keys {
    (
        $Type:ident $all:tt $Action:ty,
        names $names:literal $bounds:literal $slots:literal
        facts $facts:literal $fact_bytes:literal
    ) => {
        $crate::__enum_of_names!(
            $Type $all ConditionKey AnyConditionKey ConditionKeyTable $Action,
            names $names $bounds $slots
            facts $crate::__private::ConditionKeyTable {
                facts: $crate::__private::PackedTables::new($facts, $fact_bytes),
            }
        );

        impl $Type {
            /// Returns the type of the key's values. `None` means *not stated*.
            #[inline]
            #[must_use]
            pub const fn value_type(self) -> ::core::option::Option<$crate::ConditionKeyType> {
                <$Action as $crate::Typed>::OWNED.facts.condition_keys.value_type(self as u16)
            }

            /// Returns the link that AWS's page gives the key, verbatim. It is not always a working link.
            #[inline]
            #[must_use]
            pub const fn url(self) -> ::core::option::Option<&'static str> {
                <$Action as $crate::Typed>::OWNED.facts.condition_keys.url(self as u16)
            }

            /// Returns AWS's description of the key.
            #[inline]
            #[must_use]
            pub const fn description(self) -> ::core::option::Option<&'static str> {
                <$Action as $crate::Typed>::OWNED.facts.condition_keys.description(self as u16)
            }
        }

        /// Writes the key as a policy spells it, such as `ses:FromAddress`.
        impl ::core::fmt::Display for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}
