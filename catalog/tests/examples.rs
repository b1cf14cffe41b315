//! Runs every example. Each example panics if an assertion in it fails.

#[path = "../examples/action_sets.rs"]
mod action_sets;
#[cfg(feature = "arn")]
#[path = "../examples/arns.rs"]
mod arns;
#[cfg(feature = "policy-macros")]
#[path = "../examples/checked_policy.rs"]
mod checked_policy;
#[cfg(feature = "policy")]
#[path = "../examples/evaluate.rs"]
mod evaluate;
#[path = "../examples/names.rs"]
mod names;
#[cfg(feature = "policy")]
#[path = "../examples/policies.rs"]
mod policies;
#[cfg(feature = "serde")]
#[path = "../examples/serde_names.rs"]
mod serde_names;

use std::{collections::BTreeSet, fs};

#[test]
fn names_are_checked_and_queried() {
    names::main().unwrap();
}

#[test]
fn sets_of_actions_are_shrunk() {
    action_sets::main().unwrap();
}

#[cfg(feature = "arn")]
#[test]
fn arns_are_taken_apart() {
    arns::main();
}

#[cfg(feature = "serde")]
#[test]
fn names_are_read_and_written_as_strings() {
    serde_names::main().unwrap();
}

#[cfg(feature = "policy-macros")]
#[test]
fn a_policy_is_checked_at_compile_time() {
    checked_policy::main();
}

#[cfg(feature = "policy")]
#[test]
fn a_policy_is_built_and_checked() {
    policies::main().unwrap();
}

#[cfg(feature = "policy")]
#[test]
fn requests_are_decided() {
    evaluate::main().unwrap();
}

/// Checks that the list above contains every example, because an example that is missing would not run.
#[test]
fn no_example_is_left_out() {
    let here = include_str!("examples.rs");
    let entries = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples")).unwrap();
    let names: BTreeSet<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(!names.is_empty());
    for name in names {
        assert!(here.contains(&format!("\"../examples/{name}\"")), "{name}");
        assert!(here.contains(&format!("    {}::main()", name.trim_end_matches(".rs"))), "{name}");
    }
}
