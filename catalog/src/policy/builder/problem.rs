//! What is wrong with what a builder was given, and where.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;

use catalog_core::{ConditionKeyType, NameError};
use catalog_policy::{
    operator::{Comparator, Operator, OperatorError, SetOperator},
    principal::PrincipalError,
    value::ValueError,
    variable::VariableError,
};

use super::key::KeyError;
use crate::policy::{NumberError, ResourceError};

/// Why a policy cannot be built: everything that is wrong, each with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    /// One at least.
    problems: Vec<Problem>,
}

/// One thing that is wrong with a policy in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pointer: String,
    kind: ProblemKind,
}

/// The ways in which a policy in the making can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// An action or a pattern that the catalog does not know.
    Name(NameError),
    /// A text that stands for no resource.
    Resource(ResourceError),
    /// A text that stands for no principal.
    Principal(PrincipalError),
    /// Not a condition key, or one that cannot stand there.
    Key(KeyError),
    /// An operator that there is not.
    Operator(OperatorError),
    /// An operator that does not compare values of the key's type.
    OperatorType {
        /// The operator.
        operator: Operator,
        /// The condition key.
        key: String,
        /// The type of its values.
        value_type: ConditionKeyType,
    },
    /// A key with several values, compared without set operator.
    SetOperatorMissing {
        /// The operator.
        operator: Operator,
        /// The condition key.
        key: String,
    },
    /// A key with one value, compared with a set operator.
    SetOperatorNeedless {
        /// The set operator.
        set: SetOperator,
        /// The condition key.
        key: String,
    },
    /// A value that cannot be of the type that the operator compares.
    Value {
        /// The value.
        given: String,
        /// What is wrong with it.
        error: ValueError,
    },
    /// A `${` in a value begins no policy variable.
    Variable {
        /// The value.
        given: String,
        /// What is wrong with it.
        error: VariableError,
    },
    /// A policy variable where the operator compares values as they stand.
    VariableNotReplaced {
        /// The operator.
        operator: Operator,
        /// The value.
        given: String,
    },
    /// A text that is no number.
    Number(NumberError),
    /// An operator compares a key twice.
    Repeated {
        /// The operator.
        operator: Operator,
        /// The condition key.
        key: String,
    },
    /// An element and its opposite.
    Conflict {
        /// The element without `Not`.
        element: &'static str,
    },
    /// Everybody, and others besides.
    EverybodyAndOthers,
    /// A list with nothing in it.
    Empty {
        /// The element, or the condition key.
        element: String,
    },
    /// A policy without statements.
    NoStatement,
}

macro_rules! from {
    ($($variant:ident $Error:ty;)*) => {$(
        impl From<$Error> for ProblemKind {
            fn from(error: $Error) -> Self {
                Self::$variant(error)
            }
        }
    )*};
}

from! {
    Name NameError;
    Resource ResourceError;
    Principal PrincipalError;
    Key KeyError;
    Operator OperatorError;
    Number NumberError;
}

impl Problem {
    pub(super) fn new(pointer: impl fmt::Display, kind: ProblemKind) -> Self {
        Self { pointer: pointer.to_string(), kind }
    }

    /// The same, of the statement at a position.
    pub(super) fn in_statement(self, position: usize) -> Self {
        Self { pointer: format!("/Statement/{position}{}", self.pointer), ..self }
    }

    /// Where it is in the policy as it would be written: a [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901).
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> &ProblemKind {
        &self.kind
    }
}

impl BuildError {
    /// What was to be built, if there is no problem.
    pub(super) fn unless_none<T>(problems: Vec<Problem>, built: T) -> Result<T, Self> {
        if problems.is_empty() { Ok(built) } else { Err(Self { problems }) }
    }

    /// Everything that is wrong, in the order in which it was given. There is one at least.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [one] = self.problems.as_slice() {
            return write!(f, "{one}");
        }
        write!(f, "{} problems in a policy:", self.problems.len())?;
        self.problems.iter().try_for_each(|problem| write!(f, "\n{problem}"))
    }
}

impl core::error::Error for BuildError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.kind)
    }
}

impl core::error::Error for Problem {}

/// What is wrong, without its place.
impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(error) => write!(f, "{error}"),
            Self::Resource(error) => write!(f, "{error}"),
            Self::Principal(error) => write!(f, "{error}"),
            Self::Key(error) => write!(f, "{error}"),
            Self::Operator(error) => write!(f, "{error}"),
            Self::Number(error) => write!(f, "{error}"),
            Self::OperatorType { operator, key, value_type } => {
                let name = operator.comparator.name();
                write!(f, "`{key}` holds values of the type {value_type}, which `{name}` does not compare: ")?;
                let fitting: Vec<_> = Comparator::made_for(*value_type).collect();
                list(f, &fitting)
            }
            Self::SetOperatorMissing { operator, key } => write!(
                f,
                "`{key}` carries several values: make it `ForAnyValue:{operator}` or `ForAllValues:{operator}`, by \
                 `for_any_value()` or `for_all_values()`"
            ),
            Self::SetOperatorNeedless { set, key } => {
                write!(f, "`{key}` carries one value, which needs no `{}:`", set.name())
            }
            Self::Value { given, error } => write!(f, "`{given}` is {error}"),
            Self::Variable { given, error } => write!(f, "`{given}` has {error}"),
            Self::VariableNotReplaced { operator, given } => {
                write!(f, "`{operator}` compares `{given}` as it stands: policy variables are for texts and ARNs")
            }
            Self::Repeated { operator, key } => {
                write!(f, "`{operator}` compares `{key}` already: give all the values at once")
            }
            Self::Conflict { element } => {
                write!(f, "a statement has `{element}` or `Not{element}`, not both: make it two statements")
            }
            Self::EverybodyAndOthers => f.write_str("everybody and others: everybody is enough"),
            Self::Empty { element } => write!(f, "`{element}` is given nothing"),
            Self::NoStatement => f.write_str("a policy has a statement at least"),
        }
    }
}

/// `StringEquals`, `StringLike` and `ArnLike` do
fn list(f: &mut fmt::Formatter<'_>, comparators: &[Comparator]) -> fmt::Result {
    for (position, comparator) in comparators.iter().enumerate() {
        f.write_str(match position {
            0 => "",
            _ if position + 1 == comparators.len() => " and ",
            _ => ", ",
        })?;
        write!(f, "`{}`", comparator.name())?;
    }
    f.write_str(if comparators.len() == 1 { " does" } else { " do" })
}
