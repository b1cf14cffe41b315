//! Tests `catalog lint` on JSON files, run as a program.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

#[path = "support/folder.rs"]
mod folder;
mod support;

use std::{fmt::Write as _, fs, io::Read as _};

use folder::{CLEAN, Folder, MAILER, ids};
use serde_json::Value;
use support::outcome;

/// A policy with a warning.
const UNNAMED: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Deny", "Action": "ses:*", "Resource": "*"}}"#;

/// A policy with a note.
const OLD: &str = r#"{"Version": "2008-10-17", "Statement": {"Effect": "Deny", "Action": "ses:*", "Resource": "*"}}"#;

/// A trust policy, which is valid only for a role.
const TRUST: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"Service": "lambda.amazonaws.com"}}}"#;

/// Returns the files with findings in order. A file with several adjacent findings appears once.
fn files(json: &str) -> Vec<String> {
    let rows: Vec<Value> = serde_json::from_str(json).unwrap();
    let mut files: Vec<String> = rows.iter().map(|row| row["file"].as_str().unwrap().to_owned()).collect();
    files.dedup();
    files
}

#[test]
fn each_format_tells_it_in_its_way() {
    let folder = Folder::of(&[("mailer.json", MAILER), ("policies/old.json", OLD)]);
    for format in ["text", "json", "github"] {
        let (code, out, err) = folder.lint(&["--format", format, "mailer.json", "policies"]);
        // The summary is on standard error, so that it does not mix with the findings.
        let summary = "1 error, 1 warning, 1 note in 2 policies of 2 files\n\
                       for details and the fix, run `catalog explain unknown-action`\n";
        assert_eq!((code, &*err), (1, summary), "{format}");
        insta::assert_snapshot!(format, out);
    }
    let (code, out, err) = folder.lint(&["--format", "json", "policies", "-q"]);
    assert_eq!((code, &*out, &*err), (0, "[]\n", ""));
    assert_eq!(folder.lint(&["policies", "-q"]), (0, String::new(), String::new()));
    folder.write("clean.json", CLEAN);
    assert_eq!(folder.lint(&["clean.json"]), (0, String::new(), "nothing found in 1 policy of 1 file\n".to_owned()));
}

#[test]
fn an_object_of_json_has_just_the_promised_members() {
    let folder = Folder::of(&[("mailer.json", MAILER)]);
    let (_, out, _) = folder.lint(&["--format=json", "mailer.json"]);
    let rows: Vec<serde_json::Map<String, Value>> = serde_json::from_str(&out).unwrap();
    for row in &rows {
        let mut names: Vec<_> = row.keys().map(String::as_str).collect();
        names.sort_unstable();
        let expected =
            ["access_analyzer", "column", "file", "id", "line", "message", "pointer", "severity", "suggestion"];
        assert_eq!(names, expected);
    }
    assert!(rows[0]["suggestion"].is_null() && rows[1]["suggestion"] == "ses:SendEmail");
    assert_eq!((&rows[1]["line"], &rows[1]["column"]), (&Value::from(6), &Value::from(20)));
}

