//! Tests of `catalog evaluate` and `catalog test`, run as programs.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

mod support;

use std::{fs, path::Path};

use serde_json::Value;
use support::{Outcome, catalog, outcome};
use tempfile::TempDir;

const MAILER: &str = r#"{
    "Version": "2012-10-17",
    "Statement": {
        "Sid": "SendNews",
        "Effect": "Allow",
        "Action": "ses:SendEmail",
        "Resource": "arn:aws:ses:*:111122223333:identity/example.com",
        "Condition": {"StringEquals": {"ses:FromAddress": "news@example.com"}}
    }
}
"#;

/// Returns a scenario with a sender and an expected decision.
fn scenario(name: &str, sender: &str, expect: &str) -> String {
    format!(
        r#"{{
    "name": "{name}",
    "expect": "{expect}",
    "request": {{
        "principal": "arn:aws:iam::111122223333:role/mailer",
        "action": "ses:SendEmail",
        "resource": "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
        "context": {{"ses:FromAddress": "{sender}"}}
    }},
    "policies": {{"identity": ["policies/mailer.json"]}}
}}
"#
    )
}

/// Returns a list of two scenarios, of which the second one fails.
fn two() -> String {
    let news = scenario("mailer may send news", "news@example.com", "allowed");
    let boss = scenario("mailer may send as boss", "boss@example.com", "allowed");
    format!("[{news},{boss}]")
}

/// Creates a directory with a policy and these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "mail/policies/mailer.json", MAILER);
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn run(folder: &TempDir, arguments: &[&str]) -> Outcome {
    outcome(catalog(arguments).current_dir(folder.path()), "")
}

