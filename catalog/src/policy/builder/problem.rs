//! What is wrong with what a builder was given, and where.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;

use catalog_core::NameError;
use catalog_policy::{
    form::FormError,
    operator::{Comparator, ComparisonError, Operator, OperatorError, SetMisfit},
    principal::PrincipalError,
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
    /// An operator, a condition key and a value that do not fit each other.
    Comparison(ComparisonError),
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
    /// The policy would not have the form that the grammar requires.
    Form(FormError),
    /// Everybody and others are named together.
    EverybodyAndOthers,
    /// A list with nothing in it.
    Empty {
        /// The element, or the condition key.
        element: String,
    },
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
    Comparison ComparisonError;
    Form FormError;
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
            Self::Form(error) => write!(f, "{error}"),
            Self::Comparison(error) => {
                write!(f, "{error}")?;
                advice(f, error)
            }
            Self::Variable { given, error } => write!(f, "`{given}` has {error}"),
            Self::VariableNotReplaced { operator, given } => {
                write!(f, "`{operator}` compares `{given}` as it stands: policy variables are for texts and ARNs")
            }
            Self::Repeated { operator, key } => {
                write!(f, "`{operator}` compares `{key}` already: give all the values at once")
            }
            Self::EverybodyAndOthers => f.write_str("everybody and others: everybody is enough"),
            Self::Empty { element } => write!(f, "`{element}` is given nothing"),
        }
    }
}

/// Adds how to fix a comparison by the methods of the builder.
fn advice(f: &mut fmt::Formatter<'_>, error: &ComparisonError) -> fmt::Result {
    match error {
        ComparisonError::OperatorType { key_type, .. } => {
            f.write_str(": ")?;
            list(f, &Comparator::made_for(*key_type).collect::<Vec<_>>())
        }
        ComparisonError::SetOperator { misfit: SetMisfit::Missing, .. } => {
            f.write_str(", by `for_any_value()` or `for_all_values()`")
        }
        _ => Ok(()),
    }
}

/// Writes "`StringEquals`, `StringLike` and `ArnLike` do".
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
