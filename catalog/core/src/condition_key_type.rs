//! The type of the values of a condition key.

use core::fmt;

use crate::ascii_case;

macro_rules! types {
    ($($(#[$doc:meta])* $variant:ident $name:literal,)*) => {
        /// The type of a condition key's values, in AWS's own words.
        ///
        /// Source: [Service authorization reference](https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html),
        /// "Condition keys table".
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ConditionKeyType {
            $($(#[$doc])* $variant,)*
        }

        impl ConditionKeyType {
            /// Every type, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the name of the type as AWS's pages write it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

types! {
    /// A string.
    String "String",
    /// A whole or decimal number.
    Numeric "Numeric",
    /// `true` or `false`.
    Bool "Bool",
    /// A date in ISO 8601 or seconds since 1970.
    Date "Date",
    /// An Amazon Resource Name.
    Arn "ARN",
    /// An IP address or a range of them in CIDR notation.
    IpAddress "IPAddress",
    /// Bytes in base64.
    Binary "Binary",
    /// Any number of strings. The operator of such a key needs `ForAllValues` or `ForAnyValue`.
    ArrayOfString "ArrayOfString",
    /// Any number of numbers.
    ArrayOfNumeric "ArrayOfNumeric",
    /// Any number of values that are `true` or `false`.
    ArrayOfBool "ArrayOfBool",
    /// Any number of dates.
    ArrayOfDate "ArrayOfDate",
    /// Any number of ARNs.
    ArrayOfArn "ArrayOfARN",
    /// Any number of IP addresses.
    ArrayOfIpAddress "ArrayOfIPAddress",
    /// Any number of byte strings in base64.
    ArrayOfBinary "ArrayOfBinary",
}

impl ConditionKeyType {
    /// Returns the type with this name, ignoring case.
    ///
    /// ```
    /// use catalog::ConditionKeyType;
    ///
    /// assert_eq!(ConditionKeyType::from_name("arrayofstring"), Some(ConditionKeyType::ArrayOfString));
    /// ```
    #[must_use]
    pub const fn from_name(name: &str) -> Option<Self> {
        let mut rest = Self::ALL;
        while let [value_type, tail @ ..] = rest {
            if ascii_case::eq(value_type.name(), name) {
                return Some(*value_type);
            }
            rest = tail;
        }
        None
    }

    /// Returns true if a request can have several values for the key.
    #[must_use]
    pub const fn is_array(self) -> bool {
        self as u8 >= Self::ArrayOfString as u8
    }

    /// Returns the type of one value: [`String`](Self::String) for [`ArrayOfString`](Self::ArrayOfString).
    #[must_use]
    pub const fn element(self) -> Self {
        match self {
            Self::ArrayOfString => Self::String,
            Self::ArrayOfNumeric => Self::Numeric,
            Self::ArrayOfBool => Self::Bool,
            Self::ArrayOfDate => Self::Date,
            Self::ArrayOfArn => Self::Arn,
            Self::ArrayOfIpAddress => Self::IpAddress,
            Self::ArrayOfBinary => Self::Binary,
            single => single,
        }
    }

    /// Returns the type as a byte of a [packed](crate::packed) table. The byte 0 means *not stated*.
    #[doc(hidden)]
    #[must_use]
    pub const fn to_byte(value_type: Option<Self>) -> u8 {
        match value_type {
            None => 0,
            Some(value_type) => value_type as u8 + 1,
        }
    }

    /// Returns the type from which [`to_byte`](Self::to_byte) made this byte.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        let mut rest = Self::ALL;
        while let [value_type, tail @ ..] = rest {
            if *value_type as u8 + 1 == byte {
                return Some(*value_type);
            }
            rest = tail;
        }
        None
    }
}

impl fmt::Display for ConditionKeyType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_reads_back() {
        for value_type in ConditionKeyType::ALL {
            assert_eq!(ConditionKeyType::from_name(value_type.name()), Some(*value_type));
            assert_eq!(ConditionKeyType::from_byte(ConditionKeyType::to_byte(Some(*value_type))), Some(*value_type));
            assert_eq!(value_type.is_array(), value_type.name().starts_with("ArrayOf"));
            assert!(!value_type.element().is_array());
        }
        assert_eq!(ConditionKeyType::from_byte(ConditionKeyType::to_byte(None)), None);
        assert_eq!(ConditionKeyType::from_byte(255), None);
    }
}
