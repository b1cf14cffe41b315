//! `Serialize` and `Deserialize` for enums and handles, as the strings that a policy contains. Requires the feature
//! `serde`.

/// Implements `Serialize` through `Display`, and `Deserialize` through `FromStr`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($Type:ident) => {
        /// Serializes the full name.
        impl $crate::__private::serde::Serialize for $Type {
            #[inline]
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        /// Deserializes the full name, ignoring case.
        impl<'de> $crate::__private::serde::Deserialize<'de> for $Type {
            #[inline]
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_name(deserializer)
            }
        }
    };
}

/// Expands to nothing, because the feature `serde` is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($Type:ident) => {};
}

#[cfg(feature = "serde")]
pub use with_serde::deserialize_name;

#[cfg(feature = "serde")]
mod with_serde {
    use core::{fmt, marker::PhantomData, str::FromStr};

    use catalog_core::NameError;
    use serde::{Deserializer, de};

    /// Deserializes a full name from a string. The string is not stored, so no allocator is needed.
    ///
    /// # Errors
    /// Returns an error if the input is not a string, or if the string is not a known name.
    pub fn deserialize_name<'de, T: FromStr<Err = NameError>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        deserializer.deserialize_str(NameVisitor(PhantomData))
    }

    struct NameVisitor<T>(PhantomData<T>);

    impl<T: FromStr<Err = NameError>> de::Visitor<'_> for NameVisitor<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a name with its service prefix, such as `ses:SendEmail`")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }
}
