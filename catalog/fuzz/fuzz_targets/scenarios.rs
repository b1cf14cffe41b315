//! Reads arbitrary bytes as scenarios, decides them with and without compiling, and displays the reasons.
#![no_main]

use catalog_policy::{evaluate::read_scenarios, json};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (Ok(text), Ok(tree)) = (str::from_utf8(bytes), json::parse(bytes)) else { return };
    let Ok(scenarios) = read_scenarios(text, &tree, |_| Err("no files".into())) else { return };
    for scenario in scenarios {
        let decision = scenario.decide();
        let compiled = scenario.policies.clone().compile();
        assert_eq!(compiled.decide(&scenario.request).outcome(), decision.outcome());
        assert!(!decision.to_string().is_empty());
        for statement in decision.by() {
            assert!(statement.position().is_some());
        }
    }
});
