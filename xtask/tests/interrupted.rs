//! Tests runs that are killed, that have few open files, or that meet another run.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};
use support::{fixtures, tree, xtask};

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];
const CHECK: [&str; 6] = ["regen", "--docs-src", "docs-src", "--out", "out", "--check"];
const SERVICES: &str = "out/catalog/src/services";

/// Creates a directory with `count` pages, each of its own service.
fn pages(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let page = fixtures("golden/minimal/docs-src").join("list_examplepost.md");
    let text = std::fs::read_to_string(page).unwrap();
    assert!(text.contains("`ex-post`"), "{text}");
    std::fs::create_dir(folder.path().join("docs-src")).unwrap();
    for nth in 0..count {
        let page = folder.path().join(format!("docs-src/list_p{nth}.md"));
        std::fs::write(page, text.replace("`ex-post`", &format!("`p{nth}`"))).unwrap();
    }
    folder
}

/// Creates a directory with generated files.
fn generated() -> tempfile::TempDir {
    let folder = pages(3);
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    folder
}

/// Returns the ID of a process that has ended.
fn ended_process() -> u32 {
    let mut child = Command::new("true").spawn().unwrap();
    child.wait().unwrap();
    child.id()
}

/// Creates the temporary files of an interrupted run.
fn leave(folder: &Path, process: u32) -> [String; 2] {
    let files = [format!("{SERVICES}/.xtask-{process}-AbC123"), format!("out/catalog/src/.xtask-{process}-DeF456")];
    for file in &files {
        std::fs::write(folder.join(file), "half").unwrap();
    }
    files
}

#[test]
fn as_few_open_files_suffice_as_a_shell_may_give() {
    let folder = pages(300);
    let command = format!("ulimit -n 64; exec {} {}", env!("CARGO_BIN_EXE_xtask"), REGEN.join(" "));
    let output = Command::new("sh").args(["-c", &command]).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(folder.path().join(SERVICES).read_dir().unwrap().count(), 300);
}

#[test]
fn leftovers_are_removed_at_the_next_start_and_told() {
    let folder = generated();
    let before = tree(folder.path());
    leave(folder.path(), ended_process());
    // A temporary file without a process ID, as other programs create it.
    std::fs::write(folder.path().join(SERVICES).join(".xtask-x1Y2z3"), "half").unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let message =
        format!("warning: removed 3 temporary files of an interrupted run from out/catalog/src, {SERVICES}\n");
    assert_eq!(run.stderr, message);
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn a_check_reports_leftovers_and_removes_nothing() {
    let folder = generated();
    let files = leave(folder.path(), ended_process());
    let before = tree(folder.path());
    let run = xtask(folder.path(), &CHECK);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stderr.starts_with("warning: an interrupted run left 2 temporary files in "), "{}", run.stderr);
    assert_eq!(tree(folder.path()), before);

    let run = xtask(folder.path(), &[&REGEN[..], &["--message-format", "json"]].concat());
    let last: Value = serde_json::from_str(run.stderr.lines().last().unwrap()).unwrap();
    let mut files = files.to_vec();
    files.sort();
    assert_eq!(last["summary"]["leftovers"], json!(files));
    assert_eq!(last["summary"]["leftovers_removed"], json!(true));
}

#[test]
fn a_run_touches_no_file_of_another_and_waits_for_none() {
    let folder = generated();
    let mut other = Command::new("sleep").arg("600").spawn().unwrap();
    leave(folder.path(), other.id());
    let before = tree(folder.path());
    // A run that has nothing to write succeeds during another run.
    let run = xtask(folder.path(), &REGEN);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    std::fs::remove_file(folder.path().join("out/catalog/src/services.rs")).unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(1), "{}", run.stdout);
    assert!(run.stderr.contains("error[another-run]: another run is writing here"), "{}", run.stderr);
    other.kill().unwrap();
    other.wait().unwrap();
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    let mut after = before;
    after.retain(|path, _| !path.contains("/.xtask-"));
    assert_eq!(tree(folder.path()), after);
}

/// Checks several concurrent runs. Each completes or is refused, and no temporary files remain.
#[test]
fn runs_at_the_same_time_do_no_harm() {
    let folder = pages(60);
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let command = command.args(REGEN).current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let runs: Vec<_> = (0..4).map(|_| command.spawn().unwrap()).collect();
    for run in runs {
        let output = run.wait_with_output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() || stderr.contains("error[another-run]"), "{stderr}");
    }
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let files = tree(&folder.path().join("out"));
    assert!(files.keys().all(|path| !path.contains("/.xtask-")));
    assert_eq!(files.keys().filter(|path| path.starts_with("catalog/src/services/")).count(), 60);
}

/// Checks that consent may be repeated, because an interrupted run may already have made the accepted changes.
#[test]
fn what_was_accepted_before_the_interruption_may_be_accepted_again() {
    let folder = generated();
    let accepting = [&REGEN[..], &["--accept-loss", "p9:service"]].concat();
    assert_eq!(xtask(folder.path(), &accepting).status, Some(1));
    leave(folder.path(), ended_process());
    let run = xtask(folder.path(), &accepting);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}

/// Kills a run at several times. Every file must be in its old or new state, and the next run must complete the rest.
#[test]
fn what_is_killed_is_repaired() {
    let expected = {
        let folder = pages(60);
        assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
        tree(&folder.path().join("out"))
    };
    for milliseconds in [0, 3, 6, 10, 15, 20, 25, 30, 40, 60, 90, 150] {
        let folder = pages(60);
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        let command = command.args(REGEN).current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
        let _ = child.kill();
        child.wait().unwrap();
        for (path, text) in tree(&folder.path().join("out")) {
            let temporary = path.rsplit('/').next().unwrap().starts_with(".xtask-");
            assert!(temporary || expected[&path] == text, "{path} is half written");
        }
        let run = xtask(folder.path(), &REGEN);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        assert!(tree(&folder.path().join("out")) == expected, "after {milliseconds} ms");
    }
}

#[test]
fn packages_and_git_leave_temporary_files_out() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap();
    assert!(read(".gitignore").lines().any(|line| line == ".xtask-*"));
    for manifest in ["catalog", "catalog/core", "catalog/policy", "catalog-macros"] {
        let text = read(&format!("{manifest}/Cargo.toml"));
        assert!(text.contains("include = [\"/src/**\", \"!.xtask-*\","), "{manifest}");
    }
}
