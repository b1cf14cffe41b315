//! Tests pages of an older month among newer pages: which of them cause a question.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic at the first error")]

use catalog_core::NameKind;
use std::collections::BTreeMap;
use xtask::change_check::older_pages::OlderPages;
use xtask::check::Identifiers;
use xtask::facts::first_listed::FirstListing;
use xtask::facts::{History, ListedName};
use xtask::model::{Action, ConditionKey, Edition, Page, Service};
use xtask::previous::{Previous, PreviousService};
use xtask::read::Folder;

fn month(month: u8) -> Edition {
    Edition::new(2026, month).unwrap()
}

/// Returns a service of October with actions and a condition key.
fn service(prefix: &str, actions: &[&str]) -> Service {
    Service {
        prefix: prefix.to_owned(),
        pages: vec![Page { file: format!("list_{prefix}.md"), edition: Some(month(10)) }],
        actions: actions.iter().map(|name| Action { name: (*name).to_owned(), ..Action::default() }).collect(),
        condition_keys: vec![ConditionKey { name: format!("{prefix}:Key"), ..ConditionKey::default() }],
        ..Service::default()
    }
}

/// Returns the history: `Send` has no known first month, `Stamp` is of August, `Track` and `Trace` are of September,
/// and `Burn` is retired.
fn history() -> History {
    let mut history = History::default();
    for (name, first) in [("a:Stamp", 8), ("a:Track", 9), ("a:Trace", 9)] {
        let listing = FirstListing { name: name.to_owned(), month: month(first), span: None };
        history.first_listed.actions.insert(name.to_ascii_lowercase(), listing);
    }
    history.retired.is_own = true;
    for (kind, name) in [(NameKind::Action, "a:Burn"), (NameKind::ConditionKey, "a a:Old")] {
        let name = ListedName::parse(kind, name).unwrap();
        history.retired.names.insert(name.folded(), (name, month(7)));
    }
    history.retired.services.insert("gone".to_owned(), month(6));
    history
}

const BEFORE: [&str; 4] = ["Send", "Stamp", "Track", "Trace"];

/// Returns the options and messages of the questions about services. Before the update, each service except `gone` had
/// the actions of `BEFORE`.
fn asked(services: &[Service], history: &History, losses: &[String]) -> Vec<String> {
    let mut previous = Previous { edition: Some(month(10)), ..Previous::default() };
    for Service { prefix, .. } in services {
        if prefix == "gone" {
            previous.added.insert(prefix.clone());
            continue;
        }
        let before = PreviousService {
            service: service(prefix, &BEFORE),
            identifiers: Identifiers::default(),
            file: format!("{prefix}.rs"),
        };
        previous.services.insert(prefix.clone(), before);
    }
    let folder = Folder::default();
    let pages = OlderPages { folder: &folder, previous: &previous, services, history };
    let questions = pages.questions(losses);
    questions.into_iter().map(|question| format!("{}: {}", question.flag, question.message)).collect()
}

fn asked_about(actions: &[&str]) -> Vec<String> {
    asked(&[service("a", actions)], &history(), &[])
}

#[test]
fn a_page_without_the_newest_actions_is_asked_about() {
    let message = "list_a.md:older-page: the page `list_a.md` looks older than its edition: it lacks `a:Trace`, `a:Track`, \
                   the newest of which AWS's reference first listed in 2026-09";
    assert_eq!(asked_about(&["Send", "Stamp"]), [message]);
    // Names in a different case are not missing.
    assert_eq!(asked_about(&["Send", "Stamp", "track", "trace"]), [""; 0]);
}

#[test]
fn names_that_aws_takes_away_are_not_asked_about() {
    // No consent is needed if the oldest action or one of the two newest actions is removed. The same is true if
    // actions are removed and a new one is added.
    assert_eq!(asked_about(&["Stamp", "Track", "Trace"]), [""; 0]);
    assert_eq!(asked_about(&["Send", "Stamp", "Track"]), [""; 0]);
    assert_eq!(asked_about(&["Send", "Stamp", "Follow"]), [""; 0]);
}

#[test]
fn a_retired_name_that_is_back_is_asked_about() {
    let expected = "list_a.md:older-page: the page `list_a.md` looks older than its edition: it lists `a:BURN`, which AWS's \
                    reference last listed in 2026-07";
    let actions = [&BEFORE[..], &["BURN"]].concat();
    assert_eq!(asked_about(&actions), [expected]);
    assert_eq!(asked_about(&[&actions[..], &["Follow"]].concat()), [""; 0]);

    let mut with_key = service("a", &BEFORE);
    with_key.condition_keys.push(ConditionKey { name: "a:Old".to_owned(), ..ConditionKey::default() });
    assert!(asked(&[with_key.clone()], &history(), &[])[0].contains("it lists `a a:Old`"));
    // The repository's list does not apply to the pages of another directory.
    let mut others = history();
    others.retired.is_own = false;
    assert_eq!(asked(&[with_key], &others, &[]), [""; 0]);
}

#[test]
fn a_retired_service_that_is_back_is_asked_about() {
    let expected = "list_gone.md:older-page: the page `list_gone.md` looks older than its edition: AWS's reference last listed \
                    the service `gone` in 2026-06";
    assert_eq!(asked(&[service("gone", &["Send"])], &history(), &[]), [expected]);
}

#[test]
fn an_older_edition_and_a_loss_are_asked_about_elsewhere() {
    let mut older = service("a", &["Send", "Stamp"]);
    assert_eq!(asked(&[older.clone()], &history(), &["a:actions".to_owned()]), [""; 0]);
    older.pages[0].edition = Some(month(8));
    assert_eq!(asked(&[older], &history(), &[]), [""; 0]);
}

#[test]
fn many_pages_are_one_question() {
    let mut history = history();
    let first: BTreeMap<String, FirstListing> = history.first_listed.actions.clone();
    let prefixes = ["a", "b", "c", "d"];
    for prefix in prefixes {
        let listings = first.iter().map(|(name, listing)| (name.replace("a:", &format!("{prefix}:")), listing.clone()));
        history.first_listed.actions.extend(listings.collect::<Vec<_>>());
    }
    let services = prefixes.map(|prefix| service(prefix, &["Send", "Stamp"]));
    let expected =
        "older-pages: 4 pages look older than their edition: `list_a.md`, `list_b.md`, `list_c.md`, `list_d.md`";
    assert_eq!(asked(&services, &history, &[]), [expected]);
    assert_eq!(asked(&services[..3], &history, &[]).len(), 3);
}
