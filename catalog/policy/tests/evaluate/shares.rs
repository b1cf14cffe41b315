//! Checks that the random scenarios have all outcomes, and that each kind of policy decides some of them.

use std::collections::BTreeMap;

use crate::{
    naive::{Verdict, decide},
    parse,
    random::scenario,
};

/// The number of scenarios.
const SCENARIOS: usize = 3_000;

/// The members of `policies` of a scenario.
const KINDS: &[&str] =
    &["identity", "boundary", "session", "resource", "endpoint", "service_control", "resource_control"];

#[test]
fn each_outcome_and_each_kind_of_policy_has_its_share() {
    let mut outcomes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut decided: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..SCENARIOS {
        let scenario = scenario(seed as u64);
        let verdict = decide(&parse(&scenario.json()));
        let outcome = match verdict {
            Verdict::Allowed => "allowed",
            Verdict::ExplicitlyDenied => "explicitly denied",
            Verdict::ImplicitlyDenied => "implicitly denied",
            Verdict::Depends(_) => "depends",
        };
        *outcomes.entry(outcome).or_default() += 1;
        for kind in KINDS {
            if decide(&parse(&scenario.without(kind).json())) != verdict {
                *decided.entry(kind).or_default() += 1;
            }
        }
    }
    println!("of {SCENARIOS} scenarios: {outcomes:?}, decided by {decided:?}");
    for outcome in ["allowed", "explicitly denied", "implicitly denied"] {
        assert!(outcomes.get(outcome).is_some_and(|count| count * 10 >= SCENARIOS), "{outcome}: {outcomes:?}");
    }
    for kind in KINDS {
        assert!(decided.get(kind).is_some_and(|count| count * 100 >= SCENARIOS), "{kind}: {decided:?}");
    }
}
