//! The ARN formats in the enum of resource types, which depend on the feature `arn`.

/// Adds the ARN formats to the tables of resource types, and adds the method that returns them to the enum.
#[cfg(feature = "arn")]
#[doc(hidden)]
#[macro_export]
macro_rules! __arns {
    (table $arns:literal $bounds:literal) => {
        $crate::__private::ArnTable::new($arns, $bounds)
    };
    (methods $Type:ident $Action:ty) => {
        impl $Type {
            /// Returns AWS's formats for the ARNs of this type.
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
