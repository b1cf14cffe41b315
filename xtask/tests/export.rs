//! Tests the format of `cargo xtask export`, on which tools in other languages rely.

mod support;

use serde_json::{Value, json};
use std::path::Path;
use support::{fixtures, xtask};

fn export(folder: &Path) -> Value {
    let run = xtask(folder, &["export", "--docs-src", "docs-src"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    serde_json::from_str(&run.stdout).unwrap_or_default()
}

#[test]
fn the_page_of_ses() {
    let folder = tempfile::tempdir().unwrap();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src/list_amazonses.md");
    std::fs::create_dir(folder.path().join("docs-src")).unwrap();
    std::fs::copy(page, folder.path().join("docs-src/list_amazonses.md")).unwrap();
    let mut ses = export(folder.path())["services"][0].take();
    for (list, count) in [("actions", 70), ("resource_types", 0), ("condition_keys", 4), ("operations", 0)] {
        let list = ses[list].as_array_mut().unwrap();
        assert_eq!(list.len(), count);
        list.truncate(2);
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("export-ses", serde_json::to_string_pretty(&ses).unwrap()));
}

#[test]
fn a_full_page() {
    let run = xtask(&fixtures("golden/full"), &["export", "--docs-src", "docs-src"]);
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("export-full", run.stdout));
}

#[test]
fn left_out_stated_as_none_and_not_stated_stay_apart() {
    let left_out = &export(&fixtures("golden/left-out"))["services"][0];
    assert_eq!((&left_out["left_out"], &left_out["actions"]), (&json!(["actions"]), &json!([])));

    let minimal = &export(&fixtures("golden/minimal"))["services"][0];
    assert_eq!(
        (&minimal["left_out"], &minimal["actions"][0]["rows"][0]["dependent_actions"]),
        (&json!([]), &json!([]))
    );

    let merged = &export(&fixtures("golden/merged"))["services"][0];
    let rows = |action: usize| &merged["actions"][action]["rows"];
    assert_eq!(rows(1)[0]["dependent_actions"], json!(["exmail:ReadLetter"]));
    assert_eq!(rows(1)[1]["dependent_actions"], Value::Null);
    assert_eq!(merged["actions"][2]["url"], Value::Null);
    let page = |file: &str, edition: Value| json!({ "file": file, "edition": edition });
    let pages = [page("list_examplemail.md", Value::Null), page("list_examplepost.md", Value::Null)];
    assert_eq!(merged["pages"], json!(pages));

    let editions = &export(&fixtures("golden/editions"))["services"][0];
    let pages = [page("list_examplemail.md", json!("2026-09")), page("list_examplepost.md", json!("2018-04"))];
    assert_eq!(editions["pages"], json!(pages));
}

#[test]
fn the_months_of_facts_are_stated_once_and_only_where_they_differ() {
    let editions = export(&fixtures("golden/editions"));
    assert_eq!(editions["fact_editions"], json!({ "permission_only": "2026-07", "dependent_actions": "2026-08" }));
    assert_eq!(export(&fixtures("golden/minimal")).get("fact_editions"), None);
    // `diff` can read the exported file.
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.json"), editions.to_string()).unwrap();
    let run = xtask(folder.path(), &["diff", "a.json", "a.json"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}
