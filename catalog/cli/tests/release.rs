//! Runs the steps of the workflow that publishes a release, and checks the conventions of all workflows.

#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic at the first failure"
)]

#[path = "support/github.rs"]
mod github;
#[path = "support/repository.rs"]
mod repository;

use std::{fs, path::Path, process::Command};

use github::{Job, Runner};
use serde_json::Value;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_catalog");
const VERSION: &str = env!("CARGO_PKG_VERSION");
const WORKFLOWS: [&str; 3] = ["ci", "refresh", "release"];

fn workflow(name: &str) -> Value {
    repository::yaml(&format!(".github/workflows/{name}.yml"))
}

/// Returns all steps of a workflow or an action.
fn steps(file: &Value) -> Vec<&Value> {
    let jobs = file["jobs"].as_object().into_iter().flat_map(|jobs| jobs.values());
    let lists = jobs.map(|job| &job["steps"]).chain([&file["runs"]["steps"]]);
    lists.filter_map(Value::as_array).flatten().collect()
}

/// Creates a clone with the files that a release needs, and with this changelog.
fn clone(changelog: &str) -> TempDir {
    let clone = tempfile::tempdir().unwrap();
    let scripts = [".ci/archive", ".ci/release", ".ci/release-notes", ".ci/version"];
    for name in ["Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "catalog/cli/README.md"].into_iter().chain(scripts) {
        let path = clone.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::copy(repository::path(name), path).unwrap();
    }
    fs::write(clone.path().join("CHANGELOG.md"), changelog).unwrap();
    for arguments in [&["init", "--quiet"][..], &["add", "."], &["commit", "--quiet", "-m", "a"]] {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=a", "-c", "user.email=a"]).args(arguments);
        assert!(git.current_dir(clone.path()).status().unwrap().success());
    }
    clone
}

