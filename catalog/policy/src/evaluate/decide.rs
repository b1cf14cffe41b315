//! The decision about a request: one for each resource, of which the most restrictive one counts.

use core::cell::Cell;

use super::{
    case::{Case, needs_no_permission},
    decision::{Basis, Decision, Outcome},
    gather::Gather,
    inputs::Inputs,
    policies::Policies,
    request::UntypedRequest,
    truth::Truth,
    view::View,
};

impl Policies {
    /// Decides whether AWS allows a request.
    ///
    /// The work is proportional to the size of the policies and of the request. For many decisions,
    /// [compile](Self::compile) the policies.
    #[must_use]
    pub fn decide<'d>(&'d self, request: &'d impl AsRef<UntypedRequest>) -> Decision<'d> {
        let request = request.as_ref();
        decide(self, request, |gather| {
            for (label, statement) in self.statements().filter(|(_, one)| one.actions.contain(request.action())) {
                gather.add(label, statement);
            }
        })
    }
}

/// Decides about a request. `gather` passes on the statements that apply to the action.
pub(super) fn decide<'d>(
    policies: &'d Policies,
    request: &'d UntypedRequest,
    gather: impl Fn(&mut Gather<'_, '_>),
) -> Decision<'d> {
    if needs_no_permission(request) {
        return Decision::new(Outcome::Allowed, policies, request, Basis::NoPermissionNeeded, 0);
    }
    let steps = Cell::new(0);
    let mut strictest = None;
    for position in 0..request.resource_count() {
        let case = Case::new(policies.attached(), request, position);
        let view = View::for_case(&case, &steps);
        let mut gathered = Gather::new(&case, &view);
        gather(&mut gathered);
        let inputs = gathered.finish();
        let outcome = outcome(&inputs, &case);
        if strictest.is_none_or(|(earlier, _, _)| outcome > earlier) {
            strictest = Some((outcome, position, inputs));
        }
    }
    let (outcome, position, inputs) = strictest.unwrap_or((Outcome::ImplicitlyDenied, 0, Inputs::default()));
    Decision::new(outcome, policies, request, Basis::Policies { position, inputs }, steps.get())
}

/// Returns the decision for one resource. An explicit deny wins. A request that no policy allows is denied, so unknown denies
/// do not count.
fn outcome(inputs: &Inputs, case: &Case<'_>) -> Outcome {
    match (inputs.deny, inputs.allowed(case)) {
        (Truth::Yes, _) => Outcome::ExplicitlyDenied,
        (_, Truth::No) => Outcome::ImplicitlyDenied,
        (Truth::No, Truth::Yes) => Outcome::Allowed,
        _ => Outcome::Depends,
    }
}
