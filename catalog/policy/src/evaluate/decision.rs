//! A decision with its reason.

mod display;
mod missing;
mod nearest;
mod reason;
mod statement_reference;

pub use display::Reason;
pub use missing::Missing;
pub use nearest::{Lack, NearestStatement};
pub use statement_reference::StatementReference;

use alloc::{collections::BTreeSet, string::String, vec::Vec};
use core::fmt;

use super::{inputs::Inputs, policies::Policies, request::UntypedRequest};

/// The result of a decision. A later variant is more restrictive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// AWS allows the request.
    Allowed,
    /// The decision depends on condition keys that the request leaves open.
    Depends,
    /// AWS denies the request, because a policy that must allow it does not.
    ImplicitlyDenied,
    /// AWS denies the request, because a statement with `Deny` applies.
    ExplicitlyDenied,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: &'static [Self] = &[Self::Allowed, Self::Depends, Self::ImplicitlyDenied, Self::ExplicitlyDenied];

    /// Returns the name of the outcome in a scenario, such as `implicitly-denied`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Depends => "depends",
            Self::ImplicitlyDenied => "implicitly-denied",
            Self::ExplicitlyDenied => "explicitly-denied",
        }
    }

    /// Returns true if AWS denies the request.
    #[must_use]
    pub const fn is_denied(self) -> bool {
        matches!(self, Self::ImplicitlyDenied | Self::ExplicitlyDenied)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A decision about a request. It displays as its outcome and the reason.
///
/// The reason is computed when you ask for it, so a decision by itself does not allocate.
#[derive(Clone, Debug)]
pub struct Decision<'d> {
    outcome: Outcome,
    policies: &'d Policies,
    request: &'d UntypedRequest,
    basis: Basis,
    steps: u64,
}

/// What a decision is based on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Basis {
    /// AWS allows the action to everyone.
    NoPermissionNeeded,
    /// What the policies say about the resource at a position.
    Policies { position: usize, inputs: Inputs },
}

impl<'d> Decision<'d> {
    pub(super) fn new(
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

    /// Returns the statements that decided: those that deny the request, those that grant it, or those whose conditions
    /// are open. A request that is implicitly denied has none.
    #[must_use]
    pub fn by(&self) -> Vec<StatementReference<'d>> {
        reason::by(self)
    }

    /// Returns the open condition keys on which the decision depends, in lower case.
    #[must_use]
    pub fn open_keys(&self) -> BTreeSet<String> {
        reason::open_keys(self)
    }

    /// Returns the policies that would have to allow a request that is implicitly denied, each with the statement that
    /// comes closest.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing<'d>> {
        missing::missing(self)
    }
}
