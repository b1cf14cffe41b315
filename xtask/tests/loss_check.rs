//! Tests the loss check: refused losses, accepted losses, and updates that pass.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

#[path = "support/full.rs"]
mod full;
#[path = "support/model.rs"]
mod model;
mod support;

use full::full;
use support::{tree, xtask};
use xtask::diagnostic::{Code, Diagnostic};
use xtask::model::{Action, AuthorizedAction, Requirement, Service};
use xtask::{loss_check, write};

/// Returns the errors of the loss check about an update. Losses in `accepted` have consent.
fn losses(old: &[Service], new: &[Service], accepted: &[&str]) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    let mut found = Vec::new();
    write::plan(folder.path(), "", model::files(old), &mut found).apply().unwrap();
    let plan = write::plan(folder.path(), "", model::files(new), &mut found);
    let accepted: Vec<_> = accepted.iter().map(|&flag| flag.to_owned()).collect();
    loss_check::check(&plan, new, &accepted, &mut found);
    found
}

/// Returns the values of `--accept-loss` that the errors ask for.
fn asked(found: &[Diagnostic]) -> Vec<String> {
    found
        .iter()
        .map(|loss| {
            assert_eq!(loss.code, Code::Loss, "{}", loss.message);
            loss.help.as_ref().unwrap().split('`').nth(1).unwrap().replace("--accept-loss ", "")
        })
        .collect()
}

fn without(services: &[Service], change: impl Fn(&mut Service)) -> Vec<Service> {
    let mut services = services.to_vec();
    services.iter_mut().for_each(change);
    services
}

fn remove_nothing(_: &mut Service) {}

