//! The operators of conditions: their names, and the types whose values they compare.
//!
//! Source: [IAM JSON policy elements: Condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)
//! and, for keys with several values,
//! [Multivalued context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html).

mod comparison;
mod compose;
mod fit;

use core::fmt;

pub use comparison::ComparisonError;
pub use fit::SetMisfit;

use catalog_core::{ConditionKeyType, ascii_case, nearest::Nearest};

macro_rules! operators {
    ($($variant:ident $name:literal $compares:ident $wildcards:literal)+) => {
        /// What a condition compares by, without set operator and ending. The names are AWS's own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Comparator { $(#[doc = concat!("`", $name, "`")] $variant,)+ }

        impl Comparator {
            /// Every comparator, in the order of AWS's page.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// AWS's name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// What it compares.
            #[must_use]
            pub const fn compares(self) -> Compares {
                match self { $(Self::$variant => Compares::$compares,)+ }
            }

            /// Whether `*` and `?` in a value are wildcards.
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

/// What a [`Comparator`] compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compares {
    /// Texts.
    String,
    /// Numbers.
    Numeric,
    /// Dates.
    Date,
    /// Truth values.
    Bool,
    /// Bytes in base64.
    Binary,
    /// IP addresses.
    IpAddress,
    /// ARNs, field by field.
    Arn,
    /// Whether the request has the key at all: it fits every key, and its values are truth values.
    Presence,
}

impl Compares {
    /// The type of the values in a policy.
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

    /// Whether it can compare the values of a key of this type.
    ///
    /// Texts and ARNs may be compared by the operators of either: AWS's own policies do, an ARN is a text, and the pages
    /// call many a key a text that holds ARNs. Truth values are compared as texts, too. `Null` fits every key.
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
            // Seconds since 1970 are numbers, and a key of seconds is compared as a date.
            Self::Date => matches!(key.element(), Key::Date | Key::Numeric),
            Self::Binary => matches!(key.element(), Key::Binary),
            Self::IpAddress => matches!(key.element(), Key::IpAddress),
        }
    }
}

/// How an operator treats the several values that a request may carry under one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetOperator {
    /// One of the request's values must match.
    ForAnyValue,
    /// All of the request's values must match; so they do if it has none.
    ForAllValues,
}

impl SetOperator {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::ForAnyValue, Self::ForAllValues];

    /// AWS's word, without the colon.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ForAnyValue => "ForAnyValue",
            Self::ForAllValues => "ForAllValues",
        }
    }
}

/// An operator as a condition has it: `ForAnyValue:StringLikeIfExists`.
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
    /// The set operator in front of the colon.
    pub set: Option<SetOperator>,
    /// What is compared, and how.
    pub comparator: Comparator,
    /// Whether it ends in `IfExists`: it holds, too, where the request does not have the key.
    pub if_exists: bool,
}

/// The ending.
const IF_EXISTS: &str = "IfExists";

impl core::str::FromStr for Operator {
    type Err = OperatorError;

    /// Reads an operator, in any case.
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
        // Whether a key is there does not depend on whether it is there.
        if operator.comparator == Comparator::Null && if_exists {
            return Err(OperatorError {
                kind: OperatorErrorKind::NullIfExists,
                suggestion: Some(Self { if_exists: false, ..operator }),
            });
        }
        Ok(operator)
    }
}

/// As AWS writes it.
impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(set) = self.set {
            write!(f, "{}:", set.name())?;
        }
        f.write_str(self.comparator.name())?;
        f.write_str(if self.if_exists { IF_EXISTS } else { "" })
    }
}

/// Why a text is no operator.
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
    /// The error of an unknown operator, with the nearest.
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
        let comparator = near(name, &mut Comparator::ALL.iter().map(|known| known.name()))
            .and_then(|name| Comparator::ALL.iter().copied().find(|known| known.name() == name));
        let suggestion = match (set, comparator) {
            (Some(set), Some(comparator)) => {
                Some(Operator { set, comparator, if_exists: if_exists && comparator != Comparator::Null })
            }
            _ => None,
        };
        Self { kind: OperatorErrorKind::Unknown, suggestion }
    }

    /// What may have been meant.
    #[must_use]
    pub const fn suggestion(&self) -> Option<Operator> {
        self.suggestion
    }
}

impl fmt::Display for OperatorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.kind, self.suggestion) {
            (OperatorErrorKind::NullIfExists, _) => {
                f.write_str("`Null` asks whether the key exists, so that `IfExists` has no meaning behind it")
            }
            (OperatorErrorKind::Unknown, Some(near)) => write!(f, "no such operator: did you mean `{near}`?"),
            (OperatorErrorKind::Unknown, None) => {
                f.write_str("no such operator: there are `StringEquals`, `ArnLike`, `NumericLessThan` and others")
            }
        }
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
        ] {
            let error = wrong.parse::<Operator>().unwrap_err();
            assert_eq!(error.suggestion().map(|near| near.to_string()).as_deref(), Some(near), "{wrong}");
        }
        for wrong in ["", ":", "é", "Frobnicate", "ForAnyValue:", "Frob:StringLike", "IfExists"] {
            assert_eq!(wrong.parse::<Operator>().unwrap_err().suggestion(), None, "{wrong}");
        }
        assert_eq!(format!("{}", "x".parse::<Operator>().unwrap_err()).find("no such operator"), Some(0));
    }
}