/// Checks that a finding lists the check of IAM Access Analyzer in JSON, and as a tag in SARIF.
#[test]
fn a_finding_names_the_check_of_access_analyzer() {
    let folder = Folder::of(&[("mailer.json", MAILER), ("old.json", OLD)]);
    let (_, out, _) = folder.lint(&["--format=json", "."]);
    let rows: Vec<Value> = serde_json::from_str(&out).unwrap();
    let codes = |id: &str| rows.iter().find(|row| row["id"] == id).map(|row| row["access_analyzer"].clone());
    assert_eq!(codes("empty-sid"), Some(serde_json::json!(["EMPTY_SID_VALUE"])));
    assert_eq!(codes("old-version"), Some(serde_json::json!([])));
    let (_, out, _) = folder.lint(&["--format=sarif", "."]);
    let log: Value = serde_json::from_str(&out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let tags = |id: &str| results.iter().find(|row| row["ruleId"] == id).map(|row| row["properties"]["tags"].clone());
    assert_eq!(tags("empty-sid"), Some(serde_json::json!(["EMPTY_SID_VALUE"])));
    assert_eq!(tags("old-version"), Some(Value::Null));
}

/// Tests GitHub's requirements for a log:
/// <https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning>.
#[test]
fn a_sarif_log_has_the_shape_that_code_scanning_wants() {
    let folder = Folder::of(&[("a b/über%.json", MAILER), ("a b/old.json", OLD)]);
    let (code, out, _) = folder.lint(&["--format", "sarif", "a b", "nothing.json"]);
    assert_eq!(code, 2);
    let log: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().ends_with("sarif-2.1.0.json"));
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["properties"], serde_json::json!({"files": 2, "policies": 2}));
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let notification = &run["invocations"][0]["toolExecutionNotifications"][0];
    assert!(notification["message"]["text"].as_str().unwrap().starts_with("nothing.json: "), "{notification}");
    let driver = &run["tool"]["driver"];
    assert_eq!((&driver["name"], driver["semanticVersion"].is_string()), (&Value::from("catalog"), true));
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), catalog::policy::FindingId::ALL.len());
    for rule in rules {
        for text in [&rule["id"], &rule["shortDescription"]["text"], &rule["fullDescription"]["text"]] {
            assert!(text.as_str().is_some_and(|text| !text.is_empty() && text.len() < 1_024), "{rule}");
        }
        assert!(rule["help"]["text"].is_string() && rule["help"]["markdown"].is_string(), "{rule}");
        assert!(["error", "warning", "note"].contains(&rule["defaultConfiguration"]["level"].as_str().unwrap()));
    }
    let results = run["results"].as_array().unwrap();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let place = |line: &str, column: &str| (region[line].as_u64().unwrap(), region[column].as_u64().unwrap());
        assert!((1, 1) <= place("startLine", "startColumn"), "{region}");
        assert!(place("startLine", "startColumn") <= place("endLine", "endColumn"), "{region}");
    }
    // Remove the indices of rules from the snapshot, because every new rule changes them.
    let mut results = results.clone();
    for result in &mut results {
        result["ruleIndex"] = "…".into();
    }
    insta::assert_snapshot!("sarif_results", serde_json::to_string_pretty(&results).unwrap());
}

#[test]
fn what_github_would_read_otherwise_is_escaped() {
    if cfg!(windows) {
        return;
    }
    let folder = Folder::of(&[("50%,a:b.json", "{")]);
    let (_, out, _) = folder.lint(&["--format", "github", "50%,a:b.json"]);
    let expected = "::error file=50%25%2Ca%3Ab.json,line=1,endLine=1,col=2,title=malformed-json::";
    assert!(out.starts_with(expected), "{out}");
    // A name in the policy cannot inject a workflow command.
    let action = MAILER.replace("ses:SendEmial", "a\\n::error::b%0A");
    for format in ["github", "text", "gitlab", "junit", "markdown"] {
        let (_, out, _) = folder.lint_text(&["--format", format], &action);
        assert_eq!(out.matches("\n::error::").count(), 0, "{out}");
    }
}

#[test]
fn standard_input_is_read_where_no_file_is_named() {
    let folder = Folder::of(&[("clean.json", CLEAN)]);
    for arguments in [&["--format=json"][..], &["--format=json", "-"], &["clean.json", "--format=json", "-"]] {
        let (code, out, _) = folder.lint_text(arguments, MAILER);
        assert_eq!((code, files(&out)), (1, vec!["<stdin>".to_owned()]));
    }
    assert_eq!(folder.lint_text(&["--format=json", "-q"], CLEAN), (0, "[]\n".to_owned(), String::new()));
}

