//! The methods and traits that the enums of actions, resource types and condition keys share.

/// Implements order and hash for an enum of names, by the positions of the variants. The compiler expands this macro
/// faster than the derives.
#[doc(hidden)]
#[macro_export]
macro_rules! __ordered {
    ($Type:ident) => {
        impl ::core::cmp::Eq for $Type {}

        impl ::core::cmp::PartialOrd for $Type {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        impl ::core::cmp::Ord for $Type {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                $crate::__private::cmp(*self as u16, *other as u16)
            }
        }

        impl ::core::hash::Hash for $Type {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                state.write_u16(*self as u16);
            }
        }
    };
}

/// Implements the methods and traits that the three kinds of enum share.
///
/// The compiler compiles each function body here about 1,400 times. So there are as few bodies as possible, and each
/// reads its table and calls a shared function. `#[inline]` keeps the functions that a program does not use out of its
/// machine code.
///
/// The names are a `const`, because the compiler of another crate sees the parts of a constant. The compiler would
/// include a `static` as a whole.
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_of_names {
    (
        $Type:ident $all:tt $kind:ident $Any:ident $Facts:ident $Action:ty,
        names $names:literal $bounds:literal $slots:literal
        facts $facts:expr $(, owned $owned:expr)?
    ) => {
        impl $crate::Typed for $Type {
            type Any = $crate::$Any;
            type Action = $Action;
            const TABLES: $crate::__private::Tables<Self, $crate::__private::$Facts> = $crate::__private::Tables {
                names: $crate::__private::NameTable::new($names, $bounds, $slots),
                facts: $facts,
                all: Self::ALL,
            };
            $(const OWNED: $crate::__private::Owned = $owned;)?
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

            /// Returns the handle of this variant, which can be compared across all services.
            #[inline]
            #[must_use]
            pub const fn any(self) -> $crate::$Any {
                $crate::$Any::__new(<$Action as $crate::Typed>::OWNED.service, self as u16)
            }
        }

        /// Writes the full name.
        impl ::core::fmt::Debug for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self, f)
            }
        }

        /// Parses the full name, ignoring case.
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
