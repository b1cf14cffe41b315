//! The operators of conditions: their names, and the types of the values that they compare.
//!
//! Source: [IAM JSON policy elements: Condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)
//! and, for keys with several values,
//! [Multivalued context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html).

mod comparison;
mod compose;
mod fit;
mod missing_key;

use alloc::string::String;
use core::fmt;

pub use comparison::ComparisonError;
pub use fit::SetMisfit;

use crate::shown::Shown;
use catalog_core::{ConditionKeyType, ascii_case, nearest::Nearest};

macro_rules! operators {
    ($($variant:ident $name:literal $compares:ident $wildcards:literal)+) => {
        /// The comparison of an operator, without the set operator and `IfExists`. The names are AWS's own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Comparator { $(#[doc = concat!("`", $name, "`")] $variant,)+ }

        impl Comparator {
            /// Every comparator, in the order in which AWS's page lists them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns AWS's name for the comparator.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// Returns the type of the values that the comparator compares.
            #[must_use]
            pub const fn compares(self) -> Compares {
                match self { $(Self::$variant => Compares::$compares,)+ }
            }

            /// Returns true if `*` and `?` in a value are wildcards.
            #[must_use]
            pub const fn has_wildcards(self) -> bool {
                match self { $(Self::$variant => $wildcards,)+ }
            }
        }
    };
}

operators! {
    StringEquals "StringEquals" String false
    StringNotEquals "StringNotEquals" String false
    StringEqualsIgnoreCase "StringEqualsIgnoreCase" String false
    StringNotEqualsIgnoreCase "StringNotEqualsIgnoreCase" String false
    StringLike "StringLike" String true
    StringNotLike "StringNotLike" String true
    NumericEquals "NumericEquals" Numeric false
    NumericNotEquals "NumericNotEquals" Numeric false
    NumericLessThan "NumericLessThan" Numeric false
    NumericLessThanEquals "NumericLessThanEquals" Numeric false
    NumericGreaterThan "NumericGreaterThan" Numeric false
    NumericGreaterThanEquals "NumericGreaterThanEquals" Numeric false
    DateEquals "DateEquals" Date false
    DateNotEquals "DateNotEquals" Date false
    DateLessThan "DateLessThan" Date false
    DateLessThanEquals "DateLessThanEquals" Date false
    DateGreaterThan "DateGreaterThan" Date false
    DateGreaterThanEquals "DateGreaterThanEquals" Date false
    Bool "Bool" Bool false
    BinaryEquals "BinaryEquals" Binary false
    IpAddress "IpAddress" IpAddress false
    NotIpAddress "NotIpAddress" IpAddress false
    ArnEquals "ArnEquals" Arn true
    ArnNotEquals "ArnNotEquals" Arn true
    ArnLike "ArnLike" Arn true
    ArnNotLike "ArnNotLike" Arn true
    Null "Null" Presence false
}

/// The type of values that a [`Comparator`] compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compares {
    /// Strings.
    String,
    /// Numbers.
    Numeric,
    /// Dates.
    Date,
    /// Booleans.
    Bool,
    /// Bytes in base64.
    Binary,
    /// IP addresses.
    IpAddress,
    /// ARNs, field by field.
    Arn,
    /// The presence of the key in the request. This fits every key, and the values in the policy are booleans.
    Presence,
}

impl Compares {
    /// Returns the type of the values in a policy.
    #[must_use]
    pub const fn value_type(self) -> ConditionKeyType {
        match self {
            Self::String => ConditionKeyType::String,
            Self::Numeric => ConditionKeyType::Numeric,
            Self::Date => ConditionKeyType::Date,
            Self::Bool | Self::Presence => ConditionKeyType::Bool,
            Self::Binary => ConditionKeyType::Binary,
            Self::IpAddress => ConditionKeyType::IpAddress,
            Self::Arn => ConditionKeyType::Arn,
        }
    }

    /// Returns true if the values of a key of this type can be compared.
    ///
    /// The operators for strings and for ARNs can each compare keys of both types. AWS's own policies do so, and AWS's
    /// pages give the type String to many keys that hold ARNs. The operators for strings also compare booleans. `Null`
    /// fits every key.
    ///
    /// ```
    /// use catalog::{ConditionKeyType, policy::operator::Compares};
    /// assert!(Compares::String.fits(ConditionKeyType::ArrayOfArn));
    /// assert!(!Compares::String.fits(ConditionKeyType::Numeric));
    /// ```
    #[must_use]
    pub const fn fits(self, key: ConditionKeyType) -> bool {
        use ConditionKeyType as Key;
        match self {
            Self::Presence => true,
            Self::String => matches!(key.element(), Key::String | Key::Arn | Key::Bool),
            Self::Arn => matches!(key.element(), Key::String | Key::Arn),
            Self::Bool => matches!(key.element(), Key::Bool),
            Self::Numeric => matches!(key.element(), Key::Numeric),
            // A key with seconds since 1970 has the type Numeric, and can be compared as a date.
            Self::Date => matches!(key.element(), Key::Date | Key::Numeric),
            Self::Binary => matches!(key.element(), Key::Binary),
            Self::IpAddress => matches!(key.element(), Key::IpAddress),
        }
    }
}