#[test]
fn a_folder_is_walked_in_order_and_what_is_not_meant_is_passed_over() {
    let named = ["b.json", "a/z.JSON", "a.b.json", "c/d/e.json"];
    let passed_over = [".hidden.json", ".git/a.json", "node_modules/a.json", "c/target/a.json", "readme.md", "json"];
    let files_of = |names: &[&'static str]| names.iter().map(|name| (*name, MAILER)).collect::<Vec<_>>();
    let folder = Folder::of(&[files_of(&named), files_of(&passed_over)].concat());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("..", folder.path().join("c/up")).unwrap();
        std::os::unix::fs::symlink("../b.json", folder.path().join("c/link.json")).unwrap();
    }
    let expected: &[_] = if cfg!(unix) {
        &["a/z.JSON", "a.b.json", "b.json", "c/d/e.json", "c/link.json"]
    } else {
        &["a/z.JSON", "a.b.json", "b.json", "c/d/e.json"]
    };
    assert_eq!(files(&folder.lint(&["--format=json", "."]).1), expected);
    // Skipped files and directories are checked if the arguments name them.
    assert_eq!(files(&folder.lint(&["--format=json", "c/target", ".git", "readme.md"]).1).len(), 3);
    fs::create_dir(folder.path().join("empty")).unwrap();
    let (code, _, err) = folder.lint(&["empty", "-q"]);
    assert_eq!(
        (code, &*err),
        (2, "error: empty: the directory contains no `*.json`, `*.yaml`, `*.yml` or `*.template` file\n")
    );
}

#[test]
fn what_cannot_be_read_does_not_keep_the_rest_from_being_checked() {
    let folder = Folder::of(&[("clean.json", CLEAN), ("mailer.json", MAILER)]);
    let (code, out, err) = folder.lint(&["nothing.json", "clean.json", "mailer.json"]);
    assert_eq!(code, 2);
    assert!(out.contains("error[unknown-action]"), "{out}");
    assert!(
        err.starts_with("error: nothing.json: ") && err.contains("in 2 policies of 2 files; 1 could not be checked\n"),
        "{err}"
    );
}

#[test]
fn any_bytes_are_a_finding() {
    let texts: [(&str, Vec<u8>); 4] = [
        ("empty.json", Vec::new()),
        ("bom.json", [b"\xef\xbb\xbf", CLEAN.as_bytes()].concat()),
        ("latin.json", b"{\"Id\": \"\xfc\"}".to_vec()),
        ("deep.json", [b"{\"Statement\": ", &*vec![b'['; 1_000_000]].concat()),
    ];
    let folder = Folder::of(&texts);
    folder.write("huge.json", vec![b' '; (32 << 20) + 1]);
    assert!(folder.lint(&["huge.json"]).1.contains("malformed-json"));
    folder.write("zero.json", [0; 10]);
    assert!(folder.lint(&["zero.json"]).2.starts_with("error: zero.json: this is not an IAM policy: expected "));
    for (name, _) in &texts {
        for format in ["json", "text", "sarif", "github", "gitlab", "junit", "markdown"] {
            let (code, out, err) = folder.lint(&["--quiet", "--format", format, name]);
            assert_eq!((code, &*err), (1, ""), "{name}: {out}");
            assert!(out.contains("malformed-json") && out.len() < 800_000, "{name}: {out}");
        }
    }
}

#[test]
fn warnings_count_and_notes_do_not_unless_somebody_says_otherwise() {
    let folder = Folder::of(&[("unnamed.json", UNNAMED), ("old.json", OLD)]);
    let table: &[(&[&str], i32, &[&str])] = &[
        (&["unnamed.json"], 1, &["warning empty-sid"]),
        (&["unnamed.json", "--deny-warnings"], 1, &["error empty-sid"]),
        (&["unnamed.json", "--allow", "empty-sid"], 0, &[]),
        (&["unnamed.json", "--quiet"], 1, &["warning empty-sid"]),
        (&["old.json"], 0, &["note old-version"]),
        (&["old.json", "--deny-warnings"], 0, &["note old-version"]),
        (&["old.json", "--quiet"], 0, &[]),
    ];
    for (arguments, status, expected) in table {
        let (code, out, _) = folder.lint(&[arguments, &["--format", "json"][..]].concat());
        assert_eq!(code, *status, "{arguments:?}");
        assert_eq!(ids(&out), *expected, "{arguments:?}");
    }
}

