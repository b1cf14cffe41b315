//! The methods of an enum of API operations.

/// Generates the methods of an enum of operations.
#[doc(hidden)]
#[macro_export]
macro_rules! __operations {
    (
        $Type:ident $all:tt $Action:ty,
        names $names:literal $bounds:literal $slots:literal
        facts $facts:literal $fact_bytes:literal
    ) => {
        impl $crate::Typed for $Type {
            type Any = $crate::AnyOperation;
            type Action = $Action;
            const TABLES: $crate::__private::Tables<Self, $crate::__private::OperationTable> =
                $crate::__private::Tables {
                    names: $crate::__private::NameTable::new($names, $bounds, $slots),
                    facts: $crate::__private::OperationTable {
                        facts: $crate::__private::PackedTables::new($facts, $fact_bytes),
                    },
                    all: Self::ALL,
                };
        }

        $crate::__ordered!($Type);

        impl $Type {
            /// Every variant, in catalog order.
            pub const ALL: &'static [Self] = &$all;

            /// Returns AWS's name, exactly as AWS spells it.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                <Self as $crate::Typed>::TABLES.names.name(self as u16)
            }

            /// Returns the SDK client that has the operation, if the page states the client.
            #[inline]
            #[must_use]
            pub const fn sdk_client(self) -> ::core::option::Option<&'static str> {
                <$Action as $crate::Typed>::OWNED.facts.operations.sdk_client(self as u16)
            }

            /// Returns the actions that authorize the operation.
            #[inline]
            #[must_use]
            pub const fn authorized_by(self) -> $crate::List<$crate::AuthorizedAction> {
                $crate::__private::authorized_by(&<$Action as $crate::Typed>::OWNED.facts.operations, self as u16)
            }

            /// Returns the handle of this variant, which can be compared across all services.
            #[inline]
            #[must_use]
            pub const fn any(self) -> $crate::AnyOperation {
                $crate::AnyOperation::__new(<$Action as $crate::Typed>::OWNED.service, self as u16)
            }
        }

        /// Writes the name.
        impl ::core::fmt::Debug for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }

        /// Writes the name.
        impl ::core::fmt::Display for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}
