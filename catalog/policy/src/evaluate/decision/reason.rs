//! The statements and the open keys that decided.

use alloc::{collections::BTreeSet, string::String, vec::Vec};
use core::cell::Cell;

use super::{
    outcome::Outcome,
    record::{Basis, Decision},
    statement_reference::StatementReference,
};
use crate::{
    evaluate::{
        case::Case,
        gather,
        inputs::{Input, Inputs},
        key::Key,
        principal::RequestPrincipalKind as Kind,
        slot::{PolicyLabel, PolicySlot},
        statement::Statement,
        truth::Truth,
        view::View,
    },
    grammar::Effect,
};

impl<'d> Decision<'d> {
    /// Returns the statements that decided: those that deny the request, those that grant it, or those whose conditions
    /// are open. A request that is implicitly denied has none.
    #[must_use]
    pub fn by(&self) -> Vec<StatementReference<'d>> {
        by(self)
    }

    /// Returns the open condition keys on which the decision depends, in lower case.
    #[must_use]
    pub fn open_keys(&self) -> BTreeSet<String> {
        open_keys(self)
    }
}

/// A statement that applies to the principal and the action of a request.
struct Applied<'d> {
    label: PolicyLabel,
    statement: &'d Statement,
    input: Option<Input>,
    truth: Truth,
}

/// Returns the statements that apply to the principal and the action.
fn applied<'d>(decision: &Decision<'d>, case: &Case<'_>, view: &View<'_>) -> Vec<Applied<'d>> {
    let action = decision.request.action();
    let statements = decision.policies.statements().filter(|(_, statement)| statement.actions.contain(action));
    let applied = statements.filter_map(|(label, statement)| {
        let input = gather::input(case, label.slot, statement)?;
        let truth = statement.holds(case.resource, label.slot.completes_arns(), view);
        let counts = statement.effect == Effect::Allow || !case.ignores_deny(label.slot);
        counts.then_some(Applied { label, statement, input, truth })
    });
    applied.collect()
}

fn by<'d>(decision: &Decision<'d>) -> Vec<StatementReference<'d>> {
    let Basis::Policies { position, inputs } = decision.basis else { return Vec::new() };
    let case = Case::new(decision.policies.attached(), decision.request, position);
    let steps = Cell::new(0);
    let view = View::for_case(&case, &steps);
    let all = applied(decision, &case, &view);
    let decides = |one: &&Applied<'_>| match decision.outcome() {
        Outcome::ExplicitlyDenied => one.statement.effect == Effect::Deny && one.truth == Truth::Yes,
        Outcome::Allowed => {
            let grants = one.input.is_some_and(|input| grants(input, &inputs, &case));
            one.statement.effect == Effect::Allow && one.truth == Truth::Yes && grants
        }
        Outcome::Depends => one.truth == Truth::Maybe && matters(one, &inputs, &case),
        Outcome::ImplicitlyDenied => false,
    };
    all.iter().filter(decides).map(|one| StatementReference::new(decision.policies, one.label, one.statement)).collect()
}

/// Returns true if an input grants a request that is allowed, and does not only limit others.
fn grants(input: Input, inputs: &Inputs, case: &Case<'_>) -> bool {
    let needs_both = !case.is_same_account || case.needs_resource_policy;
    let is_yes = |input| inputs.get(input) == Truth::Yes;
    let is_unlimited = is_yes(Input::Boundary) && is_yes(Input::Session);
    match input {
        Input::Identity | Input::Origin => is_unlimited,
        Input::Direct => case.kind() != Kind::RootUser || needs_both,
        Input::Account => needs_both,
        Input::Boundary | Input::Session | Input::Endpoint | Input::ServiceControl => false,
    }
}

/// Returns true if the decision depends on a statement whose truth is not known.
fn matters(one: &Applied<'_>, inputs: &Inputs, case: &Case<'_>) -> bool {
    match (one.statement.effect, one.input) {
        (Effect::Deny, _) => true,
        (Effect::Allow, Some(input)) => inputs.get(input) == Truth::Maybe && inputs.depends_on(input, case),
        (Effect::Allow, None) => false,
    }
}

fn open_keys(decision: &Decision<'_>) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    if decision.outcome() != Outcome::Depends {
        return keys;
    }
    let steps = Cell::new(0);
    for position in 0..decision.request.resource_count() {
        let case = Case::new(decision.policies.attached(), decision.request, position);
        let view = View::for_case(&case, &steps);
        let all = applied(decision, &case, &view);
        let inputs = inputs(&case, &all);
        for one in all.iter().filter(|one| one.truth == Truth::Maybe && matters(one, &inputs, &case)) {
            if let PolicySlot::ServiceControl { level } = one.label.slot
                && one.statement.effect == Effect::Allow
                && level_truth(&all, level) != Truth::Maybe
            {
                continue;
            }
            add_keys(one, &case, &view, &mut keys);
        }
    }
    keys
}

/// Returns the inputs of the decision about the resource of a case.
fn inputs(case: &Case<'_>, all: &[Applied<'_>]) -> Inputs {
    let steps = Cell::new(0);
    let view = View::for_case(case, &steps);
    let mut gathered = gather::Gather::new(case, &view);
    for one in all {
        gathered.add(one.label, one.statement);
    }
    gathered.finish()
}

/// Returns true if a level of service control policies allows the request.
fn level_truth(all: &[Applied<'_>], level: usize) -> Truth {
    let is_of_level = |one: &&Applied<'_>| {
        one.label.slot == PolicySlot::ServiceControl { level } && one.statement.effect == Effect::Allow
    };
    all.iter().filter(is_of_level).map(|one| one.truth).max().unwrap_or_default()
}

/// Adds the open keys of the conditions and variables of a statement that are not known to be true or false.
fn add_keys(one: &Applied<'_>, case: &Case<'_>, view: &View<'_>, keys: &mut BTreeSet<String>) {
    let mut add = |key: &Key| {
        if view.is_open(key) {
            keys.insert(key.name.to_ascii_lowercase());
        }
    };
    let completes_arns = one.label.slot.completes_arns();
    one.statement.resources.deciding_variables(case.resource, completes_arns, view).for_each(&mut add);
    for comparison in one.statement.comparisons.iter().filter(|comparison| comparison.holds(view) == Truth::Maybe) {
        add(&comparison.key);
        comparison.deciding_variables(view).into_iter().for_each(&mut add);
    }
}
