//! Tests names with the same derived identifier: which name keeps it, the identifiers of the others, and that
//! identifiers stay.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use proptest::prelude::{Just, Strategy, prop, proptest};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use support::{tree, xtask};
use xtask::check::{GivenIdentifiers, Identifiers, Settled, settled_identifiers};
use xtask::facts::identifiers::ChosenIdentifiers;
use xtask::lower::{Lowered, Origins};
use xtask::model::{ConditionKey, Operation, Service};
use xtask::rust_names;
use xtask::unread::Unread;

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];
const CHECK: [&str; 6] = ["regen", "--docs-src", "docs-src", "--out", "out", "--check"];
const SERVICE: &str = "out/catalog/src/services/exmail.rs";

/// Returns a page with these actions and condition keys.
fn page(actions: &[&str], keys: &[&str]) -> String {
    let actions: Vec<_> = actions.iter().map(|name| format!("| {name} | Acts\\. | Write |  |  |  |\n")).collect();
    let escaped = |name: &str| name.replace('$', "$\\").replace('}', "\\}");
    let keys: Vec<_> = keys.iter().map(|name| format!("| {} | A key\\. | String |\n", escaped(name))).collect();
    let (actions, keys) = (actions.concat(), keys.concat());
    format!(
        "# Actions, resources, and condition keys for Example Mail\n\n\
         Example Mail \\(service prefix: `exmail`\\) provides what this page lists\\.\n\n\
         ## Actions defined by Example Mail\n\n\
         | Actions | Description | Access level | Resource types \\(\\*required\\) | Condition keys | Dependent actions |\n\
         | --- | --- | --- | --- | --- | --- |\n{actions}\n\
         ## Resource types defined by Example Mail\n\n\
         Example Mail does not support specifying a resource ARN in the `Resource` element\\.\n\n\
         ## Condition keys for Example Mail\n\n\
         | Condition keys | Description | Type |\n| --- | --- | --- |\n{keys}"
    )
}

