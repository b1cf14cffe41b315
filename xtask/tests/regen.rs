//! Tests the changes that `regen` makes on disk: only necessary ones, all or none, and none under `--check`.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::path::Path;
use support::{copy, fixtures, times, tree, xtask};

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];
const CHECK: [&str; 6] = ["regen", "--docs-src", "docs-src", "--out", "out", "--check"];

/// Creates a directory with the pages of a golden fixture and the generated files.
fn generated() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/minimal/docs-src"), &folder.path().join("docs-src"));
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    std::fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
    std::fs::write(folder.join(path), text).unwrap();
}

const SERVICE: &str = "out/catalog/src/services/ex_post.rs";
const LEFT_OVER: &str = "out/catalog/src/services/gone.rs";

#[test]
fn the_summary_counts_everything() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/merged/docs-src"), &folder.path().join("docs-src"));
    let run = xtask(folder.path(), &REGEN);
    let expected = "2 pages, 1 service, 5 actions, 2 resource types, 1 condition key; \
                    16 of 16 rows read; 34 files changed in ";
    let (first, last) = run.stdout.split_once(" ms\n").unwrap();
    assert!(first.starts_with(expected), "{}", run.stdout);
    assert_eq!(last, "+1 service, +5 actions, +2 resource types, +1 condition key; needs a patch version\n");
    let run = xtask(folder.path(), &[&REGEN[..], &["--counts"]].concat());
    assert!(run.stdout.starts_with("list_examplemail.md: "), "{}", run.stdout);
    assert_eq!(run.stdout.lines().count(), 3, "one line per page, and the summary");
}

#[test]
fn a_second_run_touches_nothing() {
    let folder = generated();
    let (text, time) = (tree(folder.path()), times(folder.path()));
    let run = xtask(folder.path(), &REGEN);
    assert!(run.stdout.contains("; 0 files changed in "), "{}{}", run.stdout, run.stderr);
    assert_eq!((tree(folder.path()), times(folder.path())), (text, time));
}

#[test]
fn another_month_changes_no_file_of_a_service() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/editions/docs-src"), &folder.path().join("docs-src"));
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    let before = tree(&folder.path().join("out"));
    let editions = std::fs::read_to_string(folder.path().join("docs-src/editions.toml")).unwrap();
    write(folder.path(), "docs-src/editions.toml", &editions.replace("2026-09", "2026-10"));
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    let after = tree(&folder.path().join("out"));
    let changed: Vec<_> = after.iter().filter(|file| !before.iter().any(|old| old == *file)).collect();
    let paths: Vec<_> = changed.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["catalog/src/services.md", "catalog/src/services.rs"]);
    for (path, text) in changed {
        assert!(String::from_utf8_lossy(text).contains("2026-10"), "{path}");
    }
}

#[test]
fn the_months_of_facts_change_no_file_of_a_service() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/editions/docs-src"), &folder.path().join("docs-src"));
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    let before = tree(&folder.path().join("out"));
    let editions = std::fs::read_to_string(folder.path().join("docs-src/editions.toml")).unwrap();
    let months = [
        ("permission-only = \"2026-07\"\n", ""),
        ("dependent-actions = \"2026-08\"", "dependent-actions = \"2026-07\""),
    ];
    let editions = months.iter().fold(editions, |text, (from, to)| text.replace(from, to));
    write(folder.path(), "docs-src/editions.toml", &editions);
    let older = ["--accept-change", "permission-only:edition", "--accept-change", "dependent-actions:edition"];
    let run = xtask(folder.path(), &[&REGEN[..], &older].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let after = tree(&folder.path().join("out"));
    let changed: Vec<_> = after.iter().filter(|(path, text)| before.get(*path) != Some(*text)).collect();
    assert_eq!(
        changed.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(),
        ["catalog/src/services.md", "catalog/src/services.rs"]
    );
    let sentence = "as of 2026-09.\nThe dependent actions are as of 2026-07.\n";
    assert!(String::from_utf8_lossy(&after["catalog/src/services.md"]).contains(sentence));
}

#[test]
fn a_checkout_with_crlf_is_not_rewritten() {
    let folder = generated();
    let text = std::fs::read_to_string(folder.path().join(SERVICE)).unwrap();
    write(folder.path(), SERVICE, &text.replace('\n', "\r\n"));
    assert_eq!(xtask(folder.path(), &CHECK).status, Some(0));
}