/// The treatment of a key with several values in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetOperator {
    /// One of the request's values must match.
    ForAnyValue,
    /// All of the request's values must match. The operator also matches if the request has no value.
    ForAllValues,
}

impl SetOperator {
    /// Both set operators.
    pub const ALL: &'static [Self] = &[Self::ForAnyValue, Self::ForAllValues];

    /// Returns AWS's name for the set operator, without the colon.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ForAnyValue => "ForAnyValue",
            Self::ForAllValues => "ForAllValues",
        }
    }
}

/// An operator as a condition contains it, such as `ForAnyValue:StringLikeIfExists`.
///
/// ```
/// use catalog::policy::operator::{Comparator, Operator, SetOperator};
///
/// let operator: Operator = "foranyvalue:StringLike".parse()?;
/// assert_eq!((operator.set, operator.comparator), (Some(SetOperator::ForAnyValue), Comparator::StringLike));
/// assert_eq!(operator.to_string(), "ForAnyValue:StringLike");
/// let error = "StringEqual".parse::<Operator>().unwrap_err();
/// assert_eq!(error.suggestion().unwrap().to_string(), "StringEquals");
/// # Ok::<_, catalog::policy::operator::OperatorError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Operator {
    /// The set operator before the colon.
    pub set: Option<SetOperator>,
    /// The comparator.
    pub comparator: Comparator,
    /// Whether the operator ends in `IfExists`, so that it also matches a request without the key.
    pub if_exists: bool,
}

/// The suffix of an operator that also matches a request without the key.
const IF_EXISTS: &str = "IfExists";

impl core::str::FromStr for Operator {
    type Err = OperatorError;

    /// Parses an operator, ignoring case.
    fn from_str(text: &str) -> Result<Self, OperatorError> {
        let (set, rest) = match text.split_once(':') {
            None => (None, text),
            Some((set, rest)) => {
                let known = SetOperator::ALL.iter().copied().find(|known| ascii_case::eq(known.name(), set));
                (Some(known.ok_or_else(|| OperatorError::near(text))?), rest)
            }
        };
        let (name, if_exists) = match rest.len().checked_sub(IF_EXISTS.len()).and_then(|at| rest.split_at_checked(at)) {
            Some((name, end)) if ascii_case::eq(end, IF_EXISTS) => (name, true),
            _ => (rest, false),
        };
        let known = Comparator::ALL.iter().copied().find(|known| ascii_case::eq(known.name(), name));
        let operator = Self { set, comparator: known.ok_or_else(|| OperatorError::near(text))?, if_exists };
        // `Null` checks whether the key exists, so `IfExists` cannot change its result.
        if operator.comparator == Comparator::Null && if_exists {
            return Err(OperatorError {
                kind: OperatorErrorKind::NullIfExists,
                suggestion: Some(Self { if_exists: false, ..operator }),
            });
        }
        Ok(operator)
    }
}

/// Writes the operator as AWS spells it.
impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(set) = self.set {
            write!(f, "{}:", set.name())?;
        }
        f.write_str(self.comparator.name())?;
        f.write_str(if self.if_exists { IF_EXISTS } else { "" })
    }
}

/// The reason why a string is not a condition operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperatorError {
    kind: OperatorErrorKind,
    suggestion: Option<Operator>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OperatorErrorKind {
    Unknown,
    NullIfExists,
}

