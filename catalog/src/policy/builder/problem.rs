//! The problems with the input of a builder, each with its place in the policy.

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

/// The error of a builder: every problem with its input, each with its place in the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    /// The problems. There is at least one.
    problems: Vec<Problem>,
}

/// A problem with the input of a builder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pointer: String,
    kind: ProblemKind,
}

/// The kinds of problems with the input of a builder.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The catalog does not know the action or the pattern.
    Name(NameError),
    /// The resource is not valid.
    Resource(ResourceError),
    /// The principal is not valid.
    Principal(PrincipalError),
    /// The condition key is not valid, or cannot be used in a policy.
    Key(KeyError),
    /// The operator does not exist.
    Operator(OperatorError),
    /// The operator, the condition key and the value do not fit each other.
    Comparison(ComparisonError),
    /// A `${` in a value does not begin a valid policy variable.
    Variable {
        /// The value.
        given: String,
        /// The problem with the variable.
        error: VariableError,
    },
    /// The value has a policy variable, but the operator does not replace policy variables.
    VariableNotReplaced {
        /// The operator.
        operator: Operator,
        /// The value.
        given: String,
    },
    /// The number is not valid.
    Number(NumberError),
    /// The operator already compares this key.
    Repeated {
        /// The operator.
        operator: Operator,
        /// The condition key.
        key: String,
    },
    /// The policy does not have the form that the grammar requires.
    Form(FormError),
    /// The principal `*` is combined with other principals.
    EverybodyAndOthers,
    /// The list is empty.
    Empty {
        /// The name of the element or of the condition key.
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

    /// Returns the problem with its place in the statement at a position of the policy.
    pub(super) fn in_statement(self, position: usize) -> Self {
        Self { pointer: format!("/Statement/{position}{}", self.pointer), ..self }
    }

    /// Returns the place of the problem in the policy, as a [JSON pointer](https://www.rfc-editor.org/rfc/rfc6901).
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns the kind of the problem.
    #[must_use]
    pub const fn kind(&self) -> &ProblemKind {
        &self.kind
    }
}

impl BuildError {
    /// Returns `built` if there are no problems, and the error with all problems otherwise.
    pub(super) fn unless_none<T>(problems: Vec<Problem>, built: T) -> Result<T, Self> {
        if problems.is_empty() { Ok(built) } else { Err(Self { problems }) }
    }

    /// Returns every problem, in the order of the input. There is at least one.
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

/// Writes the problem, without its place.
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
                write!(
                    f,
                    "`{operator}` does not replace the policy variable in `{given}`: use a string or ARN operator"
                )
            }
            Self::Repeated { operator, key } => {
                write!(f, "`{operator}` already compares `{key}`: pass all values in one comparison")
            }
            Self::EverybodyAndOthers => f.write_str("`*` already includes every other principal: remove the others"),
            Self::Empty { element } => write!(f, "`{element}` is empty: pass at least one value"),
        }
    }
}

/// Writes how to fix a comparison with the methods of the builder.
fn advice(f: &mut fmt::Formatter<'_>, error: &ComparisonError) -> fmt::Result {
    match error {
        ComparisonError::OperatorType { key_type, .. } => {
            f.write_str(": use ")?;
            list(f, &Comparator::made_for(*key_type).collect::<Vec<_>>())
        }
        ComparisonError::SetOperator { misfit: SetMisfit::Missing, .. } => {
            f.write_str(", with `for_any_value()` or `for_all_values()`")
        }
        _ => Ok(()),
    }
}

/// Writes names such as "`StringEquals`, `StringLike` or `ArnLike`".
fn list(f: &mut fmt::Formatter<'_>, comparators: &[Comparator]) -> fmt::Result {
    for (position, comparator) in comparators.iter().enumerate() {
        f.write_str(match position {
            0 => "",
            _ if position + 1 == comparators.len() => " or ",
            _ => ", ",
        })?;
        write!(f, "`{}`", comparator.name())?;
    }
    Ok(())
}
