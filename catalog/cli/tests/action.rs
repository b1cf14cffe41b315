//! Runs the steps of `action.yml` over a repository with policies: with a release, and with compiled source.

#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic at the first failure"
)]

#[path = "support/folder.rs"]
mod folder;
#[path = "support/github.rs"]
mod github;
#[path = "support/repository.rs"]
mod repository;
mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use folder::{CLEAN, Folder, MAILER, ids};
use github::{Job, Runner};
use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_catalog");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A template with the mistake of [`MAILER`].
const TEMPLATE: &str = r#"
Resources:
  Mailer:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Action: ses:SendEmial
            Resource: "*"
"#;

/// Creates a repository with policies and other files.
fn workspace() -> Folder {
    Folder::of(&[
        ("policies/mailer.json", MAILER),
        ("policies/clean.json", CLEAN),
        ("templates/roles.yaml", TEMPLATE),
        ("package.json", r#"{"name": "site", "version": "1.0.0"}"#),
    ])
}

/// Creates a runner with a replaced `cargo`, which records its arguments and installs the command of this test.
fn runner(workspace: &Folder) -> Runner {
    let runner = Runner::new(workspace.path());
    let log = runner.temporary().join("cargo");
    runner.replace("cargo", &format!("echo \"$*\" >{}\ncp '{PROGRAM}' bin/", log.display()));
    runner
}

/// Runs the action with inputs, and with the defaults of the others.
fn action(runner: &mut Runner, inputs: &[(&str, &str)]) -> Job {
    let action = repository::yaml("action.yml");
    runner.context.retain(|name, _| !name.starts_with("steps."));
    for (name, input) in action["inputs"].as_object().unwrap() {
        runner.context.insert(format!("inputs.{name}"), input["default"].as_str().unwrap().to_owned());
    }
    for (name, text) in inputs {
        assert!(!action["inputs"][name].is_null(), "{name}");
        runner.context.insert(format!("inputs.{name}"), (*text).to_owned());
    }
    runner.run(&action["runs"]["steps"])
}

/// Publishes a release for the runner, with this command for Linux. Returns the directory of its files.
fn publish(runner: &Runner) -> PathBuf {
    let directory = format!("server/owner/catalog/releases/download/v{VERSION}");
    let directory = runner.temporary().with_file_name(directory);
    fs::create_dir_all(&directory).unwrap();
    let archive = Command::new("bash")
        .arg(repository::path(".ci/archive"))
        .args(["x86_64-unknown-linux-musl", directory.to_str().unwrap()])
        .env("CATALOG_PROGRAM", PROGRAM)
        .output()
        .unwrap();
    assert!(archive.status.success(), "{}", String::from_utf8_lossy(&archive.stderr));
    let names = fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    let mut sums = Command::new("bash");
    sums.args(["-c", "sha256sum \"$@\" || shasum -a 256 \"$@\"", "sums"]).args(names);
    let sums = sums.current_dir(&directory).output().unwrap();
    fs::write(directory.join("SHA256SUMS"), sums.stdout).unwrap();
    directory
}

fn compiled(runner: &Runner) -> String {
    fs::read_to_string(runner.temporary().join("cargo")).unwrap_or_default()
}

#[test]
fn mistakes_are_annotated_uploaded_and_summarized() {
    let workspace = workspace();
    let mut runner = runner(&workspace);
    let job = action(&mut runner, &[("upload-sarif", "true")]);
    assert_eq!(job.status, 1, "{}{}", job.stdout, job.stderr);
    let annotation = |file: &str| format!("::error file={file},line=");
    assert!(job.stdout.contains(&annotation("policies/mailer.json")), "{}", job.stdout);
    assert!(job.stdout.contains(&annotation("templates/roles.yaml")), "{}", job.stdout);
    assert!(job.stdout.contains("title=unknown-action::unknown action `ses:SendEmial`"), "{}", job.stdout);

    let [(used, inputs)] = &job.used[..] else { panic!("{:?}", job.used) };
    assert!(used.starts_with("github/codeql-action/upload-sarif@"), "{used}");
    let sarif: Value = serde_json::from_str(&fs::read_to_string(&inputs["sarif_file"]).unwrap()).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let places = results.iter().map(|result| {
        let place = &result["locations"][0]["physicalLocation"];
        (result["ruleId"].as_str().unwrap(), place["artifactLocation"]["uri"].as_str().unwrap())
    });
    let places: Vec<_> = places.filter(|(id, _)| *id == "unknown-action").collect();
    assert_eq!(
        places,
        [("unknown-action", "policies/mailer.json"), ("unknown-action", "templates/roles.yaml")],
        "{results:?}"
    );
    assert!(job.summary.contains("unknown-action") && job.summary.contains("policies/mailer.json"), "{}", job.summary);
}

#[test]
fn the_inputs_are_arguments() {
    let workspace = workspace();
    let mut runner = runner(&workspace);
    let clean = action(&mut runner, &[("paths", "policies/clean.json\n")]);
    assert_eq!((clean.status, clean.used.len()), (0, 0), "{}{}", clean.stdout, clean.stderr);
    let allowed = [("paths", "policies\ntemplates\n"), ("args", "--allow unknown-action  --allow\nempty-sid")];
    assert_eq!(action(&mut runner, &allowed).status, 0);
    let denied =
        action(&mut runner, &[("paths", "policies"), ("args", "--allow unknown-action"), ("deny-warnings", "true")]);
    assert!(denied.status == 1 && denied.stdout.contains("::error file="), "{}", denied.stdout);
    assert!(!denied.stdout.contains("::warning"), "{}", denied.stdout);

    assert_eq!(ids(&workspace.lint(&["--format", "json", "."]).1).len(), 3);
    assert_eq!(workspace.lint(&["--write-baseline", "known.json", "."]).0, 0);
    assert_eq!(action(&mut runner, &[("baseline", "known.json")]).status, 0);
    workspace.write("other.toml", "allow = ['unknown-action', 'empty-sid']");
    assert_eq!(action(&mut runner, &[("config", "other.toml")]).status, 0);
}

#[test]
fn wrong_inputs_fail() {
    let workspace = workspace();
    let mut runner = runner(&workspace);
    let job = action(&mut runner, &[("paths", "nothing"), ("upload-sarif", "true")]);
    assert!(job.status == 2 && job.stderr.contains("nothing"), "{job:?}");
    let job = action(&mut runner, &[("args", "--frob"), ("upload-sarif", "true")]);
    assert!(job.status == 2 && job.used.is_empty() && job.stderr.contains("--frob"), "{job:?}");
    assert_eq!(action(&mut runner, &[("deny-warnings", "yes")]).status, 1);
    assert_eq!(action(&mut runner, &[("version", "latest")]).status, 1);
    assert_eq!(action(&mut runner, &[("version", "../0.1.0")]).status, 1);
}

#[test]
fn an_input_cannot_run_a_command() {
    let workspace = workspace();
    let mut runner = runner(&workspace);
    let command = "$(touch harmed)`touch harmed`;touch harmed\" touch harmed '";
    for input in ["paths", "config", "baseline", "args", "version", "deny-warnings", "upload-sarif"] {
        action(&mut runner, &[(input, command)]);
        assert!(!workspace.path().join("harmed").exists(), "{input}");
    }
    // Patterns are not expanded.
    workspace.write("a/--allow", "");
    let job = action(&mut runner, &[("paths", "policies/*.json")]);
    assert!(job.status == 2 && job.stderr.contains("policies/*.json"), "{}", job.stderr);
    // A path that looks like an option is a path.
    let job = action(&mut runner, &[("paths", "--no-config")]);
    assert!(job.status == 2 && job.stderr.contains("error: --no-config: "), "{}", job.stderr);
}

#[test]
fn a_tag_installs_its_release() {
    let workspace = workspace();
    let mut runner = runner(&workspace);
    publish(&runner);
    let paths = [("paths", "policies/clean.json")];
    for (name, text) in [("repository", "owner/catalog"), ("ref", &format!("v{VERSION}"))] {
        runner.context.insert(format!("github.action_{name}"), text.to_owned());
    }
    let job = action(&mut runner, &paths);
    assert_eq!((job.status, &*compiled(&runner)), (0, ""), "{}{}", job.stdout, job.stderr);
    assert!(job.stdout.starts_with(&format!("Installed catalog {VERSION} for x86_64-unknown-linux-musl.\n")));

    // The commit of the release installs it too. Another commit, a branch and another platform compile the source.
    let head = Command::new("git").args(["rev-parse", "HEAD"]).current_dir(repository::path("")).output().unwrap();
    let head = String::from_utf8(head.stdout).unwrap().trim().to_owned();
    for (reference, architecture, is_compiled) in [
        (&*head, "X64", false),
        ("0123456789012345678901234567890123456789", "X64", true),
        ("main", "X64", true),
        ("", "X64", true),
        (&*head, "ARM", true),
        (&*head, "ARM64", true),
    ] {
        runner.context.insert("github.action_ref".to_owned(), reference.to_owned());
        runner.variables.insert("RUNNER_ARCH".to_owned(), architecture.to_owned());
        let _ = fs::remove_file(runner.temporary().join("cargo"));
        let job = action(&mut runner, &paths);
        assert_eq!(
            (job.status, !compiled(&runner).is_empty()),
            (0, is_compiled),
            "{reference} {architecture}: {job:?}"
        );
    }
    let source = repository::path("catalog/cli");
    let path = format!("install --quiet --locked --force --path {} --root . --target-dir target\n", source.display());
    assert_eq!(compiled(&runner), path);
}

#[test]
fn another_version_is_downloaded_or_compiled_from_its_tag() {
    let workspace = workspace();
    let mut runner = runner(&workspace);
    runner.context.insert("github.action_repository".to_owned(), "owner/catalog".to_owned());
    let inputs = [("paths", "policies/clean.json"), ("version", "9.0.1")];
    assert_eq!(action(&mut runner, &inputs).status, 0);
    let git = format!("--git {}/owner/catalog --tag v9.0.1 catalog-cli ", runner.variables["GITHUB_SERVER_URL"]);
    assert!(compiled(&runner).contains(&git), "{}", compiled(&runner));
    let version = [("paths", "policies/clean.json"), ("version", VERSION)];
    fs::remove_file(runner.temporary().join("cargo")).unwrap();
    publish(&runner);
    assert_eq!((action(&mut runner, &version).status, &*compiled(&runner)), (0, ""));
}

#[test]
fn a_replaced_binary_is_refused() {
    let workspace = workspace();
    let mut runner = runner(&workspace);
    runner.context.insert("github.action_repository".to_owned(), "owner/catalog".to_owned());
    let inputs = [("paths", "policies/clean.json"), ("version", VERSION)];
    let directory = publish(&runner);
    let archive = directory.join(format!("catalog-{VERSION}-x86_64-unknown-linux-musl.tar.gz"));
    fs::write(&archive, "not the archive").unwrap();
    let refused = |runner: &mut Runner| {
        let job = action(runner, &inputs);
        assert_eq!((job.status, &*compiled(runner)), (1, ""), "{job:?}");
        assert!(job.stdout.contains("::error title=catalog::the checksum of catalog-"), "{}", job.stdout);
    };
    refused(&mut runner);
    // So is an archive that the checksums do not list.
    fs::write(directory.join("SHA256SUMS"), "").unwrap();
    refused(&mut runner);
}

#[test]
fn a_machine_without_cargo_gets_an_explanation() {
    let workspace = workspace();
    let mut runner = Runner::new(workspace.path());
    // Only these programs exist.
    for program in ["bash", "sed", "head", "mkdir", "dirname", "cat"] {
        let found = ["/bin", "/usr/bin"].map(|directory| Path::new(directory).join(program));
        let found = found.iter().find(|path| path.exists()).unwrap();
        runner.replace(program, &format!("exec {} \"$@\"", found.display()));
    }
    runner.variables.insert("PATH".to_owned(), runner.temporary().with_file_name("bin").to_str().unwrap().to_owned());
    let job = action(&mut runner, &[("version", "source")]);
    assert!(job.status == 1 && job.stdout.contains("::error title=catalog::`cargo` not found: "), "{job:?}");
}
