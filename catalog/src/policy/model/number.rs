//! Numbers that preserve the digits of their source.

use alloc::string::{String, ToString as _};
use core::{fmt, str::FromStr};

use catalog_policy::json::{self, Data};

/// A number in a condition. It preserves the digits of its source, so `1.0` differs from `1`. [`Policy`](super::Policy)
/// lists the numbers whose digits change on the way through `serde`.
///
/// ```
/// use catalog::policy::Number;
///
/// assert_eq!(Number::from(3600).to_string(), "3600");
/// assert_eq!("1.0".parse::<Number>()?.to_string(), "1.0");
/// assert!("1e999".parse::<Number>().is_err());
/// # Ok::<_, catalog::policy::NumberError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(String);

/// The error about a string that is not a JSON number, or is too large for a double.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberError(());

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid number: expected a JSON number in the range of a double, such as `-12.5`")
    }
}

impl core::error::Error for NumberError {}

impl Number {
    /// Returns the number as it was written, such as `1.0`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Creates a number from a valid JSON number. Returns `None` if it is too large for a double, which is the type
    /// that other parsers use.
    pub(super) fn of_json(text: &str) -> Option<Self> {
        text.parse::<f64>().is_ok_and(f64::is_finite).then(|| Self(text.to_string()))
    }
}

impl FromStr for Number {
    type Err = NumberError;

    /// Parses a number in the syntax of JSON.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        match json::parse(text.as_bytes()) {
            Ok(json::Value { data: Data::Number(number), .. }) => Self::of_json(&number).ok_or(NumberError(())),
            _ => Err(NumberError(())),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

macro_rules! whole {
    ($($Type:ty)*) => {$(
        impl From<$Type> for Number {
            fn from(number: $Type) -> Self {
                Self(number.to_string())
            }
        }
    )*};
}

whole!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
