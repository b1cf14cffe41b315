//! Tests the messages of a run for people and for tools, and the effect of warnings.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use serde_json::{Value, json};
use std::path::Path;
use support::{copy, fixtures, folders, rule, tree, xtask, xtask_where};
use xtask::diagnostic::Code;

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];

/// Returns the arguments of `regen` with further options.
fn regen<'a>(options: &[&'a str]) -> Vec<&'a str> {
    [&REGEN, options].concat()
}

/// Creates a copy of a fixture.
fn copied(fixture: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(fixture, folder.path());
    folder
}

/// Returns every printed object, and the summary.
fn objects(stderr: &str) -> (Vec<Value>, Value) {
    let mut objects: Vec<Value> = stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let last = objects.pop().unwrap();
    (objects, last.get("summary").unwrap().clone())
}

#[test]
fn each_warning_is_told_and_the_files_are_written() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, fixture) in folders(&fixtures("warned")) {
        let folder = copied(&fixture);
        let run = xtask(folder.path(), &REGEN);
        assert_eq!(run.status, Some(0), "{name}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("warning[{}]", rule(&name).unwrap())), "{name}: {}", run.stderr);
        assert!(run.stdout.contains(" files changed in "), "{name}: {}", run.stdout);
        // The snapshot has the warnings, followed by the generated file.
        let service = std::fs::read_to_string(folder.path().join("out/catalog/src/services/exmail.rs")).unwrap();
        settings.bind(|| insta::assert_snapshot!(format!("warned-{name}"), format!("{}\n{service}", run.stderr)));
    }
}