#[test]
fn changed_files_are_written_and_left_overs_removed() {
    let folder = generated();
    let expected = tree(folder.path());
    let header = xtask::emit::HEADER;
    write(folder.path(), SERVICE, &format!("{header}\n// old\n"));
    write(folder.path(), LEFT_OVER, &format!("{header}\n// old\n"));
    std::fs::remove_file(folder.path().join("out/catalog/src/services.rs")).unwrap();
    let before = times(folder.path());
    // The damaged files cannot be read back, so their loss needs consent.
    let accept = ["--accept-loss", "ex_post.rs", "--accept-loss", "gone.rs"];
    let run = xtask(folder.path(), &[&REGEN[..], &accept[..]].concat());
    assert!(run.stdout.contains("; 3 files changed in "), "{}{}", run.stdout, run.stderr);
    assert_eq!(tree(folder.path()), expected);
    let index = "out/catalog-macros/src/index.txt";
    assert_eq!(times(folder.path())[index], before[index], "an unchanged file was written");
}

#[test]
fn check_names_what_differs_and_the_command_and_writes_nothing() {
    let folder = generated();
    let run = xtask(folder.path(), &CHECK);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));

    let header = xtask::emit::HEADER;
    write(folder.path(), SERVICE, &format!("{header}\n// old\n"));
    write(folder.path(), LEFT_OVER, &format!("{header}\n// old\n"));
    std::fs::remove_file(folder.path().join("out/catalog/src/services.rs")).unwrap();
    let (text, time) = (tree(folder.path()), times(folder.path()));
    let run = xtask(folder.path(), &CHECK);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("check", run.stderr));
    assert_eq!((tree(folder.path()), times(folder.path())), (text, time));
}

#[test]
fn a_failure_half_way_puts_everything_back() {
    let folder = generated();
    std::fs::remove_dir_all(folder.path().join("out/catalog-macros")).unwrap();
    // The first files can be written, but there is a file in place of the directory of the last files.
    write(folder.path(), "out/catalog-macros", "in the way");
    write(folder.path(), SERVICE, &format!("{}\n// old\n", xtask::emit::HEADER));
    let before = tree(folder.path());
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("error[cannot-write]"), "{}", run.stderr);
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn a_rename_that_fails_undoes_those_before() {
    let folder = generated();
    let root = folder.path().join("out");
    let mut plan = xtask::write::Plan::default();
    let header = xtask::emit::HEADER;
    for (path, old) in [("a.rs", Some("old")), ("b.rs", None), ("c.rs", None)] {
        if let Some(old) = old {
            write(&root, path, old);
        }
        plan.changes.push(xtask::write::FileChange {
            path: root.join(path),
            shown: path.to_owned(),
            old: old.map(|old| old.as_bytes().to_vec()),
            new: Some(header.to_owned()),
        });
    }
    // A file cannot be renamed to a directory that is not empty.
    write(&root, "c.rs/inside", "in the way");
    let before = tree(&root);
    let error = plan.apply().unwrap_err();
    assert_eq!(error.code, xtask::diagnostic::Code::CannotWrite);
    assert_eq!(tree(&root), before);
}

#[test]
fn an_output_folder_that_cannot_be_written_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/minimal/docs-src"), &folder.path().join("docs-src"));
    write(folder.path(), "out", "a file in place of a directory");
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(1));
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("wrong-cannot-write", run.stderr));
}

#[test]
fn files_written_by_hand_are_left_alone() {
    for path in [SERVICE, LEFT_OVER] {
        let folder = generated();
        write(folder.path(), path, "//! By hand.\n");
        let before = tree(folder.path());
        let run = xtask(folder.path(), &REGEN);
        assert_eq!(run.status, Some(1));
        assert!(run.stderr.contains("error[not-generated]"), "{}", run.stderr);
        assert_eq!(tree(folder.path()), before);
    }
}

/// Checks that the generated files of the workspace are up to date with its pages.
#[test]
fn the_committed_files_are_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let run = xtask(root, &["regen", "--check"]);
    assert_eq!(run.status, Some(0), "run `cargo xtask regen`\n{}", run.stderr);
}

/// Checks that generated files have the same permissions as other new files, so that other users can read them.
#[cfg(unix)]
#[test]
fn generated_files_can_be_read_by_others() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/minimal/docs-src"), &folder.path().join("docs-src"));
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    let mode = folder.path().join(SERVICE).metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o111, 0);
    assert_ne!(mode & 0o400, 0);
    let plain = folder.path().join("plain");
    std::fs::write(&plain, "").unwrap();
    assert_eq!(
        mode,
        plain.metadata().unwrap().permissions().mode(),
        "the permissions differ from those of other new files"
    );
}
