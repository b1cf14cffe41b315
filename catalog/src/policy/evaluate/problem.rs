//! The problems with a request.

use alloc::{string::String, vec::Vec};
use core::fmt;

/// The error of a request: every problem with it.
///
/// It displays as one line per problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError {
    /// The problems. There is at least one.
    problems: Vec<RequestProblem>,
}

/// A problem with a request. It displays as its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestProblem {
    part: RequestPart,
    message: String,
}

/// The part of a request that has a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestPart {
    /// The principal.
    Principal,
    /// The action.
    Action,
    /// The resource at a position, from 0.
    Resource(usize),
    /// The account of the resources.
    Account,
    /// A condition key, as the request writes it.
    Key(String),
}

impl RequestError {
    /// Returns the error with these problems, or `None` if there are none.
    pub(super) fn new(problems: Vec<RequestProblem>) -> Option<Self> {
        if problems.is_empty() { None } else { Some(Self { problems }) }
    }

    /// Returns the problems.
    #[must_use]
    pub fn problems(&self) -> &[RequestProblem] {
        &self.problems
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, problem) in self.problems.iter().enumerate() {
            write!(f, "{}{problem}", if number == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}

impl core::error::Error for RequestError {}

impl RequestProblem {
    pub(super) fn new(part: RequestPart, message: String) -> Self {
        Self { part, message }
    }

    /// Returns the part of the request.
    #[must_use]
    pub const fn part(&self) -> &RequestPart {
        &self.part
    }
}

impl fmt::Display for RequestProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
