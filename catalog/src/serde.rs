//! Enums and handles as the strings that a policy holds. Without the feature `serde` there is nothing of it.

/// Gives a type `Serialize` and `Deserialize` by way of `Display` and `FromStr`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($Type:ident) => {
        /// As the full name.
        impl $crate::__private::serde::Serialize for $Type {
            #[inline]
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        /// From the full name, in any case.
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

/// Nothing: the feature `serde` is off.
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

    /// Reads a full name from a string. It is not kept, so that no heap is needed.
    ///
    /// # Errors
    /// When there is no string, or it names nothing.
    pub fn deserialize_name<'de, T: FromStr<Err = NameError>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        deserializer.deserialize_str(NameVisitor(PhantomData))
    }

    struct NameVisitor<T>(PhantomData<T>);

    impl<T: FromStr<Err = NameError>> de::Visitor<'_> for NameVisitor<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a name with its service prefix, as `ses:SendEmail`")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }
}