#[test]
fn the_kind_decides() {
    let folder = Folder::of(&[("trust.json", TRUST)]);
    for arguments in [&["--kind", "trust", "trust.json"][..], &["trust.json"]] {
        assert_eq!(folder.lint(arguments).0, 0);
    }
    let (code, out, _) = folder.lint(&["trust.json", "--format", "json", "--kind", "identity"]);
    assert!(code == 1 && ids(&out).contains(&"error forbidden-element".to_owned()), "{out}");
    let names = catalog::policy::PolicyKind::ALL.iter().map(|kind| kind.name());
    for kind in names.chain(["scp", "rcp", "boundary", "permissions-boundary"]) {
        assert_eq!(folder.lint_text(&["--kind", kind], "{").0, 1, "{kind}");
    }
}

const CONFIG: &str = r#"
allow = ["allow-everything"]

[[allow-at]]
id = "empty-sid"
file = "policies/*.json"

[actions]
allow = ["ses:SendEmial"]
"#;

#[test]
fn the_configuration_is_the_nearest_and_what_nothing_needs_is_told_at_the_end() {
    let folder = Folder::of(&[("catalog.toml", CONFIG), ("policies/a.json", MAILER), ("b.json", MAILER)]);
    let (code, out, _) = folder.lint(&["policies", "b.json"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!("configuration", out);
    // The command also finds the configuration from a subdirectory. Paths in it are still relative to its directory.
    let mut command = folder.command(&["a.json", "--format", "json", "--allow", "unneeded-allow"]);
    let (code, out, _) = outcome(command.current_dir(folder.path().join("policies")), "");
    assert_eq!((code, &*out), (0, "[]\n"));
    let (_, out, _) = folder.lint(&["--no-config", "policies", "--format=json"]);
    assert_eq!(ids(&out), ["warning empty-sid", "error unknown-action"]);
    folder.write("other/deny.toml", "deny-warnings = true");
    let (_, out, _) = folder.lint(&["--config", "other/deny.toml", "b.json", "--format=json"]);
    assert_eq!(ids(&out), ["error empty-sid", "error unknown-action"]);
    // Unneeded entries are not reported if a policy could not be checked, because it might have needed them.
    let (_, out, _) = folder.lint_text(&["--format=json"], "{");
    assert_eq!(ids(&out), ["error malformed-json"]);
}

#[test]
fn a_wrong_configuration_is_told_at_once_and_nothing_is_checked() {
    let wrong = "allow = ['empty-sit']\nactoins = {}\n";
    let folder = Folder::of(&[("catalog.toml", wrong), ("mailer.json", MAILER)]);
    let (code, out, err) = folder.lint(&["mailer.json"]);
    assert_eq!((code, &*out), (2, ""));
    let expected = "error: catalog.toml:1:10: unknown finding `empty-sit`: did you mean `empty-sid`?\n\
                    error: catalog.toml:2:1: unknown key `actoins` in the configuration: did you mean `actions`?\n";
    assert_eq!(err, expected);
    let (code, _, err) = folder.lint(&["--config", "nothing.toml", "mailer.json"]);
    assert!(code == 2 && err.starts_with("error: nothing.toml: "), "{err}");
}

#[test]
fn what_aws_prints_is_read_as_the_policy_in_it() {
    let version = format!(r#"{{"PolicyVersion": {{"VersionId": "v1", "Document": {MAILER}}}}}"#);
    let folder = Folder::of(&[("version.json", version)]);
    let (_, out, _) = folder.lint(&["version.json", "--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!(rows[1]["pointer"], "/PolicyVersion/Document/Statement/Action/0");
    assert_eq!((&rows[1]["line"], &rows[1]["column"]), (&Value::from(6), &Value::from(20)));
}

#[test]
fn every_finding_is_listed_and_nothing_else_is_done_then() {
    let folder = Folder::of(&[("mailer.json", MAILER)]);
    let (code, out, err) = folder.lint(&["--list"]);
    assert_eq!((code, &*err, out.lines().count()), (0, "", catalog::policy::FindingId::ALL.len()));
    for (line, id) in out.lines().zip(catalog::policy::FindingId::ALL) {
        let mut words = line.split_whitespace();
        assert_eq!((words.next(), words.next()), (Some(id.severity().name()), Some(id.name())), "{line}");
        assert_eq!(words.next(), Some(id.group().name()), "{line}");
        assert!(words.count() > 2, "{line}");
    }
    let (code, out, err) = folder.lint(&["--list", "mailer.json"]);
    assert!(code == 2 && out.is_empty() && err.contains("cannot be used with"), "{err}");
}

#[test]
fn levels_are_set_by_id_and_by_group_in_arguments_and_in_the_configuration() {
    let folder = Folder::of(&[("unnamed.json", UNNAMED), ("mailer.json", MAILER)]);
    let (_, out, _) = folder.lint(&["--format", "json", "unnamed.json"]);
    assert_eq!(ids(&out), ["warning empty-sid"]);
    let table: &[(&[&str], i32, &[&str])] = &[
        (&["--allow", "style"], 0, &[]),
        (&["--deny", "style"], 1, &["error empty-sid"]),
        (&["--deny", "style", "--allow", "empty-sid"], 0, &[]),
        (&["--allow", "style", "--warn", "empty-sid"], 1, &["warning empty-sid"]),
        (&["--allow", "security"], 1, &["warning empty-sid"]),
    ];
    for (arguments, status, expected) in table {
        let (code, out, _) = folder.lint(&[&["--format", "json", "unnamed.json"], *arguments].concat());
        assert_eq!(
            (code, &*ids(&out)),
            (*status, &expected.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()[..]),
            "{arguments:?}"
        );
    }
    folder.write("catalog.toml", "deny = ['style']\nwarn = ['unknown-action']\n");
    let (_, out, _) = folder.lint(&["--format", "json", "unnamed.json"]);
    assert_eq!(ids(&out), ["error empty-sid"]);
    // An argument takes precedence over the file.
    let (code, out, _) = folder.lint(&["--format", "json", "unnamed.json", "--allow", "empty-sid"]);
    assert_eq!((code, &*out), (0, "[]\n"));
    // An entry that an argument overrides is not reported as unneeded, because other runs may need it.
    folder.write("catalog.toml", "allow = ['style']\n");
    let (_, out, _) = folder.lint(&["--format", "json", "unnamed.json", "--deny", "style"]);
    assert_eq!(ids(&out), ["error empty-sid"]);
    // An old spelling of an id is accepted.
    folder.write("catalog.toml", "allow = ['uncatalogued-action', 'style']\n");
    let (code, out, _) = folder.lint(&["--format", "json", "unnamed.json"]);
    assert_eq!((code, &*ids(&out)), (0, &["note unneeded-allow".to_owned()][..]));
}

#[test]
fn wrong_flags_are_refused_and_help_says_all() {
    let folder = Folder::of::<&str>(&[]);
    let refused: &[(&[&str], &str)] = &[
        (&["--kind", "roll"], "possible values: identity"),
        (&["--format", "xml"], "possible values: text, json, sarif, github, gitlab, junit, markdown"),
        (&["--allow", "unknown-actoin"], "did you mean `unknown-action`?"),
        (&["--allow", "malformed-json"], "`malformed-json` is always an error, because the check stops there"),
        (&["--deny", "secruity"], "did you mean `security`?"),
        (&["--warn", "E501"], "`catalog lint --list` prints all ids and groups"),
        (&["--no-config", "--config", "a.toml"], "cannot be used with"),
        (&["--frob"], "unexpected argument"),
        (&["--explain", "empty-sid"], "unexpected argument"),
    ];
    for (arguments, words) in refused {
        let (code, out, err) = folder.lint(arguments);
        assert!(code == 2 && out.is_empty() && err.contains(words), "{arguments:?}: {err}");
    }
    let (code, out, _) = folder.lint(&["--help"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!("help", out);
}

#[test]
fn who_has_seen_enough_may_go() {
    let folder = Folder::of(&[("catalog.toml", "")]);
    for number in 0..400 {
        folder.write(&format!("many/{number}.json"), MAILER);
    }
    for format in ["text", "json", "sarif", "github", "gitlab", "junit"] {
        let mut child = folder.command(&["many", "--format", format]).spawn().unwrap();
        let mut begin = [0; 64];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut begin).unwrap();
        drop(out);
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), &*err), (Some(1), ""), "{format}");
    }
}

#[test]
fn colours_are_for_a_terminal_unless_someone_decides() {
    let folder = Folder::of(&[("mailer.json", MAILER)]);
    let (_, plain, _) = folder.lint(&["mailer.json"]);
    assert!(!plain.contains('\x1b'), "{plain}");
    let lint = |variable: Option<(&str, &str)>, arguments: &[&str]| {
        let mut command = folder.command(&[&["mailer.json"], arguments].concat());
        outcome(command.envs(variable), "").1
    };
    let force = Some(("CLICOLOR_FORCE", "1"));
    let coloured = lint(force, &[]);
    assert!(coloured.contains("\x1b[1;91merror[unknown-action]\x1b[0m"), "{coloured}");
    let mut expected = String::new();
    for (number, piece) in coloured.split("\x1b[").enumerate() {
        let piece = if number == 0 { piece } else { piece.split_once('m').unwrap().1 };
        write!(expected, "{piece}").unwrap();
    }
    assert_eq!(expected, plain);
    // The argument takes precedence over the environment.
    for (variable, arguments, expected) in [
        (None, &["--color", "always"][..], &coloured),
        (Some(("NO_COLOR", "1")), &["--color=always"], &coloured),
        (force, &["--color", "auto"], &coloured),
        (force, &["--color", "never"], &plain),
        (Some(("NO_COLOR", "1")), &[], &plain),
        (None, &["--color", "auto"], &plain),
    ] {
        assert_eq!(&lint(variable, arguments), expected, "{variable:?} {arguments:?}");
    }
    // Other formats have no colors. Errors on standard error have them.
    assert!(!lint(force, &["--format", "junit"]).contains('\x1b'));
    let (_, _, err) = folder.lint(&["nothing.json", "-q", "--color", "always"]);
    assert!(err.starts_with("\x1b[1;91merror\x1b[0m: nothing.json"), "{err}");
    let (code, _, err) = folder.lint(&["--color", "blue"]);
    assert!(code == 2 && err.contains("possible values: auto, always, never"), "{err}");
}

#[test]
fn standard_input_can_have_the_name_of_a_file() {
    let folder = Folder::of(&[("catalog.toml", "[[kind]]\nfiles = 'roles/*'\nkind = 'trust'\n")]);
    let arguments = ["--format", "json", "--stdin-filename", "roles/a.json"];
    let (_, out, _) = folder.lint_text(&arguments, MAILER);
    let rows: Vec<Value> = serde_json::from_str(&out).unwrap();
    // The kind is that of the file.
    assert!(rows.iter().all(|row| row["file"] == "roles/a.json"), "{out}");
    assert!(rows.iter().any(|row| row["id"] == "forbidden-element"), "{out}");
    let (code, _, err) = folder.lint_text(&["-q", "--stdin-filename", "a.json", "-"], "{}}");
    assert_eq!((code, &*err), (1, ""));
}