/// Writes the page and regenerates. Returns the output on standard error.
fn regen(folder: &Path, page: &str) -> String {
    std::fs::create_dir_all(folder.join("docs-src")).unwrap();
    std::fs::write(folder.join("docs-src/list_examplemail.md"), page).unwrap();
    let run = xtask(folder, &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let check = xtask(folder, &CHECK);
    assert_eq!(check.status, Some(0), "the next run gives different files: {}", check.stderr);
    run.stderr
}

/// Returns true if the generated files give the name this identifier.
fn gives(folder: &Path, name: &str, identifier: &str) -> bool {
    let text = std::fs::read_to_string(folder.join(SERVICE)).unwrap();
    let file = xtask::read_back::named(&text, None).unwrap();
    let keys = file.0.condition_keys.iter().map(|key| &key.name).zip(&file.1.condition_keys);
    let actions = file.0.actions.iter().map(|action| &action.name).zip(&file.1.actions);
    let index = std::fs::read_to_string(folder.join("out/catalog-macros/src/index.txt")).unwrap();
    keys.chain(actions).any(|pair| (pair.0.as_str(), pair.1.as_str()) == (name, identifier))
        && index.lines().any(|line| line.starts_with(&format!("{name} {identifier}")) || line == identifier)
}

const PLAIN: &str = "exmail:Tag/tag-key";
const TEMPLATE: &str = "exmail:Tag/${TagKey}";

#[test]
fn the_order_of_a_page_makes_no_difference() {
    for keys in [[PLAIN, TEMPLATE], [TEMPLATE, PLAIN]] {
        let folder = tempfile::tempdir().unwrap();
        let stderr = regen(folder.path(), &page(&["Send-Letter", "SendLetter"], &keys));
        assert_eq!(stderr.matches("warning[same-identifier]").count(), 2, "{stderr}");
        assert!(gives(folder.path(), PLAIN, "TagTagKey") && gives(folder.path(), TEMPLATE, "TagTagKeyTemplate"));
        assert!(gives(folder.path(), "Send-Letter", "SendHyphenLetter"));
        assert!(gives(folder.path(), "SendLetter", "SendLetter"));
    }
}

#[test]
fn an_identifier_stays_when_the_other_name_goes() {
    let folder = tempfile::tempdir().unwrap();
    regen(folder.path(), &page(&["Send-Letter", "SendLetter", "Read"], &[PLAIN, TEMPLATE]));
    let stderr = regen(folder.path(), &page(&["Send-Letter", "Read"], &[TEMPLATE]));
    assert_eq!(stderr, "", "no two names share an identifier now");
    assert!(gives(folder.path(), TEMPLATE, "TagTagKeyTemplate"));
    assert!(gives(folder.path(), "Send-Letter", "SendHyphenLetter"));
    let before = tree(folder.path());
    regen(folder.path(), &page(&["Send-Letter", "Read"], &[TEMPLATE]));
    assert_eq!(tree(folder.path()), before);
    // The identifiers also stay if the other names return.
    regen(folder.path(), &page(&["Send-Letter", "SendLetter", "Read"], &[PLAIN, TEMPLATE]));
    assert!(gives(folder.path(), TEMPLATE, "TagTagKeyTemplate") && gives(folder.path(), PLAIN, "TagTagKey"));
}

#[test]
fn an_identifier_stays_when_another_name_comes() {
    let folder = tempfile::tempdir().unwrap();
    regen(folder.path(), &page(&["Send-Letter", "Read"], &[TEMPLATE]));
    assert!(gives(folder.path(), TEMPLATE, "TagTagKey") && gives(folder.path(), "Send-Letter", "SendLetter"));
    let stderr = regen(folder.path(), &page(&["Read", "SendLetter", "Send-Letter"], &[PLAIN, TEMPLATE]));
    assert!(stderr.contains("`exmail:Tag/tag-key` becomes `TagSlashTagHyphenKey`"), "{stderr}");
    assert!(stderr.contains("`SendLetter` becomes `SendLetterNo2`"), "{stderr}");
    assert!(gives(folder.path(), TEMPLATE, "TagTagKey") && gives(folder.path(), PLAIN, "TagSlashTagHyphenKey"));
    assert!(gives(folder.path(), "Send-Letter", "SendLetter") && gives(folder.path(), "SendLetter", "SendLetterNo2"));
}

#[test]
fn a_chosen_identifier_is_better_than_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let page = page(&["Read"], &[PLAIN, TEMPLATE]);
    regen(folder.path(), &page);
    let entry = |name: &str, identifier: &str| {
        format!(
            "[[identifier]]\nservice = \"exmail\"\nkind = \"condition-key\"\nname = \"{name}\"\n\
             identifier = \"{identifier}\"\nsource = \"https://example.com/\"\nmonth = \"2026-10\"\nreason = \"A test.\"\n"
        )
    };
    let facts = folder.path().join("docs-src/facts");
    std::fs::create_dir(&facts).unwrap();
    // The template has a chosen identifier, and the plain name keeps its own.
    std::fs::write(facts.join("identifiers.toml"), entry(TEMPLATE, "AnyTag")).unwrap();
    assert_eq!(regen(folder.path(), &page), "", "the chosen identifier resolves the collision");
    assert!(gives(folder.path(), TEMPLATE, "AnyTag") && gives(folder.path(), PLAIN, "TagTagKey"));
    std::fs::write(facts.join("identifiers.toml"), entry(TEMPLATE, "TagTagKey")).unwrap();
    let stderr = regen(folder.path(), &page);
    assert!(stderr.contains("`exmail:Tag/tag-key` becomes `TagSlashTagHyphenKey`"), "{stderr}");
    // Without the entry, both names keep their current identifiers.
    std::fs::write(facts.join("identifiers.toml"), "").unwrap();
    regen(folder.path(), &page);
    assert!(gives(folder.path(), TEMPLATE, "TagTagKey") && gives(folder.path(), PLAIN, "TagSlashTagHyphenKey"));
}

#[test]
fn a_name_without_a_letter_or_digit_is_an_error_whatever_was_there() {
    let folder = tempfile::tempdir().unwrap();
    regen(folder.path(), &page(&["Read"], &[PLAIN]));
    let before = tree(&folder.path().join("out"));
    std::fs::write(folder.path().join("docs-src/list_examplemail.md"), page(&["Read"], &[PLAIN, "exmail:/"])).unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert!(run.status == Some(1) && run.stderr.contains("error[no-identifier]"), "{}", run.stderr);
    assert_eq!(tree(&folder.path().join("out")), before);
}

