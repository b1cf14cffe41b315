//! What the enums of actions, resource types and condition keys have in common.

/// What the three kinds of enum have in common.
///
/// Every body here is compiled some 1,400 times. There are as few as can be, each reads the table beside it and calls what
/// is written once, and `#[inline]` keeps those that a program does not use from becoming machine code.
///
/// Names are a `const`: in another crate its parts are known to the compiler, while a `static` is carried as a whole.
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_of_names {
    (
        $Type:ident [$($variant:ident)*] $kind:ident $Any:ident $Table:ident $TABLE:ident $Action:ty,
        names $names:literal $bounds:literal $slots:literal
    ) => {
        impl $crate::Typed for $Type {
            type Any = $crate::$Any;
            type Table = $crate::__private::$Table;
            type Action = $Action;
            const NAMES: $crate::__private::NameTable = $crate::__private::NameTable::new($names, $bounds, $slots);
            const TABLE: &'static $crate::__private::$Table = &$TABLE;
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

            /// AWS's page about it, where the reference links to one. The target is as AWS gave it, which is not always a working link.
            #[inline]
            #[must_use]
            pub const fn url(self) -> ::core::option::Option<&'static str> {
                $TABLE.url(self as u16)
            }

            /// The handle that stands for it among all services.
            #[inline]
            #[must_use]
            pub const fn any(self) -> $crate::$Any {
                $crate::$Any::__new(<$Action as $crate::__private::Owning>::SERVICE, self as u16)
            }
        }

        /// The full name.
        impl ::core::fmt::Debug for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self, f)
            }
        }

        /// Reads the full name, in any case.
        impl ::core::str::FromStr for $Type {
            type Err = $crate::NameError;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::NameError> {
                $crate::__private::parse($crate::NameKind::$kind, text)
            }
        }

        $crate::__serde!($Type);
    };
}