impl OperatorError {
    /// Returns the error for an unknown operator, with the nearest known one.
    #[cold]
    fn near(text: &str) -> Self {
        let (set, rest) = text.split_once(':').map_or((None, text), |(set, rest)| (Some(set), rest));
        let near = |given, names: &mut dyn Iterator<Item = &'static str>| {
            let mut nearest = Nearest::new(given);
            names.for_each(|name| {
                nearest.offer(name);
            });
            nearest.best()
        };
        let set = match set {
            None => Some(None),
            Some(set) => near(set, &mut SetOperator::ALL.iter().map(|known| known.name()))
                .and_then(|name| SetOperator::ALL.iter().find(|known| known.name() == name))
                .map(|known| Some(*known)),
        };
        let end = rest.len().saturating_sub(IF_EXISTS.len());
        let (name, if_exists) = match rest.split_at_checked(end) {
            Some((name, end)) if near(end, &mut core::iter::once(IF_EXISTS)).is_some() => (name, true),
            _ => (rest, false),
        };
        let comparator = moved_not(name)
            .or_else(|| near(name, &mut Comparator::ALL.iter().map(|known| known.name())))
            .and_then(|name| Comparator::ALL.iter().copied().find(|known| known.name() == name));
        let suggestion = match (set, comparator) {
            (Some(set), Some(comparator)) => {
                Some(Operator { set, comparator, if_exists: if_exists && comparator != Comparator::Null })
            }
            _ => None,
        };
        Self { kind: OperatorErrorKind::Unknown, suggestion }
    }

    /// Returns the message about the operator, with its name.
    pub(crate) fn message(self, given: &str) -> String {
        let mut message = String::new();
        // Writing to a string never fails.
        let _ = self.write(&mut message, format_args!(" `{}`", Shown(given)));
        message
    }

    fn write(self, f: &mut impl fmt::Write, name: fmt::Arguments<'_>) -> fmt::Result {
        match (self.kind, self.suggestion) {
            (OperatorErrorKind::NullIfExists, _) => {
                f.write_str("`Null` cannot have `IfExists`: it already checks whether the key exists")
            }
            (OperatorErrorKind::Unknown, Some(near)) => {
                write!(f, "unknown condition operator{name}: did you mean `{near}`?")
            }
            (OperatorErrorKind::Unknown, None) => write!(
                f,
                "unknown condition operator{name}: expected an operator such as `StringEquals`, `ArnLike` or \
                 `NumericLessThan`"
            ),
        }
    }

    /// Returns true if the operator is `Null` with `IfExists`.
    pub(crate) const fn is_about_null(self) -> bool {
        matches!(self.kind, OperatorErrorKind::NullIfExists)
    }

    /// Returns the operator that was probably intended, if there is one.
    #[must_use]
    pub const fn suggestion(&self) -> Option<Operator> {
        self.suggestion
    }
}

/// Returns the negated comparator whose `Not` a string has at its beginning: `StringNotEquals` for `NotStringEquals`.
fn moved_not(given: &str) -> Option<&'static str> {
    let rest = given.strip_prefix("Not")?;
    Comparator::ALL.iter().map(|known| known.name()).find(|known| {
        let halves = known.split_once("Not").zip(known.find("Not").and_then(|at| rest.split_at_checked(at)));
        halves.is_some_and(|(known, given)| known == given)
    })
}

impl fmt::Display for OperatorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, format_args!(""))
    }
}

impl core::error::Error for OperatorError {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, string::ToString as _};

    #[test]
    fn every_operator_reads_back_in_any_case() {
        for comparator in Comparator::ALL.iter().copied() {
            for set in [None, Some(SetOperator::ForAnyValue), Some(SetOperator::ForAllValues)] {
                for if_exists in [false, comparator != Comparator::Null] {
                    let operator = Operator { set, comparator, if_exists };
                    let text = operator.to_string();
                    assert_eq!(text.parse(), Ok(operator));
                    assert_eq!(text.to_lowercase().parse(), Ok(operator));
                }
            }
        }
    }

    #[test]
    fn wrong_ones_are_answered_with_the_nearest() {
        for (wrong, near) in [
            ("StringEqual", "StringEquals"),
            ("StringLikeIfExist", "StringLikeIfExists"),
            ("ForAnyValues:StringLike", "ForAnyValue:StringLike"),
            ("ForAllValues:StringEqualsIgnorecas", "ForAllValues:StringEqualsIgnoreCase"),
            ("NullIfExists", "Null"),
            ("BoolIfExist", "BoolIfExists"),
            ("IPAdress", "IpAddress"),
            ("NotStringEquals", "StringNotEquals"),
            ("NotNumericEquals", "NumericNotEquals"),
        ] {
            let error = wrong.parse::<Operator>().unwrap_err();
            assert_eq!(error.suggestion().map(|near| near.to_string()).as_deref(), Some(near), "{wrong}");
        }
        for wrong in ["", ":", "é", "Frobnicate", "ForAnyValue:", "Frob:StringLike", "IfExists"] {
            assert_eq!(wrong.parse::<Operator>().unwrap_err().suggestion(), None, "{wrong}");
        }
        assert_eq!(format!("{}", "x".parse::<Operator>().unwrap_err()).find("unknown condition operator"), Some(0));
    }
}
