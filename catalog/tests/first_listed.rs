//! The month in which AWS's reference first listed each action, against `docs-src/facts/first_listed.toml`.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test may stop at the first thing that is wrong")]

#[path = "support/months.rs"]
mod months;

use std::collections::BTreeMap;

use catalog::{AnyAction, access_analyzer, s3};

#[test]
fn every_action_has_the_month_of_the_file_or_is_older() {
    let listed = months::read("facts/first_listed.toml").into_iter().map(|entry| (entry.name, entry.month));
    let mut listed: BTreeMap<_, _> = listed.collect();
    for action in catalog::actions() {
        assert_eq!(action.listed_since(), listed.remove(&action.to_string()), "{action}");
        assert!(action.listed_since().is_none_or(|month| month > AnyAction::KNOWN_SINCE), "{action}");
    }
    assert!(listed.is_empty(), "not in the catalog: {listed:?}");
}

#[test]
fn a_typed_action_has_the_month_by_its_handle() {
    let month = access_analyzer::Action::UpdateAnalyzer.any().listed_since().unwrap();
    assert_eq!((month.year(), month.month()), (2024, 11));
    assert_eq!(s3::Action::PutObject.any().listed_since(), None);
}
