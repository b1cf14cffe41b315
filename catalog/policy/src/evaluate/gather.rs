//! Gathers the inputs of a decision about one resource from the statements of all policies.

use super::{
    case::Case,
    inputs::{Input, Inputs},
    principals::Grant,
    slot::{PolicyLabel, PolicySlot},
    statement::Statement,
    truth::Truth,
    view::View,
};
use crate::{evaluate::principal::RequestPrincipalKind as Kind, grammar::Effect};

/// Gathers statements one after another. The statements of a level of service control policies must be in a row, and the
/// levels in order.
pub(super) struct Gather<'c, 'r> {
    case: &'c Case<'r>,
    view: &'c View<'r>,
    inputs: Inputs,
    /// Whether all earlier levels of service control policies allow the request.
    earlier_levels: Truth,
    /// The level of service control policies that is being read.
    level: usize,
    /// Whether this level allows the request.
    this_level: Truth,
}

impl<'c, 'r> Gather<'c, 'r> {
    pub(super) fn new(case: &'c Case<'r>, view: &'c View<'r>) -> Self {
        Self { case, view, inputs: Inputs::default(), earlier_levels: Truth::Yes, level: 0, this_level: Truth::No }
    }

    /// Adds a statement that applies to the action of the request.
    pub(super) fn add(&mut self, label: PolicyLabel, statement: &Statement) {
        let Some(input) = input(self.case, label.slot, statement) else { return };
        let truth = statement.holds(self.case.resource, label.slot.completes_arns(), self.view);
        match (statement.effect, label.slot) {
            (Effect::Deny, slot) if self.case.ignores_deny(slot) => {}
            (Effect::Deny, _) => self.inputs.deny = self.inputs.deny.or(truth),
            (Effect::Allow, PolicySlot::ServiceControl { level }) => {
                self.advance(level);
                self.this_level = self.this_level.or(truth);
            }
            (Effect::Allow, _) => {
                if let Some(input) = input {
                    self.inputs.add(input, truth);
                }
            }
        }
    }

    /// Ends the levels before a level. A level without a statement that allows the request denies it.
    fn advance(&mut self, level: usize) {
        while self.level < level {
            self.earlier_levels = self.earlier_levels.and(self.this_level);
            self.this_level = Truth::No;
            self.level += 1;
        }
    }

    /// Returns the inputs. Policies of a kind that is not attached do not limit the request.
    pub(super) fn finish(mut self) -> Inputs {
        let attached = self.case.attached;
        let levels = attached.service_control_levels;
        let binds = self.case.applies(PolicySlot::ServiceControl { level: 0 });
        self.advance(levels);
        let service_control = if binds && levels > 0 { self.earlier_levels } else { Truth::Yes };
        self.inputs.set(Input::ServiceControl, service_control);
        let is_federated = self.case.kind() == Kind::FederatedUser;
        for (input, limits) in [
            (Input::Boundary, attached.boundary && self.case.applies(PolicySlot::Boundary)),
            // A federated session without a session policy gets nothing from the policies of its IAM user.
            (Input::Session, (attached.session || is_federated) && self.case.applies(PolicySlot::Session)),
            (Input::Endpoint, attached.endpoint),
        ] {
            if !limits {
                self.inputs.set(input, Truth::Yes);
            }
        }
        self.inputs
    }
}

/// Returns the input to which a statement belongs, or `None` if the statement does not apply to the principal. The inner
/// value is `None` for a statement that cannot allow anything.
#[expect(clippy::option_option, reason = "a statement that does not apply differs from one that only denies")]
pub(super) fn input(case: &Case<'_>, slot: PolicySlot, statement: &Statement) -> Option<Option<Input>> {
    if !case.applies(slot) {
        return None;
    }
    let grant = || statement.principals.grant(statement.effect, case.request.principal(), case.attached.boundary);
    let needs_resource = || statement.resources.is_absent();
    Some(match slot {
        // A statement of an identity names no principal.
        PolicySlot::Identity if !needs_resource() => Some(Input::Identity),
        PolicySlot::Boundary if !needs_resource() => Some(Input::Boundary),
        PolicySlot::Session if !needs_resource() => Some(Input::Session),
        PolicySlot::ServiceControl { .. } if !needs_resource() => Some(Input::ServiceControl),
        PolicySlot::Resource => Some(match grant()? {
            Grant::Direct => Input::Direct,
            Grant::Origin => Input::Origin,
            Grant::Account => Input::Account,
        }),
        // A statement without `Principal` in an endpoint policy applies to everyone.
        PolicySlot::Endpoint if !needs_resource() => {
            if !statement.principals.is_absent() {
                grant()?;
            }
            Some(Input::Endpoint)
        }
        // AWS attaches `RCPFullAWSAccess` everywhere, so that only denies count.
        PolicySlot::ResourceControl { .. } if !needs_resource() => {
            if !statement.principals.is_absent() {
                grant()?;
            }
            None
        }
        _ => return None,
    })
}
