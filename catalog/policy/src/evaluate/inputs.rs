//! The inputs of a decision, one for each kind of policies, and the decision that follows.
//!
//! Sources, 2026-11: [one account](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html)
//! and [across accounts](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html).

use super::{case::Case, principal::RequestPrincipalKind as Kind, truth::Truth};

/// An input of a decision: the policies of one kind, or the statements of the resource's policy that name the principal
/// in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Input {
    Identity,
    Boundary,
    Session,
    Endpoint,
    ServiceControl,
    /// The policy of the resource names the principal, or everyone.
    Direct,
    /// The policy of the resource names the role of a session, or the IAM user who started a federated session.
    Origin,
    /// The policy of the resource names the account of the principal.
    Account,
}

impl Input {
    /// Every input, in the order in which an explanation names those that are missing.
    pub(super) const ALL: [Self; 8] = [
        Self::ServiceControl,
        Self::Endpoint,
        Self::Identity,
        Self::Boundary,
        Self::Session,
        Self::Account,
        Self::Origin,
        Self::Direct,
    ];
}

/// The inputs of a decision: whether the policies of each kind deny or allow the request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Inputs {
    /// Whether a statement denies the request.
    pub(super) deny: Truth,
    /// Whether each input allows the request, in the order of the variants.
    allow: [Truth; 8],
}

impl Inputs {
    pub(super) fn get(&self, input: Input) -> Truth {
        self.allow.get(input as usize).copied().unwrap_or_default()
    }

    /// Sets whether an input allows the request.
    pub(super) fn set(&mut self, input: Input, truth: Truth) {
        if let Some(place) = self.allow.get_mut(input as usize) {
            *place = truth;
        }
    }

    /// Adds a statement of an input. One statement that allows is enough.
    pub(super) fn add(&mut self, input: Input, truth: Truth) {
        self.set(input, self.get(input).or(truth));
    }

    /// Returns true if the policies allow the request, apart from explicit denies.
    pub(super) fn allowed(&self, case: &Case<'_>) -> Truth {
        let [direct, origin, account] = [Input::Direct, Input::Origin, Input::Account].map(|input| self.get(input));
        let limits = self.get(Input::Boundary).and(self.get(Input::Session));
        let identity = self.get(Input::Identity).and(limits);
        let resource = direct.or(origin).or(account);
        let by_policies = match case.kind() {
            Kind::RootUser if case.request.is_action("sts:AssumeRole") => Truth::No,
            // The root user may do everything in its account, but a session of it may be limited.
            Kind::RootUser if case.is_same_account && !case.needs_resource_policy => self.get(Input::Session),
            Kind::RootUser => self.get(Input::Session).and(resource),
            Kind::Service | Kind::FederatedIdentity | Kind::Anonymous => direct,
            _ if !case.is_same_account => identity.and(resource),
            _ if case.needs_resource_policy => direct.or(origin.and(limits)).or(identity.and(resource)),
            _ => direct.or(origin.and(limits)).or(identity),
        };
        by_policies.and(self.get(Input::ServiceControl)).and(self.get(Input::Endpoint))
    }

    /// Returns true if the decision depends on an input, for some answers of the other inputs that are not known.
    pub(super) fn depends_on(&self, input: Input, case: &Case<'_>) -> bool {
        let is_unknown = |other: &Input| *other != input && self.get(*other) == Truth::Maybe;
        let answers = 0..1_u32 << Input::ALL.into_iter().filter(is_unknown).count();
        answers.into_iter().any(|answers| {
            let mut inputs = *self;
            for (position, other) in Input::ALL.into_iter().filter(is_unknown).enumerate() {
                inputs.set(other, (answers >> position & 1 == 1).into());
            }
            let mut with = |truth| {
                inputs.set(input, truth);
                inputs.allowed(case)
            };
            with(Truth::Yes) != with(Truth::No)
        })
    }
}
