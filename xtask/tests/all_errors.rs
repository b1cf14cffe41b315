//! Tests that one run finds the errors of every stage, and that no error is only the consequence of another.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use serde_json::{Value, json};
use std::path::Path;
use support::{Run, tree, xtask};

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];

/// Returns a page of a service with the actions, and with a condition key for each action.
fn page(prefix: &str, actions: &[&str]) -> String {
    let row = |name: &&str| format!("| {name} \\[permission only\\] | Acts\\. | Write |  | {prefix}:Of{name} |  |\n");
    let rows: String = actions.iter().map(row).collect();
    let rows = rows.replace(&format!("| {prefix}:"), &format!("| [{prefix}:")).replace(" |  |\n", "](#k) |  |\n");
    let keys: Vec<_> = actions.iter().map(|name| format!("| {prefix}:Of{name} | A key\\. | String |\n")).collect();
    let keys = keys.concat();
    format!(
        "# Actions, resources, and condition keys for Example {prefix}\n\n\
         Example {prefix} \\(service prefix: `{prefix}`\\) provides what this page lists\\.\n\n\
         ## Actions defined by Example {prefix}\n\n\
         | Actions | Description | Access level | Resource types \\(\\*required\\) | Condition keys | Dependent actions |\n\
         | --- | --- | --- | --- | --- | --- |\n{rows}\n\
         ## Resource types defined by Example {prefix}\n\n\
         Example {prefix} does not support specifying a resource ARN in the `Resource` element\\.\n\n\
         ## Condition keys for Example {prefix}\n\n\
         | Condition keys | Description | Type |\n| --- | --- | --- |\n{keys}"
    )
}

const ACTIONS: [&str; 6] = ["Get", "Put", "List", "Drop", "Tag", "Untag"];
const SERVICES: [&str; 4] = ["exa", "exb", "exc", "exd"];

fn write(folder: &Path, path: &str, text: &str) {
    std::fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
    std::fs::write(folder.join(path), text).unwrap();
}

/// Writes a fact about an action and a fact about a condition key.
fn facts(folder: &Path, action: &str, key: &str) {
    let head = "source = \"https://example.com/\"\nmonth = \"2026-10\"\n\n";
    write(folder, "docs-src/facts/trust_actions.toml", &format!("{head}[[action]]\nname = \"{action}\"\n"));
    let shape = format!("{head}[[key]]\nname = \"{key}\"\nshape = \"account\"\n");
    write(folder, "docs-src/facts/value_shapes.toml", &shape);
}

/// Creates four services with their generated files.
fn generated() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for prefix in SERVICES {
        write(folder.path(), &format!("docs-src/list_{prefix}.md"), &page(prefix, &ACTIONS));
    }
    facts(folder.path(), "exa:Get", "exb:OfGet");
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    folder
}

/// Returns the codes of the errors in the order in which they were printed.
fn codes(run: &Run) -> Vec<&str> {
    let code = |line| -> Option<&str> { Some(str::split_once(str::strip_prefix(line, "error[")?, ']')?.0) };
    run.stderr.lines().filter_map(code).collect()
}

#[test]
fn one_run_finds_the_errors_of_every_stage() {
    let folder = generated();
    let path = folder.path();
    // Cause one error of each kind: on a page, in a fact, lost facts, a removed service, and a file in the way of
    // output.
    write(path, "docs-src/list_exa.md", &page("exa", &ACTIONS).replace("| Write |", "| Wirte |"));
    facts(path, "exb:Gte", "exb:OfGet");
    write(path, "docs-src/list_exb.md", &page("exb", &ACTIONS));
    write(path, "docs-src/list_exc.md", &page("exc", &ACTIONS).replace(" \\[permission only\\]", ""));
    std::fs::remove_file(path.join("docs-src/list_exd.md")).unwrap();
    write(path, "out/catalog/src/services/mine.rs", "//! By hand.\n");
    let before = tree(path);
    let run = xtask(path, &REGEN);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    let mut found = codes(&run);
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, ["loss", "not-generated", "undefined-in-fact", "unknown-access-level"], "{}", run.stderr);
    let command = "help: once the other errors are fixed, this command accepts every loss:\n\
                   cargo xtask regen --docs-src docs-src --out out --accept-loss exd:service --accept-loss exc:permission-only\n";
    assert!(run.stderr.ends_with(command), "{}", run.stderr);
    assert_eq!(tree(path), before);

    let json = xtask(path, &[&REGEN[..], &["--message-format", "json"]].concat());
    let last: Value = serde_json::from_str(json.stderr.lines().last().unwrap()).unwrap();
    assert_eq!(last["summary"]["accept_loss"], json!(["exd:service", "exc:permission-only"]));
    assert_eq!(last["summary"]["meaning"], Value::Null);
}

