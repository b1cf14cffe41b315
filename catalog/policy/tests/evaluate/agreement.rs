//! Checks that both evaluators agree about random scenarios, with the open keys that a decision depends on.
//!
//! `CATALOG_SCENARIOS` sets the number of scenarios, and `CATALOG_SEED` the seed of the first one.

use std::env;

use crate::{first, naive::decide, parse, random::scenario};

/// The number of scenarios without `CATALOG_SCENARIOS`.
const SCENARIOS: u64 = 20_000;

/// The number of disagreements after which the test stops.
const LIMIT: usize = 10;

fn number(variable: &str, default: u64) -> u64 {
    env::var(variable).map_or(default, |number| number.parse().expect("a number"))
}

#[test]
fn both_evaluators_agree_about_random_scenarios() {
    let start = number("CATALOG_SEED", 0);
    let mut disagreements = Vec::new();
    for seed in start..start + number("CATALOG_SCENARIOS", SCENARIOS) {
        let text = scenario(seed).json();
        let tree = parse(&text);
        let naive = decide(&tree);
        for scenario in first::read(&text, &tree) {
            let [plain, compiled] = first::decide(&scenario);
            if plain != naive || compiled != naive {
                disagreements
                    .push(format!("seed {seed}: {text}\nnaive: {naive:?}\nfirst: {plain:?}\ncompiled: {compiled:?}"));
            }
        }
        if disagreements.len() >= LIMIT {
            break;
        }
    }
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n\n"));
}
