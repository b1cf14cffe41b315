//! Tests the files of retired names and first months: the repository's files, and that reading and writing are inverse.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

use catalog_core::NameKind;
use proptest::prelude::{Strategy, prop, proptest};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use xtask::facts::first_listed::FirstListing;
use xtask::facts::{FactFile, FactSource, FirstListed, History, ListedName, PageNames, Retired, retired};
use xtask::history::{first_listed_text, retired_text};
use xtask::model::{Edition, Service};
use xtask::progress::Progress;
use xtask::source::FileId;
use xtask::{pipeline, read};

/// The last month of the data in `CATALOG_FACTS`.
const LAST: Option<Edition> = Edition::new(2026, 10);

fn read_texts(retired: &str, first_listed: &str) -> History {
    let mut found = Vec::new();
    let source = |text| FactSource { file: FileId::default(), text, is_own: true };
    let history = History::read(source(retired), source(first_listed), &mut found);
    assert_eq!(found, []);
    history
}

fn repository() -> History {
    read_texts(retired::REPOSITORY, FactFile::FirstListed.repository())
}

/// Returns the services of the repository's pages.
fn services() -> Vec<Service> {
    let docs_src = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src");
    let mut found = Vec::new();
    let folder = read::folder(&docs_src, "docs-src", &mut found);
    let services = pipeline::services(&folder, Progress::Hidden, &mut found);
    services.into_iter().map(|lowered| lowered.service).collect()
}

#[test]
fn the_files_of_the_repository_are_as_they_would_be_written() {
    let History { retired, first_listed } = repository();
    assert_eq!(retired_text(&retired), retired::REPOSITORY);
    assert_eq!(first_listed_text(&first_listed), FactFile::FirstListed.repository());
}

/// Returns a field of a file in `CATALOG_FACTS`. Its months end with October 2026, and regenerating adds later months.
fn given(file: &str, field: &str) -> Option<Value> {
    let Some(directory) = std::env::var_os("CATALOG_FACTS") else {
        eprintln!("skipped: CATALOG_FACTS, the directory of {file}, is not set");
        return None;
    };
    let text = std::fs::read_to_string(Path::new(&directory).join(file)).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    Some(value.get(field).unwrap().clone())
}

#[test]
fn the_retired_names_are_those_given() {
    let retired = repository().retired;
    let services = services();
    let pages = PageNames::new(&services);
    let is_recorded = |recorded: Edition, month: &str| recorded.to_string() == month || Some(recorded) > LAST;
    let mut whole: BTreeMap<String, String> = BTreeMap::new();
    for (field, kind, count) in [
        ("actions", NameKind::Action, 361),
        ("resource_types", NameKind::ResourceType, 56),
        ("condition_keys", NameKind::ConditionKey, 47),
    ] {
        let Some(given) = given("retired.json", field) else { return };
        let given = given.as_object().unwrap();
        assert_eq!(given.len(), count);
        for (text, month) in given {
            let (name, month) = (ListedName::parse(kind, text).unwrap(), month.as_str().unwrap());
            // Three of these keys are not retired, because pages define them in a different case.
            if let Some((_, recorded)) = retired.names.get(&name.folded()) {
                assert!(is_recorded(*recorded, month), "{text}");
            } else {
                assert!(pages.has(&name), "{text}");
            }
            if !pages.has_service(&name.service) {
                whole
                    .entry(name.service)
                    .and_modify(|last| *last = month.max(last).to_owned())
                    .or_insert(month.to_owned());
            }
        }
    }
    assert!(whole.len() >= 12);
    for (prefix, month) in whole {
        assert!(is_recorded(retired.services[&prefix], &month), "{prefix}");
    }
}

#[test]
fn the_first_months_are_those_given() {
    let Some(given) = given("first-listed.json", "actions") else { return };
    let actions = repository().first_listed.actions;
    let mut count = 0;
    for (month, names) in given.as_object().unwrap() {
        for name in names.as_array().unwrap() {
            let name = name.as_str().unwrap();
            assert_eq!(actions[&name.to_ascii_lowercase()].month.to_string(), *month, "{name}");
            count += 1;
        }
    }
    assert_eq!(count, 5330);
    assert_eq!(actions.values().filter(|action| Some(action.month) <= LAST).count(), count);
}

/// Checks that no name is both listed and retired, and that each first month belongs to a listed or retired action.
#[test]
fn the_files_of_the_repository_agree_with_its_pages() {
    let History { retired, first_listed } = repository();
    let services = services();
    let pages = PageNames::new(&services);
    assert_eq!(retired.without(&pages), retired);
    let actions: BTreeSet<&str> = first_listed.actions.values().map(|action| action.name.as_str()).collect();
    assert!(actions.iter().all(|name| pages.has_action(name) || retired.has_action(name)));
}

fn month() -> impl Strategy<Value = Edition> {
    (2000..=2099_u16, 1..=12_u8).prop_map(|(year, month)| Edition::new(year, month).unwrap())
}

fn name() -> impl Strategy<Value = ListedName> {
    let name = |kind| match kind {
        NameKind::ConditionKey => r"[a-z]{1,3}:[A-Za-z]{1,5}(/\$\{TagKey\}|/<key>)?",
        NameKind::ResourceType => "[A-Za-z]{1,5}([ /-][a-z]{1,3})?",
        _ => "[A-Za-z0-9]{1,9}(-[A-Za-z]{1,3})?",
    };
    let kinds = NameKind::ALL.map(|kind| {
        ("[a-z][a-z0-9]{0,3}", name(kind)).prop_map(move |(service, name)| ListedName { kind, service, name }).boxed()
    });
    prop::strategy::Union::new(kinds)
}

proptest! {
    /// Checks that written files are read back unchanged, and that writing them again gives the same bytes.
    #[test]
    fn reading_and_writing_are_inverse(
        names in prop::collection::vec((name(), month()), 0..20),
        services in prop::collection::btree_map("[a-z]{1,4}", month(), 0..4),
    ) {
        let known_since = Edition::new(1999, 12);
        let source = Some("https://example.com/".to_owned());
        let listings = names.iter().filter(|(name, _)| name.kind == NameKind::Action).map(|(name, month)| {
            let name = name.to_string();
            (name.to_ascii_lowercase(), FirstListing { name, month: *month, span: None })
        });
        let first_listed = FirstListed {
            source: source.clone(), known_since, actions: listings.collect(), is_own: true, ..FirstListed::default()
        };
        let names = names.into_iter().map(|(name, month)| (name.folded(), (name, month))).collect();
        let retired = Retired { source, services, names, is_own: true };
        let texts = [retired_text(&retired), first_listed_text(&first_listed)];
        let mut history = read_texts(&texts[0], &texts[1]);
        assert_eq!([retired_text(&history.retired), first_listed_text(&history.first_listed)], texts);
        assert_eq!(history.retired, retired);
        history.first_listed.actions.values_mut().for_each(|listing| listing.span = None);
        assert_eq!(history.first_listed, first_listed);
    }
}