/// Checks that the names on a damaged page cause no further errors. Each damage hides a different part of the page.
#[test]
fn what_a_page_with_an_error_hides_is_no_error() {
    let whole = page("exa", &ACTIONS);
    let harms: [(&str, Vec<u8>); 6] = [
        ("an unknown level", whole.replace("| Write |", "| Wirte |").into()),
        ("a table that cannot be read", whole.replace("| Actions | Description", "| Acts | Description").into()),
        ("no prefix", whole.replace("service prefix", "prefix of the service").into()),
        ("no title", whole.replace("# Actions, resources", "Actions, resources").into()),
        ("a missing section", whole.split("## Condition keys").next().unwrap().into()),
        ("not UTF-8", [whole.as_bytes(), b"\xff"].concat()),
    ];
    for (harm, text) in harms {
        let folder = generated();
        let path = folder.path();
        facts(path, "exa:Get", "exa:OfGet");
        for name in ["list_exa.md", "list_renamed.md"] {
            let _ = std::fs::remove_file(path.join("docs-src/list_exa.md"));
            std::fs::write(path.join("docs-src").join(name), &text).unwrap();
            let run = xtask(path, &REGEN);
            assert_eq!(run.status, Some(1), "{harm}");
            let follows = |code: &&&str| ["undefined-in-fact", "loss", "unused-identifier"].contains(*code);
            assert_eq!(codes(&run).iter().find(follows), None, "{harm} in {name}: {}", run.stderr);
        }
        // The file that was generated from the page is kept.
        assert!(path.join("out/catalog/src/services/exa.rs").exists());
    }
}

#[test]
fn a_page_of_a_wrong_name_hides_its_service() {
    let folder = generated();
    let pages = folder.path().join("docs-src");
    std::fs::rename(pages.join("list_exa.md"), pages.join("list_exa (1).md")).unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(codes(&run), ["unexpected-file"], "{}", run.stderr);
}

#[test]
fn a_name_without_an_identifier_is_an_error_beside_another_change() {
    let folder = generated();
    let path = folder.path();
    let key = "| exa:OfGet | A key\\. | String |\n";
    write(path, "docs-src/list_exa.md", &page("exa", &ACTIONS).replace(key, &format!("{key}| exa:/ |  | String |\n")));
    write(path, "docs-src/list_exb.md", &page("exb", &[&ACTIONS[..], &["Burn"]].concat()));
    let run = xtask(path, &REGEN);
    assert_eq!((run.status, codes(&run)), (Some(1), vec!["no-identifier"]), "{}", run.stderr);
}

#[test]
fn the_last_line_says_what_has_changed_and_which_version_it_needs() {
    let folder = generated();
    let path = folder.path();
    write(path, "docs-src/list_exa.md", &page("exa", &[&ACTIONS[1..], &["Burn", "Bury"]].concat()));
    write(path, "docs-src/list_exe.md", &page("exe", &["Get"]));
    facts(path, "exb:Get", "exb:OfGet");
    let run = xtask(path, &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let last = run.stdout.lines().last().unwrap();
    assert_eq!(last, "+1 service, +3 -1 actions, +3 -1 condition keys; needs a minor version");
    // A second run changes nothing.
    let run = xtask(path, &REGEN);
    assert!(run.stdout.contains("; 0 files changed in ") && run.stdout.lines().count() == 1, "{}", run.stdout);
    // A new month changes a generated file, but it is not a change in meaning.
    write(path, "docs-src/editions.toml", "edition = \"2026-11\"\n");
    let run = xtask(path, &REGEN);
    assert_eq!(run.stdout.lines().last(), Some("nothing has changed in meaning"), "{}", run.stdout);
}

#[test]
fn the_printed_flags_let_the_next_run_through() {
    let folder = generated();
    let path = folder.path();
    write(path, "docs-src/list_exc.md", &page("exc", &ACTIONS[..2]).replace(" \\[permission only\\]", ""));
    std::fs::remove_file(path.join("docs-src/list_exd.md")).unwrap();
    let run = xtask(path, &REGEN);
    assert_eq!(run.status, Some(1));
    let (_, command) = run.stderr.split_once("help: this command accepts every loss:\ncargo xtask ").unwrap();
    let words: Vec<_> = command.split_whitespace().collect();
    let run = xtask(path, &words);
    assert_eq!(run.status, Some(0), "{command}: {}", run.stderr);
    let last = run.stdout.lines().last().unwrap();
    assert_eq!(last, "-1 service, -10 actions, -10 condition keys, -2 permission-only marks; needs a minor version");
}
