//! What an enum of API operations can do.

/// Gives an enum of operations its methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __operations {
    (
        $Type:ident [$($variant:ident)*] $Action:ty,
        names $names:literal $bounds:literal $slots:literal
        facts $facts:literal $fact_bytes:literal
    ) => {
        #[doc(hidden)]
        static __OPERATIONS: $crate::__private::OperationTable =
            $crate::__private::OperationTable { facts: $crate::__private::PackedTables::new($facts, $fact_bytes) };

        impl $crate::Typed for $Type {
            type Any = $crate::AnyOperation;
            type Table = $crate::__private::OperationTable;
            type Action = $Action;
            const NAMES: $crate::__private::NameTable = $crate::__private::NameTable::new($names, $bounds, $slots);
            const TABLE: &'static $crate::__private::OperationTable = &__OPERATIONS;
            // Apart from the names: the compiler looks at every variant whenever it evaluates a constant with them.
            const ALL: &'static [Self] = Self::ALL;
        }

        impl $Type {
            /// Every variant, in catalog order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// AWS's name, exactly as AWS writes it.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                <Self as $crate::Typed>::NAMES.name(self as u16)
            }

            /// The SDK client that has the operation, where the page says so.
            #[inline]
            #[must_use]
            pub const fn sdk_client(self) -> ::core::option::Option<&'static str> {
                __OPERATIONS.sdk_client(self as u16)
            }

            /// The actions that authorise the operation.
            #[inline]
            #[must_use]
            pub const fn authorized_by(self) -> $crate::List<$crate::AuthorizedAction> {
                $crate::__private::authorized_by(&__OPERATIONS, self as u16)
            }

            /// The handle that stands for it among all services.
            #[inline]
            #[must_use]
            pub const fn any(self) -> $crate::AnyOperation {
                $crate::AnyOperation::__new(
                    <$Action as $crate::__private::Owning>::SERVICE,
                    self as u16,
                )
            }
        }

        /// The name.
        impl ::core::fmt::Debug for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }

        /// The name.
        impl ::core::fmt::Display for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}