/// Runs a job of the release with this tag, and replaces the programs that need a network.
fn run(clone: &Path, job: &str, tag: &str, context: &[(&str, &str)]) -> (Job, Runner) {
    let mut runner = Runner::new(clone);
    runner.variables.insert("GITHUB_REF_NAME".to_owned(), tag.to_owned());
    runner.variables.insert("CATALOG_PROGRAM".to_owned(), PROGRAM.to_owned());
    runner.replace("rustup", "echo \"rustup $*\"");
    let log = runner.temporary().join("gh");
    runner.replace("gh", &format!("printf '%s\\n' \"$@\" >{}\ncat \"$8\"", log.display()));
    runner.context.extend(context.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    (runner.run(&workflow("release")["jobs"][job]["steps"]), runner)
}

#[test]
fn a_release_has_archives_checksums_and_the_section_of_the_changelog() {
    let changelog =
        format!("# Changelog\n\n## {VERSION} (2027-01-05)\n\nFirst.\n\n### More\n\n* Second.\n\n## 0.0.1\n\nOld.\n");
    let clone = clone(&changelog);
    let tag = format!("v{VERSION}");
    let notes = run(clone.path(), "notes", &tag, &[]).0;
    assert_eq!((notes.status, &*notes.stdout), (0, "First.\n\n### More\n\n* Second.\n\n"));

    let release = workflow("release");
    let matrix = release["jobs"]["archive"]["strategy"]["matrix"]["include"].as_array().unwrap();
    let mut names = Vec::new();
    for entry in matrix {
        let target = entry["target"].as_str().unwrap();
        let (job, _) = run(clone.path(), "archive", &tag, &[("matrix.target", target)]);
        assert_eq!(job.status, 0, "{target}: {}{}", job.stdout, job.stderr);
        names.push(format!("catalog-{VERSION}-{target}.tar.gz"));
    }
    assert_eq!(names.len(), 5);
    let archives = clone.path().join("target/archives");
    for name in &names {
        let listed = Command::new("tar").args(["-tzf", name]).current_dir(&archives).output().unwrap();
        let listed = String::from_utf8(listed.stdout).unwrap();
        let directory = name.strip_suffix(".tar.gz").unwrap();
        let program = if name.contains("windows") { "catalog.exe" } else { "catalog" };
        for file in [program, "COMMIT", "LICENSE-MIT", "completions/_catalog", "completions/catalog.bash"] {
            assert!(listed.lines().any(|line| line == format!("{directory}/{file}")), "{file}: {listed}");
        }
    }

    let (job, runner) = run(clone.path(), "publish", &tag, &[]);
    assert_eq!((job.status, job.stdout), (0, notes.stdout), "{}", job.stderr);
    names.sort();
    let sums = fs::read_to_string(archives.join("SHA256SUMS")).unwrap();
    let summed: Vec<_> = sums.lines().map(|line| line.split_once("  ").unwrap().1).collect();
    assert_eq!(summed, names);
    let beginning = format!("release\ncreate\n{tag}\n--verify-tag\n--title\n{VERSION}\n--notes-file\n");
    let files = format!("\n{}\nSHA256SUMS\n", names.join("\n"));
    let arguments = fs::read_to_string(runner.temporary().join("gh")).unwrap();
    assert!(arguments.starts_with(&beginning) && arguments.ends_with(&files), "{arguments}");
}

#[test]
fn a_tag_that_does_not_fit_publishes_nothing() {
    let published = format!("# Changelog\n\n## {VERSION} (2027-01-05)\n\nFirst.\n");
    let open = published.replace("2027-01-05", "not yet published");
    let missing = published.replace(VERSION, &format!("{VERSION}0"));
    let tag = format!("v{VERSION}");
    for (changelog, tag, message) in [
        (&published, "v9.9.9", "the tag `v9.9.9` does not fit"),
        (&published, VERSION, "does not fit the version"),
        (&open, &tag, "replace `(not yet published)`"),
        (&missing, &tag, "CHANGELOG.md has no section"),
    ] {
        let clone = clone(changelog);
        for job in ["notes", "publish"] {
            fs::create_dir_all(clone.path().join("target/archives")).unwrap();
            let (job, _) = run(clone.path(), job, tag, &[]);
            assert!(job.status == 1 && job.stderr.contains(message) && job.stdout.is_empty(), "{tag}: {job:?}");
        }
    }
}

#[test]
fn only_one_job_of_the_release_can_write() {
    let release = workflow("release");
    assert_eq!(release["permissions"].to_string(), r#"{"contents":"read"}"#);
    let writers = release["jobs"].as_object().unwrap().iter();
    let writers = writers.filter(|(_, job)| job["permissions"]["contents"] == "write").map(|(name, _)| name.as_str());
    assert_eq!(writers.collect::<Vec<_>>(), ["publish"]);
    let needs = &release["jobs"]["publish"]["needs"];
    assert!(needs.as_array().unwrap().contains(&Value::from("ci")), "{needs}");
    assert!(!workflow("ci")["on"]["workflow_call"].is_null(), "`release` calls `ci`");
}

#[test]
fn workflows_state_versions_and_keep_expressions_out_of_scripts() {
    let files = WORKFLOWS.map(workflow).into_iter().chain([repository::yaml("action.yml")]);
    let mut count = 0;
    for file in files {
        for step in steps(&file) {
            count += 1;
            if let Some(script) = step["run"].as_str() {
                assert!(!script.contains("${{"), "an expression can add commands to a script: {script}");
            } else {
                let action = step["uses"].as_str().unwrap();
                let version = action.split_once('@').map(|(_, version)| version);
                let is_stated = action == "./" || version.is_some_and(|version| version.starts_with('v'));
                assert!(is_stated, "expected a major version, found {action}");
            }
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn scripts_stop_at_the_first_error() {
    let mut count = 0;
    for directory in [".ci", ".ci/action"] {
        for entry in fs::read_dir(repository::path(directory)).unwrap() {
            let path = entry.unwrap().path();
            let Ok(script) = fs::read_to_string(&path) else { continue };
            if script.starts_with("#!/usr/bin/env bash\n") {
                count += 1;
                assert!(script.contains("\nset -euo pipefail\n"), "{}", path.display());
            }
        }
    }
    assert!(count > 10, "{count}");
}
