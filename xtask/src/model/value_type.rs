//! The types of condition keys' values.

use serde::{Deserialize, Serialize};

/// Declares [`ValueType`] from rows of variant and name.
macro_rules! value_types {
    ($($variant:ident $name:literal $explanation:literal)+) => {
        /// The type of a condition key's value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum ValueType { $(#[doc = $explanation] #[serde(rename = $name)] $variant,)+ }

        impl ValueType {
            /// Every type.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// AWS's word for it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

value_types! {
    String "String" "Text."
    Numeric "Numeric" "A number."
    Bool "Bool" "True or false."
    Date "Date" "A date and time."
    Arn "ARN" "An Amazon Resource Name."
    IpAddress "IPAddress" "An IP address or a range of them."
    Binary "Binary" "Bytes."
    ArrayOfString "ArrayOfString" "Several texts."
    ArrayOfNumeric "ArrayOfNumeric" "Several numbers."
    ArrayOfBool "ArrayOfBool" "Several truth values."
    ArrayOfDate "ArrayOfDate" "Several dates."
    ArrayOfArn "ArrayOfARN" "Several Amazon Resource Names."
    ArrayOfIpAddress "ArrayOfIPAddress" "Several IP addresses."
    ArrayOfBinary "ArrayOfBinary" "Several strings of bytes."
}

impl ValueType {
    /// The type that AWS's word means, in any case. The pages also say `Boolean` for `Bool` and `Long` for `Numeric`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = match name {
            name if name.eq_ignore_ascii_case("Boolean") => "Bool",
            name if name.eq_ignore_ascii_case("Long") => "Numeric",
            name => name,
        };
        Self::ALL.iter().copied().find(|value_type| value_type.name().eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::ValueType;

    #[test]
    fn every_word_means_itself_in_any_case() {
        for &value_type in ValueType::ALL {
            assert_eq!(ValueType::from_name(&value_type.name().to_lowercase()), Some(value_type));
        }
        assert_eq!(ValueType::from_name("Boolean"), Some(ValueType::Bool));
        assert_eq!(ValueType::from_name("Long"), Some(ValueType::Numeric));
        assert_eq!(ValueType::from_name("Arn"), Some(ValueType::Arn));
        assert_eq!(ValueType::from_name("Strin"), None);
    }
}