#[test]
fn denied_warnings_fail_and_nothing_is_written() {
    let folder = copied(&fixtures("warned/contradiction"));
    let before = tree(folder.path());
    for options in [&["--deny-warnings"][..], &["--deny-warnings", "--check"]] {
        let run = xtask(folder.path(), &regen(options));
        assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
        assert_eq!(run.stderr.matches("warning[contradiction]").count(), 3, "{}", run.stderr);
        let nothing = if options.len() > 1 { "checked" } else { "written" };
        let end = format!("error: 3 warnings in 1 of 2 pages; nothing was {nothing} because warnings are denied\n");
        assert!(run.stderr.ends_with(&end), "{}", run.stderr);
    }
    let run = xtask(folder.path(), &["export", "--docs-src", "docs-src", "--deny-warnings"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    assert_eq!(tree(folder.path()), before);

    let allowed = xtask(folder.path(), &["export", "--docs-src", "docs-src"]);
    assert_eq!(allowed.status, Some(0));
    assert!(allowed.stderr.ends_with("warning: 3 warnings in 1 of 2 pages\n"), "{}", allowed.stderr);
    assert!(serde_json::from_str::<Value>(&allowed.stdout).is_ok());
}

#[test]
fn a_check_with_warnings_passes_when_the_files_are_fresh() {
    let folder = copied(&fixtures("warned/contradiction"));
    let stale = xtask(folder.path(), &regen(&["--check"]));
    assert_eq!(stale.status, Some(1));
    let (warnings, files) = stale.stderr.split_once("warning: 3 warnings in 1 of 2 pages\n").unwrap();
    assert!(warnings.starts_with("warning[contradiction]"), "{}", stale.stderr);
    assert!(files.contains("missing: out/catalog/src/services/exmail.rs\n"), "{}", stale.stderr);
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    assert_eq!(xtask(folder.path(), &regen(&["--check"])).status, Some(0));
}

#[test]
fn with_an_error_warnings_are_told_too_and_come_first() {
    let folder = copied(&fixtures("warned/contradiction"));
    let page = folder.path().join("docs-src/list_examplemail.md");
    let text = std::fs::read_to_string(&page).unwrap().replace("Access Level", "Acess Level");
    std::fs::write(&page, text).unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(1));
    let codes: Vec<_> = run.stderr.lines().filter(|line| line.contains("]: ")).collect();
    assert!(codes.last().is_some_and(|line| line.starts_with("error[unknown-column]")), "{codes:?}");
    assert!(codes.len() > 1 && codes.iter().rev().skip(1).all(|line| line.starts_with("warning[")), "{codes:?}");
    let end = format!("error: 1 error and {} warnings in 2 of 2 pages; nothing was written\n", codes.len() - 1);
    assert!(run.stderr.ends_with(&end), "{}", run.stderr);
}

/// Creates two pages that differ in the access levels of nine actions and in the type of a key.
fn many() -> tempfile::TempDir {
    let folder = copied(&fixtures("warned/contradiction"));
    for (page, level) in [("list_examplemail.md", "Read"), ("list_examplepost.md", "List")] {
        let path = folder.path().join("docs-src").join(page);
        let text = std::fs::read_to_string(&path).unwrap();
        let row = text.lines().find(|line| line.contains("[ReadLetter]")).unwrap();
        assert!(row.contains(level));
        let rows: Vec<_> = (1..=9).map(|nth| row.replace("ReadLetter", &format!("ReadLetter{nth}"))).collect();
        std::fs::write(&path, text.replace(row, &rows.join("\n"))).unwrap();
    }
    folder
}

#[test]
fn many_warnings_of_one_code_are_counted_unless_all_are_asked_for() {
    let folder = many();
    let told = |run: &support::Run| run.stderr.matches("warning[contradiction]: the pages").count();
    let run = xtask(folder.path(), &regen(&["--check"]));
    assert_eq!(told(&run), 5, "{}", run.stderr);
    let more = "warning[contradiction]: 6 more warnings of this kind: `--all-warnings` prints them\n\
                warning: 11 warnings in 1 of 2 pages\n";
    assert!(run.stderr.contains(more), "{}", run.stderr);
    let all = xtask(folder.path(), &regen(&["--check", "--all-warnings"]));
    assert_eq!(told(&all), 11);
    assert!(!all.stderr.contains("more warnings of this kind"), "{}", all.stderr);
    let (objects, _) = objects(&xtask(folder.path(), &regen(&["--check", "--message-format", "json"])).stderr);
    assert_eq!(objects.len(), 11, "tools get every warning");
}

#[test]
fn tools_get_an_object_a_line_and_a_summary() {
    let folder = copied(&fixtures("warned/contradiction"));
    let json_regen = regen(&["--message-format", "json"]);
    let run = xtask(folder.path(), &json_regen);
    assert_eq!((run.status, run.stdout.as_str()), (Some(0), ""));
    let (found, summary) = objects(&run.stderr);
    assert_eq!(
        found[0],
        json!({
            "code": "contradiction",
            "severity": "warning",
            "message": "the pages of `exmail` differ on the access levels of the action `ReadLetter`",
            "file": "docs-src/list_examplepost.md",
            "line": 9,
            "column": 4,
            "end_line": 9,
            "end_column": 14,
            "label": "here: `List`",
            "help": "all of them are kept; if one is wrong, fix its page",
            "also": [{"file": "docs-src/list_examplemail.md", "line": 9, "column": 4, "label": "here: `Read`"}],
        })
    );
    let files = [
        "catalog/core/src/facts/first_listed.rs",
        "catalog/core/src/facts/operations.rs",
        "catalog/core/src/facts/other_names.rs",
        "catalog/core/src/facts/retired.rs",
        "catalog/core/src/facts/verbs.rs",
        "catalog/policy/src/facts/access_analyzer_checks.rs",
        "catalog/policy/src/facts/aws_accounts.rs",
        "catalog/policy/src/facts/aws_owned_resources.rs",
        "catalog/policy/src/facts/endpoint_keys.rs",
        "catalog/policy/src/facts/escalation_methods.rs",
        "catalog/policy/src/facts/global_keys.rs",
        "catalog/policy/src/facts/iam_paths.rs",
        "catalog/policy/src/facts/key_properties.rs",
        "catalog/policy/src/facts/known_errors.rs",
        "catalog/policy/src/facts/oidc_providers.rs",
        "catalog/policy/src/facts/partitions.rs",
        "catalog/policy/src/facts/policy_variables.rs",
        "catalog/policy/src/facts/principal_keys.rs",
        "catalog/policy/src/facts/rcp_services.rs",
        "catalog/policy/src/facts/request_tags.rs",
        "catalog/policy/src/facts/sam_policy_templates.rs",
        "catalog/policy/src/facts/sensitive_actions.rs",
        "catalog/policy/src/facts/service_principals.rs",
        "catalog/policy/src/facts/session_actions.rs",
        "catalog/policy/src/facts/size_limits.rs",
        "catalog/policy/src/facts/template_properties.rs",
        "catalog/policy/src/facts/trust_actions.rs",
        "catalog/policy/src/facts/unique_ids.rs",
        "catalog/policy/src/facts/used_by_aws.rs",
        "catalog/policy/src/facts/value_shapes.rs",
        "catalog/src/services/exmail.rs",
        "catalog/src/services.md",
        "catalog/src/services.rs",
        "catalog-macros/src/index.txt",
    ];
    let changes: Vec<_> = files.map(|file| json!({"file": format!("out/{file}"), "state": "missing"})).into();
    let counts = json!({"pages": 2, "services": 1, "actions": 2, "resource_types": 1, "condition_keys": 1, "rows_seen": 12, "rows_read": 12});
    let added = |kind, added| json!({"kind": kind, "added": added, "removed": 0, "changed": 0});
    let kinds = [added("service", 1), added("action", 2), added("resource_type", 1), added("condition_key", 1)];
    let meaning = json!({"kinds": kinds, "version": "patch", "files_not_compared": 0});
    assert_eq!(
        summary,
        json!({
            "ok": true, "errors": 0, "warnings": 3, "pages": 2, "pages_with_messages": 1,
            "counts": counts, "changes": changes, "meaning": meaning, "accept_loss": [],
            "accept_change": [], "leftovers": [], "leftovers_removed": true,
        })
    );

    std::fs::write(folder.path().join("out/catalog/src/services.rs"), xtask::emit::HEADER).unwrap();
    let (_, summary) = objects(&xtask(folder.path(), &[&json_regen[..], &["--check"]].concat()).stderr);
    let changes = json!([{"file": "out/catalog/src/services.rs", "state": "stale"}]);
    assert_eq!((&summary["ok"], &summary["changes"]), (&json!(false), &changes));

    let run = xtask(folder.path(), &["export", "--docs-src", "docs-src", "--message-format", "json"]);
    assert!(serde_json::from_str::<Value>(&run.stdout).is_ok());
    assert_eq!(objects(&run.stderr).1["counts"], counts);

    let run = xtask(folder.path(), &["export", "--docs-src", "nowhere", "--message-format", "json"]);
    let (found, summary) = objects(&run.stderr);
    assert_eq!(run.status, Some(1));
    assert_eq!((&found[0]["file"], &found[0]["line"]), (&json!("nowhere"), &Value::Null));
    assert_eq!((&summary["ok"], &summary["counts"]), (&json!(false), &Value::Null));
}

/// Checks that both formats report the same, and that each code has a severity that DIAGNOSTICS.md lists.
#[test]
fn people_and_tools_are_told_the_same() {
    for (name, fixture) in folders(&fixtures("wrong")).into_iter().chain(folders(&fixtures("warned"))) {
        let folder = copied(&fixture);
        let human = xtask(folder.path(), &regen(&["--check"]));
        let tools = xtask(folder.path(), &regen(&["--check", "--message-format", "json"]));
        assert_eq!((human.status, tools.stdout.as_str()), (tools.status, ""), "{name}");
        let (found, summary) = objects(&tools.stderr);
        let mut rest = human.stderr.as_str();
        for object in &found {
            let text = |key: &str| object[key].as_str().unwrap_or_default();
            let code = Code::ALL.iter().find(|code| code.name() == text("code")).unwrap();
            let known = code.severities().iter().any(|severity| severity.word() == text("severity"));
            assert!(known, "{name}: {code} cannot be a {}", text("severity"));
            let places = [object].into_iter().chain(object["also"].as_array().unwrap());
            let place = |object: &Value| match &object["line"] {
                Value::Null => object["file"].as_str().unwrap().to_owned(),
                line => format!("{}:{line}:{}\n", object["file"].as_str().unwrap(), object["column"]),
            };
            let head = format!("{}[{code}]: {}", text("severity"), text("message").lines().next().unwrap_or_default());
            for part in [head].into_iter().chain(places.map(place)) {
                (_, rest) = rest.split_once(&part).unwrap_or_else(|| panic!("{name}: `{part}` is not in\n{rest}"));
            }
        }
        let count = |severity| found.iter().filter(|object| object["severity"] == severity).count();
        assert_eq!((&summary["errors"], &summary["warnings"]), (&json!(count("error")), &json!(count("warning"))));
    }
}

#[test]
fn colors_are_for_terminals_and_for_those_who_ask() {
    let folder = fixtures("wrong/unknown-column");
    let colored = |variables: &[(&str, &str)]| xtask_where(variables, &folder, &REGEN).stderr.contains('\u{1b}');
    assert!(!colored(&[]), "a pipe has no colors");
    assert!(colored(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    let json = xtask_where(&[("CLICOLOR_FORCE", "1")], &folder, &regen(&["--message-format", "json"]));
    assert!(!json.stderr.contains('\u{1b}'));
}

/// Creates a page with a table of unknown columns, one per error.
fn unknown_columns(errors: usize) -> tempfile::TempDir {
    let folder = copied(&fixtures("warned/contradiction"));
    let path = folder.path().join("docs-src/list_examplemail.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let header = text.lines().find(|line| line.starts_with("| Actions")).unwrap();
    let columns = |cell: &dyn Fn(usize) -> String| (1..=errors).map(cell).collect::<Vec<_>>().join("|");
    let table = format!("|{}|\n|{}|\n\n", columns(&|nth| format!("Wrong{nth}")), columns(&|_| "---".to_owned()));
    std::fs::write(&path, text.replacen(header, &format!("{table}{header}"), 1)).unwrap();
    folder
}

/// Checks that the number of printed errors is limited. Each error quotes the header of the table, which gets longer
/// with each error.
#[test]
fn many_errors_of_one_page_are_counted_for_people() {
    let printed = |run: &support::Run| run.stderr.matches("error[unknown-column]").count();
    for errors in [100, 101, 400, 800] {
        let folder = unknown_columns(errors);
        let run = xtask(folder.path(), &regen(&["--all-warnings"]));
        assert_eq!((run.status, printed(&run)), (Some(1), 100.min(errors)), "{errors}");
        let (found, summary) = objects(&xtask(folder.path(), &regen(&["--message-format", "json"])).stderr);
        let told = found.iter().filter(|object| object["code"] == "unknown-column").count();
        assert_eq!(told, errors, "tools get every error");
        let all = summary["errors"].as_u64().unwrap();
        assert!(run.stderr.contains(&format!("error: {all} errors")), "the summary counts all of them");
        let more = format!("{} more error", all - 100);
        assert_eq!(run.stderr.contains(&more), all > 100, "{errors}");
    }
    let run = xtask(unknown_columns(103).path(), &REGEN);
    let last = run.stderr.lines().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("\n");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("many-errors-of-one-page", last));
}