/// A kind of fact, and a function that loses all facts of this kind.
type Loser = (&'static str, fn(&mut Service));
const LOSERS: [Loser; 17] = [
    ("permission-only", |s| s.actions.iter_mut().for_each(|action| action.permission_only = false)),
    ("access-levels", |s| s.actions.iter_mut().for_each(|action| action.access_levels.clear())),
    ("action-resource-types", |s| rows(s, |row| row.resource_types.clear())),
    ("required-marks", |s| {
        rows(s, |row| row.resource_types.iter_mut().for_each(|resource| resource.required = Some(false)));
    }),
    ("action-condition-keys", |s| rows(s, |row| row.condition_keys.clear())),
    ("dependent-actions", |s| rows(s, |row| row.dependent_actions = Some(Vec::new()))),
    ("dependent-actions-stated", |s| rows(s, |row| row.dependent_actions = None)),
    ("scenarios", |s| s.actions.iter_mut().for_each(|action| action.scenarios.clear())),
    ("arns", |s| s.resource_types.iter_mut().for_each(|item| item.arns.clear())),
    ("resource-condition-keys", |s| s.resource_types.iter_mut().for_each(|item| item.condition_keys.clear())),
    ("types", |s| s.condition_keys.iter_mut().for_each(|key| key.value_type = None)),
    ("authorized-actions", |s| s.operations.iter_mut().for_each(|operation| operation.actions.clear())),
    ("fixed-values", |s| authorized(s, |action| action.values.clear())),
    ("operation-access-levels", |s| authorized(s, |action| action.access_levels.clear())),
    ("sdk-clients", |s| s.operations.iter_mut().for_each(|operation| operation.sdk_client = None)),
    ("descriptions", |s| {
        s.actions.iter_mut().for_each(|action| action.description = None);
        s.condition_keys.iter_mut().for_each(|key| key.description = None);
    }),
    ("urls", |s| {
        s.actions.iter_mut().for_each(|action| action.url = None);
        s.resource_types.iter_mut().for_each(|item| item.url = None);
        s.condition_keys.iter_mut().for_each(|key| key.url = None);
    }),
];

fn rows(service: &mut Service, change: fn(&mut Requirement)) {
    service.actions.iter_mut().flat_map(|action| &mut action.rows).for_each(change);
}

fn authorized(service: &mut Service, change: fn(&mut AuthorizedAction)) {
    service.operations.iter_mut().flat_map(|operation| &mut operation.actions).for_each(change);
}

#[test]
fn each_kind_of_fact_is_missed_and_can_be_given_up() {
    let old = [full("one"), full("two")];
    for (kind, lose) in LOSERS {
        let new = without(&old, lose);
        let flags = asked(&losses(&old, &new, &[]));
        assert!(flags.contains(&kind.to_owned()), "{kind}: {flags:?}");
        // Some kinds depend on others: if an operation loses its action, the access level of that action is lost too.
        let all: Vec<_> = flags.iter().map(String::as_str).collect();
        assert_eq!(losses(&old, &new, &all), [], "{kind}");
        assert_eq!(asked(&losses(&old, &new, &all[1..])), all[..1], "{kind}");
    }
    let words: Vec<_> = LOSERS.iter().map(|(kind, _)| *kind).collect();
    let missing: Vec<_> =
        loss_check::FactKind::ALL.iter().filter(|kind| !kind.is_names() && !words.contains(&kind.word())).collect();
    assert!(missing.is_empty(), "not tested: {missing:?}");
}

#[test]
fn what_one_service_loses_is_told_as_its_own() {
    let old = [full("one"), full("two"), full("three"), full("four"), full("five"), full("six")];
    let mut old = old.to_vec();
    old.sort_by(|a, b| a.prefix.cmp(&b.prefix));
    for (kind, lose) in LOSERS {
        let mut new = old.clone();
        lose(&mut new[0]);
        let flags = asked(&losses(&old, &new, &[]));
        assert!(flags.contains(&format!("five:{kind}")), "{kind}: {flags:?}");
    }
}

#[test]
fn a_fifth_of_a_services_names_is_missed() {
    let all = [full("one"), full("two")];
    let cut = |change: fn(&mut Service)| {
        let mut new = all.to_vec();
        change(&mut new[0]);
        asked(&losses(&all, &new, &[]))
    };
    assert_eq!(cut(|service| service.actions.truncate(8)), ["one:actions"]);
    assert_eq!(cut(|service| service.operations.truncate(8)), ["one:operations"]);
    let cut_types = |service: &mut Service| {
        service.resource_types.truncate(8);
        service.actions.iter_mut().skip(8).for_each(|action| {
            action.rows[0].resource_types.clear();
            action.scenarios[0].resource_types.clear();
        });
    };
    // The resource types of the scenarios disappear too, but they are too few for a separate question.
    assert_eq!(cut(cut_types), ["one:resource-types"]);
    // The loss of a single name causes no question.
    assert_eq!(cut(|service| drop(service.actions.pop())), [""; 0]);
    assert_eq!(cut(|service| drop(service.operations.pop())), [""; 0]);
}

#[test]
fn a_service_that_is_gone_is_missed() {
    let old = [full("one"), full("two")];
    let found = losses(&old, &old[..1], &[]);
    assert_eq!(asked(&found), ["two:service"]);
    assert_eq!(
        found[0].message,
        "the service `two` is gone, with 10 actions, 10 operations, 10 resource types, 10 condition keys"
    );
    assert_eq!(losses(&old, &old[..1], &["two:service"]), []);
}

#[test]
fn growth_and_small_removals_pass() {
    let old = [full("one"), full("two")];
    assert_eq!(losses(&old, &without(&old, remove_nothing), &[]), []);
    assert_eq!(losses(&[], &old, &[]), []);
    assert_eq!(losses(&old[..1], &old, &[]), []);
    let grown = without(&old, |service| {
        let mut more = service.actions[0].clone();
        more.name = "Another".to_owned();
        service.actions.push(more);
        // Single facts of several kinds are lost.
        service.actions[3].permission_only = false;
        service.actions[4].access_levels.clear();
        service.condition_keys[5].value_type = None;
        // Descriptions may change freely, and names may change their case.
        service.actions[6].description = Some("Acts otherwise.".to_owned());
        service.actions[7].name = "ACTION7".to_owned();
    });
    assert_eq!(losses(&old, &grown, &[]), []);
}

/// Checks the update of July 2026. All permission-only marks and dependent actions disappeared, while the number of
/// actions grew.
#[test]
fn the_update_of_july_2026_is_refused() {
    let services = ["a", "b", "c", "d"].map(full);
    let new = without(&services, |service| {
        for action in &mut service.actions {
            action.permission_only = false;
            action.rows[0].dependent_actions = Some(Vec::new());
        }
        for nth in 10..15 {
            service.actions.push(Action { name: format!("Action{nth}"), ..service.actions[0].clone() });
        }
    });
    let found = losses(&services, &new, &[]);
    assert_eq!(asked(&found), ["permission-only", "dependent-actions"]);
    assert_eq!(
        found[0].message,
        "the catalog loses all of its 40 permission-only marks (40 before, 0 now), in 4 services, most in `a` (10 of 10): `a:Action0`, \
         `a:Action1`, `a:Action2`, `a:Action3`, `a:Action4` and 35 more"
    );
    assert_eq!(asked(&losses(&services, &new, &["permission-only"])), ["dependent-actions"]);
    assert_eq!(losses(&services, &new, &["permission-only", "dependent-actions"]), []);
}

#[test]
fn what_is_accepted_must_be_lost() {
    let old = [full("one"), full("two")];
    let found = losses(&old, &old[..1], &["two:servise", "two:service", "two:service"]);
    let said: Vec<_> = found.iter().map(|error| (error.code, error.message.as_str(), error.help.as_deref())).collect();
    let nothing = "`--accept-loss two:servise` is not needed: no loss has this name";
    let twice = "repeated option `--accept-loss two:service`";
    assert_eq!(
        said,
        [
            (Code::UnneededAcceptance, nothing, Some("did you mean `two:service`?")),
            (Code::UnneededAcceptance, twice, Some("remove one of the two")),
        ]
    );
}

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];

