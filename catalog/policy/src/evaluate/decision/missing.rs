//! The policies that would have to allow a request that is implicitly denied.

use alloc::vec::Vec;
use core::{cell::Cell, fmt};

use super::{
    nearest::{self, NearestStatement},
    outcome::Outcome,
    record::{Basis, Decision},
};
use crate::{
    evaluate::{
        case::Case,
        inputs::{Input, Inputs},
        slot::PolicySlot,
        truth::Truth,
        view::View,
    },
    grammar::Effect,
};

/// A kind of policies, none of which allows a request.
#[derive(Clone, Debug)]
pub struct Missing<'d> {
    slot: PolicySlot,
    nearest: Option<NearestStatement<'d>>,
}

impl<'d> Missing<'d> {
    /// Returns the kind of policies.
    #[must_use]
    pub const fn slot(&self) -> PolicySlot {
        self.slot
    }

    /// Returns the statement of these policies that comes closest to allowing the request. Returns `None` if no statement
    /// is about the action.
    #[must_use]
    pub const fn nearest(&self) -> Option<&NearestStatement<'d>> {
        self.nearest.as_ref()
    }
}

/// Displays as `no identity-based policy allows it`, with the nearest statement.
impl fmt::Display for Missing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let term = self.slot.term();
        match self.slot {
            PolicySlot::ServiceControl { level } => write!(f, "no {term} on level {level} allows it")?,
            PolicySlot::Boundary => write!(f, "the {term} does not allow it")?,
            _ => write!(f, "no {term} allows it")?,
        }
        self.nearest.as_ref().map_or(Ok(()), |nearest| write!(f, ": {nearest}"))
    }
}

impl<'d> Decision<'d> {
    /// Returns the policies that would have to allow a request that is implicitly denied, each with the statement that
    /// comes closest.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing<'d>> {
        missing(self)
    }
}

fn missing<'d>(decision: &Decision<'d>) -> Vec<Missing<'d>> {
    let Basis::Policies { position, inputs } = decision.basis else { return Vec::new() };
    if decision.outcome() != Outcome::ImplicitlyDenied {
        return Vec::new();
    }
    let case = Case::new(decision.policies.attached(), decision.request, position);
    let steps = Cell::new(0);
    let view = View::for_case(&case, &steps);
    let slots = missing_inputs(&inputs, &case).into_iter().flat_map(|input| slots(decision, input, &case, &view));
    let missing = slots.map(|slot| Missing { slot, nearest: nearest::nearest(decision, &case, slot, &view) });
    missing.collect()
}

/// Returns the fewest inputs that would have to allow the request. Returns nothing if no policy can allow it.
fn missing_inputs(inputs: &Inputs, case: &Case<'_>) -> Vec<Input> {
    let absent: Vec<Input> = Input::ALL.into_iter().filter(|input| inputs.get(*input) != Truth::Yes).collect();
    let sets = (1..1_u32 << absent.len()).map(|set| {
        let is_in = |(at, input): (usize, &Input)| (set >> at & 1 == 1).then_some(*input);
        absent.iter().enumerate().filter_map(is_in).collect::<Vec<_>>()
    });
    let allows = |set: &Vec<Input>| {
        let mut allowed = *inputs;
        for input in set {
            allowed.set(*input, Truth::Yes);
        }
        allowed.allowed(case) == Truth::Yes
    };
    sets.filter(allows).min_by_key(Vec::len).unwrap_or_default()
}

/// Returns the policies of an input. For service control policies, these are the levels that do not allow the request.
fn slots(decision: &Decision<'_>, input: Input, case: &Case<'_>, view: &View<'_>) -> Vec<PolicySlot> {
    let slot = match input {
        Input::Identity => PolicySlot::Identity,
        Input::Boundary => PolicySlot::Boundary,
        Input::Session => PolicySlot::Session,
        Input::Endpoint => PolicySlot::Endpoint,
        Input::Direct | Input::Origin | Input::Account => PolicySlot::Resource,
        Input::ServiceControl => {
            let levels = 0..case.attached.service_control_levels;
            let levels = levels.map(|level| PolicySlot::ServiceControl { level });
            return levels.filter(|slot| !allows(decision, *slot, case, view)).collect();
        }
    };
    Vec::from([slot])
}

/// Returns true if a statement in a slot allows the request.
fn allows(decision: &Decision<'_>, slot: PolicySlot, case: &Case<'_>, view: &View<'_>) -> bool {
    let action = decision.request.action();
    decision.policies.statements().any(|(label, statement)| {
        label.slot == slot
            && statement.effect == Effect::Allow
            && statement.actions.contain(action)
            && !statement.resources.is_absent()
            && statement.holds(case.resource, slot.completes_arns(), view) == Truth::Yes
    })
}
