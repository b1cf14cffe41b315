//! The part of a resource type's enum that the feature `arn` decides.

/// Gives the tables of resource types their ARN formats, and an enum the method that returns them.
#[cfg(feature = "arn")]
#[doc(hidden)]
#[macro_export]
macro_rules! __arns {
    (table $arns:literal $bounds:literal) => {
        $crate::__private::ArnTable::new($arns, $bounds)
    };
    (methods $Type:ident $Action:ty) => {
        impl $Type {
            /// AWS's ARN formats: what the ARNs of this type look like.
            #[inline]
            #[must_use]
            pub const fn arn_formats(self) -> $crate::ArnFormats {
                $crate::__private::arn_formats(&<$Action as $crate::Typed>::OWNED.facts.resource_types, self as u16)
            }
        }
    };
}

/// Drops the ARN formats, because the feature `arn` is off.
#[cfg(not(feature = "arn"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __arns {
    (table $arns:literal $bounds:literal) => {
        $crate::__private::ArnTable
    };
    (methods $Type:ident $Action:ty) => {};
}