#[test]
fn windows_gets_files_that_it_can_have() {
    let folder = tempfile::tempdir().unwrap();
    regen(folder.path(), &page(&["Read"], &[PLAIN]).replace("`exmail`", "`con`").replace("exmail:", "con:"));
    let services = folder.path().join("out/catalog/src/services");
    let files: Vec<_> = services.read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files, ["con_.rs"]);
    let list = std::fs::read_to_string(folder.path().join("out/catalog/src/services.rs")).unwrap();
    assert!(list.contains("pub mod con_;"), "{list}");
}

/// Returns a service with condition keys and operations of these names, without places.
fn service(names: &[String]) -> Lowered {
    let key = |name: &String| ConditionKey { name: name.clone(), ..ConditionKey::default() };
    let operation = |name: &String| -> Operation {
        serde_json::from_value(json!({ "name": name, "sdk_client": null, "actions": [] })).unwrap()
    };
    let service = Service {
        prefix: "x".to_owned(),
        condition_keys: names.iter().map(key).collect(),
        operations: names.iter().map(operation).collect(),
        ..Service::default()
    };
    Lowered { service, origins: Origins::default(), row_totals: Vec::new(), known_errors: Vec::new() }
}

/// Returns the identifiers of a service's names. `given` has the identifiers from an existing file, if there is one.
fn identifiers(service: &Lowered, given: Option<GivenIdentifiers>) -> Identifiers {
    let given = given.into_iter().map(|given| ("x".to_owned(), given)).collect();
    let settled = Settled { chosen: &ChosenIdentifiers::repository(), given: &given, unread: &Unread::default() };
    let mut found = Vec::new();
    let identifiers = settled_identifiers(std::slice::from_ref(service), settled, &mut found).remove(0);
    assert!(found.iter().all(|found| !found.is_error()), "{found:?}");
    identifiers
}

/// Returns a map from names to identifiers.
fn by_name(names: &[String], identifiers: &[String]) -> BTreeMap<String, String> {
    names.iter().cloned().zip(identifiers.iter().cloned()).collect()
}

/// Generates names that often share an identifier, in two orders, and the number of names that an existing file has.
fn meeting_names() -> impl Strategy<Value = (Vec<String>, Vec<String>, usize)> {
    let name = "(x:)?[Aa](|[-./_: ]|\\$\\{B\\}|<b>|AT|No)[Bb2]?";
    prop::collection::btree_set(name, 1..9).prop_flat_map(|names| {
        let names: Vec<String> = names.into_iter().collect();
        let count = names.len();
        (Just(names.clone()).prop_shuffle(), Just(names).prop_shuffle(), 0..=count)
    })
}

proptest! {
    #[test]
    fn identifiers_differ_whatever_the_order((names, shuffled, _) in meeting_names()) {
        let one = identifiers(&service(&names), None);
        for identifiers in [&one.condition_keys, &one.operations] {
            let different: BTreeSet<&String> = identifiers.iter().collect();
            assert_eq!(different.len(), names.len(), "{names:?} became {identifiers:?}");
            assert!(identifiers.iter().all(|identifier| rust_names::is_variant(identifier)), "{identifiers:?}");
        }
        let other = identifiers(&service(&shuffled), None);
        assert_eq!(by_name(&names, &one.condition_keys), by_name(&shuffled, &other.condition_keys));
        assert_eq!(by_name(&names, &one.operations), by_name(&shuffled, &other.operations));
    }

    #[test]
    fn a_given_identifier_stays_whatever_comes_and_goes((names, shuffled, count) in meeting_names()) {
        let some = &names[..count];
        let before = identifiers(&service(some), None);
        let known = by_name(some, &before.condition_keys);
        let given = GivenIdentifiers::new(&service(some).service, before);
        let after = identifiers(&service(&shuffled), Some(given));
        let after = by_name(&shuffled, &after.condition_keys);
        assert!(known.iter().all(|pair| after.get(pair.0) == Some(pair.1)), "{known:?} became {after:?}");
        assert_eq!(after.values().collect::<BTreeSet<_>>().len(), names.len());
        let given = GivenIdentifiers::new(&service(&shuffled).service, identifiers(&service(&shuffled), None));
        let all = identifiers(&service(&shuffled), None);
        let left = identifiers(&service(some), Some(given));
        let (all, left) = (by_name(&shuffled, &all.operations), by_name(some, &left.operations));
        assert!(left.iter().all(|pair| all.get(pair.0) == Some(pair.1)), "{all:?} became {left:?}");
    }
}