#[test]
fn decisions_are_explained() {
    let folder = folder(&[("mail/a.json", &two())]);
    let (code, out, err) = run(&folder, &["evaluate", "mail/a.json"]);
    assert_eq!((code, &*err), (1, ""));
    insta::assert_snapshot!("evaluate_text", out);
    let (code, out, _) = run(&folder, &["evaluate", "--format", "json", "mail/a.json"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!("evaluate_json", out);
    let rows: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!((&rows[0]["decision"], &rows[0]["by"][0]["line"]), (&"allowed".into(), &3.into()));
}

#[test]
fn a_single_scenario_is_an_object() {
    let text = scenario("news", "news@example.com", "allowed").replace("\"policies/mailer.json\"", MAILER);
    let folder = folder(&[]);
    let (code, out, err) = outcome(catalog(&["evaluate", "--format", "json", "-"]).current_dir(folder.path()), &text);
    assert_eq!((code, &*err), (0, ""));
    let object: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(object["by"][0]["file"], "<stdin>");
    let without = text.replace("\"expect\": \"allowed\",", "");
    let (code, out, _) = outcome(catalog(&["evaluate", "-"]).current_dir(folder.path()), &without);
    assert!(code == 0 && out.starts_with("news: allowed\n"), "{out}");
}

#[test]
fn tests_are_found_in_directories() {
    let folder = folder(&[("mail/a.scenarios.json", &two()), ("mail/other.json", "[]"), ("b.scenarios.json", "[]")]);
    let (code, out, err) = run(&folder, &["test"]);
    assert_eq!((code, &*err), (1, "1 of 2 scenarios failed\n"));
    insta::assert_snapshot!("test_text", out);
    let (code, out, _) = run(&folder, &["test", "--format", "json", "mail"]);
    assert_eq!(code, 1);
    let rows: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!((&rows[0]["passed"], &rows[1]["passed"]), (&true.into(), &false.into()));
    assert_eq!((&rows[1]["expect"], &rows[1]["got"]), (&"allowed".into(), &"implicitly-denied".into()));
    let (_, out, _) = run(&folder, &["test", "--format", "junit"]);
    insta::assert_snapshot!("test_junit", out);
}

#[test]
fn expectations_can_be_met() {
    let all = two().replace("boss@example.com", "news@example.com");
    let folder = folder(&[("mail/a.scenarios.json", &all)]);
    assert_eq!(run(&folder, &["test", "mail"]), (0, String::new(), "2 scenarios passed\n".to_owned()));
}

#[test]
fn findings_do_not_change_a_decision() {
    let text = scenario("typos", "news@example.com", "implicitly-denied").replace("ses:SendEmail", "ses:SendEmial");
    let policy =
        r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ses:SendEmil", "Resource": "*"}}"#;
    let text = text.replace("\"policies/mailer.json\"", policy);
    let folder = folder(&[("mail/a.scenarios.json", &text)]);
    let (code, out, err) = run(&folder, &["test"]);
    assert_eq!((code, &*out), (0, ""));
    assert!(err.contains("mail/a.scenarios.json:1:1: warning: unknown action `ses:SendEmial`"), "{err}");
    assert!(err.contains(": error[unknown-action]: unknown action `ses:SendEmil`: did you mean"), "{err}");
}

#[test]
fn mistakes_have_places_and_the_status_2() {
    let without = scenario("a", "b@example.com", "allowed").replace("\"expect\": \"allowed\",", "");
    let files = [
        ("mail/without.scenarios.json", &*without),
        ("mail/field.scenarios.json", r#"{"request": {"principal": "anonymous", "acton": "s3:GetObject"}}"#),
        ("mail/json.scenarios.json", "{"),
        (
            "mail/file.scenarios.json",
            r#"{"expect": "denied", "request": {"principal": "anonymous", "action": "s3:GetObject"},
 "policies": {"resource": "missing.json"}}"#,
        ),
        (
            "mail/bad.scenarios.json",
            r#"{"expect": "denied", "request": {"principal": "anonymous", "action": "s3:GetObject"},
 "policies": {"resource": "policies/bad.json"}}"#,
        ),
        ("mail/policies/bad.json", "{\n  \"Statement\": [}"),
    ];
    let folder = folder(&files);
    let (code, _, err) = run(&folder, &["test"]);
    assert_eq!(code, 2);
    for expected in [
        "error: mail/without.scenarios.json:1:1: expected the field `expect` in the scenario",
        "error: mail/field.scenarios.json:1:40: unknown field `acton`: did you mean `action`?",
        "error: mail/field.scenarios.json:1:13: expected the field `action` in the request",
        "error: mail/json.scenarios.json:1:2: ",
        "error: mail/file.scenarios.json:2:27: cannot read `missing.json`: ",
        "error: mail/bad.scenarios.json:2:27: policies/bad.json:2:17: ",
    ] {
        assert!(err.contains(expected), "{expected}\n{err}");
    }
    let (code, _, err) = run(&folder, &["test", "mail/policies"]);
    assert!(code == 2 && err.contains("mail/policies: found no scenario in a file `*.scenarios.json`"), "{err}");
    let (code, _, err) = run(&folder, &["evaluate", "mail"]);
    assert!(code == 2 && err.contains("error: mail: expected a file, found a directory"), "{err}");
}

#[test]
fn names_cannot_imitate_other_output() {
    let hostile = r"a]]><b>\u001b[2J\n::error::x\u202e";
    let folder = folder(&[("mail/a.scenarios.json", &scenario(hostile, "boss@example.com", "allowed"))]);
    for format in ["text", "junit", "json"] {
        let (code, out, err) = run(&folder, &["test", "--format", format]);
        assert_eq!(code, 1);
        assert!(!(out.clone() + &err).contains(['\u{1b}', '\u{202e}']) || format == "json", "{out}{err}");
        assert!(!out.contains("<b>") || format != "junit", "{out}");
        assert!(!out.contains("\n::error"), "{out}");
    }
    let (_, out, _) = run(&folder, &["evaluate", "mail/a.scenarios.json"]);
    assert!(!out.contains(['\u{1b}', '\u{202e}']) && !out.contains("\n::error"), "{out}");
}
