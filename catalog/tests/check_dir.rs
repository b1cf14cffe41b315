//! Tests the check of a directory of policies, as tests of other crates use it.

#![cfg(feature = "std")]
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::{error::Error, fs, path::Path};

use catalog::policy::{DirReport, check_dir};

const CLEAN: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "ses:*", "Resource": "*"}}"#;
const WRONG: &str = r#"{
    "Version": "2012-10-17",
    "Statement": {"Effect": "Deny", "Action": "ses:SendEmial", "Resource": "*"}
}"#;

/// Checks a directory with these files.
fn check(files: &[(&str, &str)]) -> Result<(), DirReport> {
    let directory = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = directory.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    check_dir(directory.path())
}

// The test that `lint.md` shows, with another directory.
#[test]
fn policies_are_correct() -> Result<(), DirReport> {
    check_dir("tests/crate_with_policies/policies")
}

#[test]
fn policies_of_every_kind_are_clean() {
    let trust = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"Service": "lambda.amazonaws.com"}}}"#;
    let queue = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:SendMessage",
        "Principal": {"AWS": "arn:aws:iam::111122223333:role/news"},
        "Resource": "arn:aws:sqs:eu-west-1:111122223333:news"}}"#;
    check(&[("identity.json", CLEAN), ("role/trust.json", trust), ("queue.json", queue)]).unwrap();
}

#[test]
fn a_report_shows_each_finding_with_its_place() {
    let report =
        check(&[("b/wrong.json", WRONG), ("a.json", CLEAN), ("package.json", r#"{"name": "a"}"#)]).unwrap_err();
    assert_eq!((report.errors(), report.warnings(), report.files().count()), (1, 0, 1));
    let text = report.to_string();
    assert!(text.starts_with("error[unknown-action]: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?\n"));
    assert!(text.contains("b/wrong.json:3:47\n") && text.contains("^^^"), "{text}");
    assert!(text.contains("\nnote: 1 file was not recognized: "), "{text}");
    assert!(text.ends_with("\n1 error, 0 warnings in 2 policies of 2 files"), "{text}");
    // A failed test prints `Debug`.
    assert_eq!(format!("{report:?}"), format!("the check of the policies failed\n\n{text}"));
    let _: &dyn Error = &report;
}

#[test]
fn a_test_that_checks_nothing_fails() {
    let why = |result: Result<(), DirReport>| result.unwrap_err().to_string();
    assert!(why(check(&[])).contains(": the directory contains no `*.json`, `*.yaml`, "));
    assert!(why(check(&[("a.json", r#"{"name": "a"}"#)])).contains("no policy found: the only file does not"));
    assert!(
        why(check_dir("no/such/directory")).starts_with("error: no/such/directory: the directory does not exist\n")
    );
    assert!(why(check_dir(Path::new("Cargo.toml"))).starts_with("error: Cargo.toml: expected a directory\n"));
}

#[test]
fn a_file_that_cannot_be_read_fails() {
    let text = check(&[("a.json", "{\"Statement\": ["), ("b.json", CLEAN)]).unwrap_err().to_string();
    assert!(text.starts_with("error[malformed-json]"), "{text}");
}
