//! Compares the month in which AWS's reference first listed each action with `docs-src/facts/first_listed.toml`.

#![expect(clippy::panic, reason = "tests may panic")]

#[path = "support/months.rs"]
mod months;

use std::collections::BTreeMap;

use catalog::{AnyAction, Edition, access_analyzer, s3};

#[test]
fn every_action_has_the_month_of_the_file_or_is_older() {
    let entries = months::read("facts/first_listed.toml").into_iter();
    let actions = entries.filter(|entry| entry.list == "actions").map(|entry| (entry.name, entry.month));
    let mut listed: BTreeMap<_, _> = actions.collect();
    for action in catalog::actions() {
        assert_eq!(action.listed_since(), listed.remove(&action.to_string()), "{action}");
        assert!(action.listed_since().is_none_or(|month| month > AnyAction::KNOWN_SINCE), "{action}");
    }
    // A retired action keeps its month, in case AWS lists it again.
    let retired = months::read("retired.toml").into_iter().filter(|entry| entry.list == "actions");
    for entry in retired {
        listed.remove(&entry.name);
    }
    assert!(listed.is_empty(), "neither in the catalog nor retired: {listed:?}");
}

#[test]
fn a_typed_action_has_the_month_by_its_handle() {
    assert_eq!(access_analyzer::Action::UpdateAnalyzer.any().listed_since(), Edition::new(2024, 11));
    assert_eq!(s3::Action::PutObject.any().listed_since(), None);
}
