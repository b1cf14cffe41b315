//! What the enums of actions, resource types and condition keys have in common.

/// A variant as its number. An enum without variants has no value to ask for one, and a cast of it would not compile.
#[doc(hidden)]
#[macro_export]
macro_rules! __position {
    ($value:expr, empty) => {{
        let _ = $value;
        0
    }};
    ($value:expr, filled) => {
        $value as u16
    };
}

/// What the three kinds of enum have in common.
///
/// Every body here is compiled some 1,400 times. There are as few as can be, each reads a `static` beside it and calls what
/// is written once, and `#[inline]` keeps those that a program does not use from becoming machine code.
///
/// Names are a `const`: in another crate its parts are known to the compiler, while a `static` is carried as a whole.
#[doc(hidden)]
#[macro_export]
macro_rules! __typed {
    (
        $Type:ident [$($variant:ident)*] $fill:ident $kind:ident $Any:ident $Table:ident
        $owner:expr, $service:expr, $names:expr, $table:expr
    ) => {
        const NAMES: $crate::__private::NameTable = $names;
        static TABLE: $crate::__private::$Table = $table;

        impl $crate::Typed for $Type {
            type Any = $crate::$Any;
            type Table = $crate::__private::$Table;
            const FACTS: $crate::__private::Facts<Self> = $crate::__private::Facts {
                all: Self::ALL,
                table: &TABLE,
                owner: $owner,
            };
            const SERVICE: $crate::Service = $service;

            #[inline]
            fn into_any(self) -> $crate::$Any {
                self.any()
            }
        }

        impl $Type {
            /// Every variant, in catalogue order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// AWS's name, exactly as AWS writes it.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                NAMES.name($crate::__position!(self, $fill))
            }

            /// AWS's page about it, where the reference links to one. The target is as AWS gave it, which is not
            /// always a working link.
            #[inline]
            #[must_use]
            pub const fn url(self) -> ::core::option::Option<&'static str> {
                TABLE.documentation.url($crate::__position!(self, $fill))
            }

            /// The handle that stands for it among all services.
            #[inline]
            #[must_use]
            pub const fn any(self) -> $crate::$Any {
                $crate::$Any::__new($service, $crate::__position!(self, $fill))
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
                $crate::__private::parse(<Self as $crate::Typed>::FACTS.owner, NAMES, $crate::NameKind::$kind, text)
            }
        }

        $crate::__serde!($Type);
    };
}
