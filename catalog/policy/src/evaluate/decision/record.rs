//! A decision: its outcome and its basis.

use super::outcome::Outcome;
use crate::evaluate::{inputs::Inputs, policies::Policies, request::UntypedRequest};

/// A decision about a request. It displays as its outcome and the reason.
///
/// The reason is computed when you ask for it, so a decision by itself does not allocate.
#[derive(Clone, Debug)]
pub struct Decision<'d> {
    outcome: Outcome,
    pub(super) policies: &'d Policies,
    pub(super) request: &'d UntypedRequest,
    pub(super) basis: Basis,
    steps: u64,
}

/// The basis of a decision.
#[derive(Clone, Copy, Debug)]
pub(in crate::evaluate) enum Basis {
    /// AWS allows the action to everyone.
    NoPermissionNeeded,
    /// The inputs for the resource at a position.
    Policies { position: usize, inputs: Inputs },
}

impl<'d> Decision<'d> {
    pub(in crate::evaluate) fn new(
        outcome: Outcome,
        policies: &'d Policies,
        request: &'d UntypedRequest,
        basis: Basis,
        steps: u64,
    ) -> Self {
        Self { outcome, policies, request, basis, steps }
    }

    /// Returns the outcome.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Returns true if AWS allows the request.
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self.outcome, Outcome::Allowed)
    }

    /// Returns true if AWS denies the request. A decision that [depends](Outcome::Depends) on open keys is neither
    /// allowed nor denied.
    #[must_use]
    pub const fn is_denied(&self) -> bool {
        self.outcome.is_denied()
    }

    /// Returns the request.
    #[must_use]
    pub const fn request(&self) -> &'d UntypedRequest {
        self.request
    }

    /// Returns the resource that decided. It is the only one, or the first one with the most restrictive outcome.
    #[must_use]
    pub fn resource(&self) -> &'d str {
        let position = if let Basis::Policies { position, .. } = self.basis { position } else { 0 };
        self.request.resource(position).0
    }

    /// Returns the steps of work that the decision took. The number is proportional to the size of the policies and of the
    /// request.
    #[must_use]
    pub const fn steps(&self) -> u64 {
        self.steps
    }
}
