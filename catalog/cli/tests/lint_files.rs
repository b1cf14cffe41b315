//! Tests of the files that `catalog lint` reads and skips, and of their names in its output.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

#[path = "support/folder.rs"]
mod folder;
mod support;

use folder::{CLEAN, Folder, MAILER, ids};

const TEMPLATE: &str =
    r#"{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"Role": {"Type": "AWS::IAM::Role"}}}"#;
const PLAN: &str =
    r#"{"format_version": "1.2", "terraform_version": "1.9.8", "planned_values": {}, "resource_changes": []}"#;
const PACKAGE: &str = r#"{"name": "site", "version": "1.0.0", "scripts": {"test": "true"}}"#;

#[test]
fn files_without_a_policy_are_counted_or_named_in_the_summary() {
    let folder = Folder::of(&[("a.json", CLEAN), ("package.json", PACKAGE), ("plan.json", PLAN), ("t.json", TEMPLATE)]);
    let (code, out, err) = folder.lint(&["--format", "json", "."]);
    assert_eq!((code, &*out), (0, "[]\n"));
    let summary = "note: 1 file contains no policy: CloudFormation template (1)\n\
                   note: 1 file was not checked: plan.json (a Terraform plan)\n\
                   note: 1 file was not recognized: package.json. Expected a policy, the output of an AWS CLI command, or \
                   a template\n\
                   nothing found in 1 policy of 1 file\n";
    assert_eq!(err, summary);
    // A policy with a mistake is not taken for other JSON.
    folder.write("mistyped.json", CLEAN.replace("Statement", "Statment"));
    assert!(ids(&folder.lint(&["--format", "json", "."]).1).contains(&"error unknown-element".to_owned()));
}

#[test]
fn a_named_file_is_an_error_unless_it_certainly_contains_no_policy() {
    let folder = Folder::of(&[("package.json", PACKAGE), ("plan.json", PLAN)]);
    for (name, message) in [
        ("package.json", "this is not an IAM policy: "),
        ("plan.json", "this is a Terraform plan: policies in plans are not checked yet\n"),
    ] {
        let (code, out, err) = folder.lint(&["-q", name]);
        assert!(code == 2 && out.is_empty() && err.starts_with(&format!("error: {name}: {message}")), "{err}");
    }
    let (code, _, err) = folder.lint_text(&["-q"], PLAN);
    assert!(code == 2 && err.starts_with("error: <stdin>: this is a Terraform plan"), "{err}");
    // A run that checks nothing is an error, too.
    let (code, _, err) = folder.lint(&["-q", "."]);
    assert_eq!((code, &*err), (2, "error: no policy found: none of the 2 files contains one\n"));
    // A template without a policy is correct, such as one of several files that a hook passes.
    folder.write("t.json", TEMPLATE);
    let summary = "note: 1 file contains no policy: CloudFormation template (1)\nno policy was checked\n";
    assert_eq!(folder.lint(&["t.json"]), (0, String::new(), summary.to_owned()));
    assert_eq!(folder.lint(&["-q", "."]), (0, String::new(), String::new()));
}

#[test]
fn named_files_without_a_policy_can_be_skipped() {
    let folder = Folder::of(&[("a.json", CLEAN), ("mailer.json", MAILER), ("package.json", PACKAGE)]);
    let lint = |files: &[&str]| folder.lint(&[&["--skip-other-files"], files].concat());
    for files in [&["a.json", "package.json"][..], &["package.json"]] {
        let (code, out, err) = lint(files);
        assert!(code == 0 && out.is_empty() && err.contains("package.json"), "{err}");
    }
    // JSON with comments is not a mistake in a file without a policy.
    folder.write("settings.json", "// A comment.\n{}");
    folder.write("comment.json", format!("// A comment.\n{CLEAN}"));
    assert_eq!(lint(&["settings.json"]).0, 0);
    assert!(lint(&["comment.json"]).1.contains("error[malformed-json]"));
    let (code, out, _) = lint(&["package.json", "mailer.json"]);
    assert!(code == 1 && out.contains("error[unknown-action]"), "{out}");
    assert_eq!(lint(&["missing.json"]).0, 2);
    // The entry can be needed by a file that the caller did not name.
    folder.write("catalog.toml", "allow = ['empty-sid']");
    let (code, out, _) = lint(&["a.json"]);
    assert_eq!((code, &*out), (0, ""));
}

#[cfg(unix)]
#[test]
fn names_cannot_imitate_other_output() {
    let name = "a\n::error::b\u{1b}[2J\u{202e}.json";
    let escaped = r"a\n::error::b\u{1b}[2J\u{202e}.json";
    let folder = Folder::of(&[(name, MAILER)]);
    for format in ["text", "github", "sarif", "json", "gitlab", "junit", "markdown"] {
        let (_, out, err) = folder.lint(&["--format", format, name]);
        assert!(!(out + &err).contains(['\u{1b}', '\r']), "{format}");
        for arguments in [&[name, "--format", format, "b\u{1b}\n::error::"][..], &["--config", name, "."]] {
            let (code, out, err) = folder.lint(arguments);
            assert!(code == 2 && !err.contains("\n::error") && !out.contains("\n::error::b"), "{format}: {err}");
            assert!(!err.contains(['\u{1b}', '\u{202e}']), "{err}");
        }
    }
    let (code, _, err) = folder.lint(&["--config", name, "."]);
    assert!(code == 2 && err.starts_with(&format!("error: {escaped}:1:")), "{err}");
    // Arguments that the command refuses are escaped as well.
    for arguments in [["--kind", name], ["--format", name], ["--allow", name], [name, &format!("--{name}")]] {
        let (code, _, err) = folder.lint(&arguments);
        assert!(code == 2 && err.contains(r"a\n::error::b\u{1b}[2J\u{202e}"), "{err}");
        assert!(!err.contains(['\u{1b}', '\u{202e}']), "{err}");
    }
    // A file without a policy and a policy that is taken for a resource policy are named on one line.
    folder.write(name, PACKAGE);
    folder.write("a.json", CLEAN.replace("\"Action\"", "\"Principal\": \"*\", \"Action\""));
    let (_, _, err) = folder.lint(&["."]);
    assert!(err.starts_with(&format!("note: 1 file was not recognized: {escaped}. Expected a policy, ")), "{err}");
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_not_waited_for() {
    let folder = Folder::of(&[("a.json", CLEAN)]);
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe.json")).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    std::os::unix::fs::symlink("pipe.json", folder.path().join("link.json")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("zero.json")).unwrap();
    assert_eq!(folder.lint(&["."]), (0, String::new(), "nothing found in 1 policy of 1 file\n".to_owned()));
    for arguments in [
        &["pipe.json"][..],
        &["link.json"],
        &["/dev/zero"],
        &["--config", "pipe.json", "a.json"],
        &["--baseline", "pipe.json", "a.json"],
    ] {
        let (code, _, err) = folder.lint(arguments);
        assert!(code == 2 && err.contains("expected a regular file, found a pipe, a socket or a device"), "{err}");
    }
    // Standard input is read under each of its names, also if it is a pipe.
    for name in ["-", "/dev/stdin", "/dev/fd/0"] {
        assert_eq!(folder.lint_text(&["-q", name], CLEAN), (0, String::new(), String::new()), "{name}");
    }
}
