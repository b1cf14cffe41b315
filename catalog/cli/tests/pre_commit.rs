//! Runs the hook of `.pre-commit-hooks.yaml` as pre-commit does. `.ci/hook` also tests its installation.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic at the first failure"
)]

#[path = "support/folder.rs"]
mod folder;
#[path = "support/repository.rs"]
mod repository;
mod support;

use folder::{CLEAN, Folder, MAILER, ids};

/// Returns the arguments that pre-commit passes before the names of files, without `catalog lint`.
fn arguments() -> Vec<String> {
    let hooks = repository::yaml(".pre-commit-hooks.yaml");
    let [hook] = &hooks.as_array().unwrap()[..] else { panic!("{hooks}") };
    // pre-commit splits the entry at spaces, and starts it without a shell.
    let mut words = hook["entry"].as_str().unwrap().split(' ').map(str::to_owned);
    assert_eq!([words.next().unwrap(), words.next().unwrap()], ["catalog", "lint"]);
    words.collect()
}

#[test]
fn the_hook_checks_the_changed_files() {
    let template = "Resources:\n  A:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: {Version: \
                    2012-10-17, Statement: [{Effect: Allow, Action: ses:SendEmial, Resource: '*'}]}\n";
    let folder = Folder::of(&[
        ("mailer.json", MAILER),
        ("clean.json", CLEAN),
        ("package.json", r#"{"name": "site", "version": "1.0.0"}"#),
        (".github/workflows/ci.yml", "name: ci\non: [push]\n"),
        ("roles.template", template),
    ]);
    let lint = |more: &[&str]| {
        let arguments = arguments();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).chain(more.iter().copied()).collect();
        folder.lint(&arguments)
    };
    let (code, out, _) = lint(&["--format", "json", "package.json", "mailer.json", ".github/workflows/ci.yml"]);
    assert_eq!((code, ids(&out)), (1, ["warning empty-sid", "error unknown-action"].map(str::to_owned).into()));
    let (code, out, _) = lint(&["--format", "json", "roles.template", "clean.json"]);
    assert_eq!((code, ids(&out)), (1, ["error unknown-action".to_owned()].into()));
    assert_eq!(lint(&["clean.json", "package.json"]).0, 0);
    // Most commits change no policy.
    assert_eq!(lint(&["package.json", ".github/workflows/ci.yml"]).0, 0);
    // The `args` of a user follow the entry.
    assert_eq!(lint(&["--allow=unknown-action", "--allow=empty-sid", "mailer.json"]).0, 0);
}

#[test]
fn pip_finds_the_build_backend() {
    let project = repository::text("pyproject.toml");
    let [backend, directory] = ["build-backend = \"", "backend-path = [\""].map(|key| {
        let (_, value) = project.split_once(key).unwrap();
        value.split_once('"').unwrap().0
    });
    let backend = repository::text(&format!("{directory}/{backend}.py"));
    assert!(backend.contains("\ndef build_wheel(wheel_directory, "));
}
