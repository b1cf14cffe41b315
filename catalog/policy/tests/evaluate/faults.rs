//! Checks that the random scenarios expose each deliberate fault of the naive evaluator.

use std::collections::BTreeMap;

use crate::{
    naive::{Fault, decide, decide_with},
    parse,
    random::scenario,
};

/// The number of scenarios in which each fault must be exposed. A run of the agreement test has as many.
const SCENARIOS: u64 = 20_000;

#[test]
fn random_scenarios_expose_each_fault() {
    let mut hidden: Vec<Fault> = Fault::ALL.to_vec();
    let mut exposed = BTreeMap::new();
    for seed in 0..SCENARIOS {
        if hidden.is_empty() {
            break;
        }
        let text = scenario(seed).json();
        let tree = parse(&text);
        let right = decide(&tree);
        hidden.retain(|fault| {
            let is_hidden = decide_with(&tree, Some(*fault)) == right;
            if !is_hidden {
                exposed.insert(format!("{fault:?}"), seed);
            }
            is_hidden
        });
    }
    println!("each fault, and the first scenario that exposes it: {exposed:?}");
    assert!(hidden.is_empty(), "not exposed: {hidden:?}");
}
