//! The decisions of `catalog_policy::evaluate`, in the form of the naive evaluator's.

use catalog_policy::{
    evaluate::{Decision, Outcome, Scenario, read_scenarios},
    json::Value,
};

use crate::naive::Verdict;

/// Reads the scenarios of a file.
pub(crate) fn read<'t>(text: &'t str, tree: &'t Value<'t>) -> Vec<Scenario<'t>> {
    read_scenarios(text, tree, |path| Err(format!("{path}: the scenarios of the tests contain their policies")))
        .unwrap_or_else(|errors| panic!("{errors:?} in {text}"))
}

/// Decides a scenario, with its policies and with their compiled form.
pub(crate) fn decide(scenario: &Scenario<'_>) -> [Verdict; 2] {
    let compiled = scenario.policies.clone().compile();
    [verdict(&scenario.decide()), verdict(&compiled.decide(&scenario.request))]
}

fn verdict(decision: &Decision<'_>) -> Verdict {
    match decision.outcome() {
        Outcome::Allowed => Verdict::Allowed,
        Outcome::ExplicitlyDenied => Verdict::ExplicitlyDenied,
        Outcome::ImplicitlyDenied => Verdict::ImplicitlyDenied,
        Outcome::Depends => Verdict::Depends(decision.open_keys().into_iter().collect()),
    }
}