const PAGE: &str = r"# Actions, resources, and condition keys for Example Mail

Example Mail \(service prefix: `exmail`\) provides what this page lists\.

## Actions defined by Example Mail

| Actions | Description | Access level | Resource types \(\*required\) | Condition keys | Dependent actions |
| --- | --- | --- | --- | --- | --- |
| [SendLetter](https://example.com/SendLetter) | Sends a letter\. | Write |  |  |  |
| [ReadLetter](https://example.com/ReadLetter) \[permission only\] | Reads a letter\. | Read |  |  |  |
| [BurnLetter](https://example.com/BurnLetter) \[permission only\] | Burns a letter\. | Write |  |  |  |

## Resource types defined by Example Mail

Example Mail does not support specifying a resource ARN in the `Resource` element\.

## Condition keys for Example Mail

Example Mail has no service\-specific context keys\.
";

/// Creates a directory with a page that has lost its permission-only marks, and with the files generated before.
fn marks_lost() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("docs-src/list_examplemail.md");
    std::fs::create_dir(folder.path().join("docs-src")).unwrap();
    std::fs::write(&page, PAGE).unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    std::fs::write(&page, PAGE.replace(r" \[permission only\]", "")).unwrap();
    folder
}

#[test]
fn regen_refuses_says_how_to_accept_and_writes_nothing() {
    let folder = marks_lost();
    let before = tree(folder.path());
    let run = xtask(folder.path(), &REGEN);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    assert_eq!(tree(folder.path()), before);
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("loss", run.stderr));

    let accepting = [&REGEN[..], &["--accept-loss", "exmail:permission-only"]].concat();
    let run = xtask(folder.path(), &accepting);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert_ne!(tree(folder.path()), before);
    // Now the files are up to date, and no consent is needed.
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    let run = xtask(folder.path(), &accepting);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("error[unneeded-acceptance]"), "{}", run.stderr);
}

#[test]
fn a_check_compares_and_does_not_guard() {
    let folder = marks_lost();
    let run = xtask(folder.path(), &[&REGEN[..], &["--check"]].concat());
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("stale: out/catalog/src/services/exmail.rs"), "{}", run.stderr);
    assert!(!run.stderr.contains("error[loss]"), "{}", run.stderr);
    let run = xtask(folder.path(), &[&REGEN[..], &["--check", "--accept-loss", "x"]].concat());
    assert_eq!(run.status, Some(2), "{}", run.stderr);
}

#[test]
fn a_file_that_cannot_be_read_back_is_told() {
    let folder = marks_lost();
    let file = folder.path().join("out/catalog/src/services/exmail.rs");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("permission_only", "only_permission")).unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(1));
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("not-read-back", run.stderr));
    let run = xtask(folder.path(), &[&REGEN[..], &["--accept-loss", "exmail.rs"]].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}
