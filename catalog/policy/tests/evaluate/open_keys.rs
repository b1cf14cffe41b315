//! Checks the open keys of decisions against the decisions with all values of these keys.
//!
//! The expected keys follow from decisions without open keys. So the test is independent of the rule by which the
//! evaluators find the keys, which the two could have in common.

use std::collections::BTreeSet;

use crate::{
    first,
    naive::{Verdict, decide},
    parse,
    random::{OpenScenario, open_scenario, scenario},
};

/// The number of scenarios in which each statement has its own key.
const SCENARIOS: u64 = 2_000;

/// The minimum number of those whose decision depends on open keys.
const DEPENDENT: usize = 500;

/// The number of scenarios with all operators, and the number of contexts that are tried for each of them.
const CLOSED: (u64, u64) = (5_000, 3);

/// Returns the decisions with each combination of the values of the keys.
fn stated(scenario: &OpenScenario) -> Vec<Verdict> {
    (0..1 << scenario.keys.len()).map(|values| decide(&parse(&scenario.stated(values)))).collect()
}

/// Returns the keys that change whether the request is allowed, for some values of the other keys.
fn deciding(scenario: &OpenScenario, stated: &[Verdict]) -> BTreeSet<String> {
    let is_allowed = |values: usize| stated[values] == Verdict::Allowed;
    let decides = |bit: usize| (0..stated.len()).any(|values| is_allowed(values) != is_allowed(values ^ (1 << bit)));
    scenario.keys.iter().enumerate().filter(|(bit, _)| decides(*bit)).map(|(_, key)| key.clone()).collect()
}

/// Returns true if a decision with open keys fits the decisions with all of their values.
fn fits(open: &Verdict, stated: &[Verdict], deciding: &BTreeSet<String>) -> bool {
    match open {
        Verdict::Depends(keys) => !keys.is_empty() && keys == deciding,
        Verdict::Allowed | Verdict::ExplicitlyDenied => stated.iter().all(|verdict| verdict == open),
        Verdict::ImplicitlyDenied => !stated.contains(&Verdict::Allowed),
    }
}

#[test]
fn a_decision_depends_on_the_open_keys_that_change_it() {
    let mut dependent = 0;
    let mut wrong = Vec::new();
    for seed in 0..SCENARIOS {
        let scenario = open_scenario(seed);
        let stated = stated(&scenario);
        let deciding = deciding(&scenario, &stated);
        dependent += usize::from(!deciding.is_empty());
        let text = scenario.open();
        let tree = parse(&text);
        let first = first::read(&text, &tree);
        for open in first.iter().flat_map(first::decide).chain([decide(&tree)]) {
            if !fits(&open, &stated, &deciding) {
                wrong.push(format!("seed {seed}: {open:?}, but {deciding:?} decide: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {SCENARIOS}: {}", wrong.len(), wrong[..wrong.len().min(5)].join("\n\n"));
    assert!(dependent >= DEPENDENT, "{dependent}");
}

/// Returns true if a decision stays what it is when some of the open keys have values.
fn holds(open: &Verdict, closed: &Verdict) -> bool {
    match open {
        Verdict::Depends(_) => true,
        Verdict::ImplicitlyDenied => matches!(closed, Verdict::ImplicitlyDenied | Verdict::ExplicitlyDenied),
        Verdict::Allowed | Verdict::ExplicitlyDenied => closed == open,
    }
}

#[test]
fn a_decision_holds_for_each_value_of_the_open_keys() {
    let (scenarios, contexts) = CLOSED;
    let mut dependent = 0;
    for seed in 0..scenarios {
        let scenario = scenario(seed);
        let text = scenario.json();
        let open = decide(&parse(&text));
        for context in seed * contexts..(seed + 1) * contexts {
            let all = scenario.closed(context, |_| true).json();
            let verdict = decide(&parse(&all));
            assert!(holds(&open, &verdict), "seed {seed}: {open:?}: {text}\n{verdict:?}: {all}");
            let Verdict::Depends(keys) = &open else { continue };
            let named = scenario.closed(context, |key| keys.contains(key)).json();
            let verdict = decide(&parse(&named));
            let is_decided = !matches!(&verdict, Verdict::Depends(rest) if !rest.contains("aws:userid"));
            assert!(is_decided, "seed {seed}: {open:?}: {text}\n{verdict:?}: {named}");
            dependent += 1;
        }
    }
    assert!(dependent >= scenarios / 50, "{dependent}");
}
