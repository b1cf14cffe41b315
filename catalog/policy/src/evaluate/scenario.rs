//! Scenarios: requests with policies and the expected decisions, as JSON.

mod error;
mod fields;
mod read;
mod read_policies;
mod read_request;

use alloc::{string::String, vec::Vec};
use core::fmt;

pub use error::ScenarioError;
pub use read::read_scenarios;
pub use read_policies::{PolicyOrigin, ScenarioPolicy};

use super::{
    decision::{Decision, Outcome},
    policies::Policies,
    request::UntypedRequest,
};
use crate::json::Position;

/// A request with its policies and the expected decision.
#[derive(Clone, Debug)]
pub struct Scenario<'t> {
    /// The name, if the scenario has one.
    pub name: Option<String>,
    /// The expected decision, if the scenario states one.
    pub expect: Option<Expectation>,
    /// The place of the scenario in the file.
    pub position: Position,
    /// The request.
    pub request: UntypedRequest,
    /// The policies in their form for decisions.
    pub policies: Policies,
    /// The policies as they are written, in the same order.
    pub sources: Vec<ScenarioPolicy<'t>>,
}

impl Scenario<'_> {
    /// Decides whether AWS allows the request.
    #[must_use]
    pub fn decide(&self) -> Decision<'_> {
        self.policies.decide(&self.request)
    }
}

/// The decision that a scenario expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expectation {
    /// This outcome.
    Outcome(Outcome),
    /// Either kind of denial.
    Denied,
}

impl Expectation {
    /// Every expectation.
    pub const ALL: &'static [Self] = &[
        Self::Outcome(Outcome::Allowed),
        Self::Denied,
        Self::Outcome(Outcome::ExplicitlyDenied),
        Self::Outcome(Outcome::ImplicitlyDenied),
        Self::Outcome(Outcome::Depends),
    ];

    /// Returns the name of the expectation in a scenario, such as `denied`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outcome(outcome) => outcome.name(),
            Self::Denied => "denied",
        }
    }

    /// Returns the expectation that has this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.name() == name)
    }

    /// Returns true if an outcome meets the expectation.
    #[must_use]
    pub fn accepts(self, outcome: Outcome) -> bool {
        match self {
            Self::Outcome(expected) => expected == outcome,
            Self::Denied => outcome.is_denied(),
        }
    }
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_and_denied_accepts_both_kinds() {
        for expectation in Expectation::ALL {
            assert_eq!(Expectation::from_name(expectation.name()), Some(*expectation));
        }
        let denied: &[_] = &[Outcome::ImplicitlyDenied, Outcome::ExplicitlyDenied];
        assert!(Outcome::ALL.iter().all(|outcome| Expectation::Denied.accepts(*outcome) == denied.contains(outcome)));
    }
}
