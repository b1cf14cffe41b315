//! Tests of baselines: files of known findings, which `catalog lint` writes and omits.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

#[path = "support/folder.rs"]
mod folder;
mod support;

use std::fs;

use folder::{CLEAN, Folder, MAILER, ids};
use support::outcome;

#[test]
fn known_findings_stay_quiet_wherever_they_move() {
    let folder = Folder::of(&[("p/mailer.json", MAILER)]);
    let (code, out, err) = folder.lint(&["--write-baseline", "known.json", "p"]);
    assert_eq!((code, &*out), (0, ""));
    assert_eq!(
        err,
        "note: wrote 2 findings to known.json\nnothing found in 1 policy of 1 file; 2 known findings omitted\n"
    );
    assert_eq!(folder.lint(&["-q", "--baseline", "known.json", "p"]), (0, String::new(), String::new()));
    // Lines above a finding and white space around it change nothing.
    folder.write("p/mailer.json", MAILER.replace("{\n    \"Version\"", "{\n\n\n\"Version\"").replace("    ", "\t"));
    assert_eq!(folder.lint(&["-q", "--baseline", "known.json", "p"]).0, 0);
    // The paths are relative to the baseline, so the working directory does not matter.
    let mut command = folder.command(&["-q", "--baseline", "../known.json", "."]);
    assert_eq!(outcome(command.current_dir(folder.path().join("p")), ""), (0, String::new(), String::new()));
    // A new finding is reported, also if it equals a known one.
    let start = MAILER.find("{\n        \"Sid\"").unwrap();
    let statement = MAILER.get(start..MAILER.rfind("\n}").unwrap()).unwrap();
    let twice = MAILER.replace(statement, &format!("[{statement}, {statement}]"));
    folder.write("p/mailer.json", twice);
    let (code, out, _) = folder.lint(&["--format", "json", "--baseline", "known.json", "p"]);
    assert_eq!(
        (code, ids(&out)),
        (
            1,
            vec![
                "note redundant-statement".to_owned(),
                "warning empty-sid".to_owned(),
                "error unknown-action".to_owned()
            ]
        )
    );
}

#[test]
fn a_baseline_is_sorted_with_one_line_per_finding() {
    let folder = Folder::of(&[("b.json", MAILER), ("a.json", MAILER)]);
    folder.lint(&["--write-baseline", "known.json", "b.json", "a.json"]);
    let text = fs::read_to_string(folder.path().join("known.json")).unwrap();
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("{\"file\"")).collect();
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[0], r#"{"file":"a.json","id":"empty-sid","line":"\"Sid\": \"\","},"#);
    assert!(rows.is_sorted(), "{text}");
    assert!(text.starts_with("{\n\"catalog-baseline\": 1,\n\"about\": \"Known findings, "), "{text}");
    // The order of the arguments does not change the file. A check of the directory does not read it.
    folder.lint(&["--write-baseline", "known.json", "."]);
    assert_eq!(fs::read_to_string(folder.path().join("known.json")).unwrap(), text);
}

#[test]
fn entries_that_nothing_needs_are_counted() {
    let folder = Folder::of(&[("a.json", MAILER), ("b.json", MAILER), ("c.json", MAILER)]);
    folder.lint(&["--write-baseline", "known.json", "."]);
    folder.write("a.json", CLEAN);
    fs::remove_file(folder.path().join("b.json")).unwrap();
    // The entries for a file that is not checked may still be needed.
    let (code, _, err) = folder.lint(&["--baseline", "known.json", "a.json"]);
    let note = "note: known.json has 4 entries that nothing needs: write the file again with `--write-baseline`\n";
    assert!(code == 0 && err.starts_with(note), "{err}");
    folder.lint(&["--baseline", "known.json", "--write-baseline", "known.json", "."]);
    let (_, _, err) = folder.lint(&["--baseline", "known.json", "."]);
    assert_eq!(err, "nothing found in 2 policies of 2 files; 2 known findings omitted\n");
}

#[test]
fn a_baseline_is_not_lost() {
    let folder = Folder::of(&[("a.json", MAILER)]);
    folder.lint(&["--write-baseline", "known.json", "a.json"]);
    let text = fs::read_to_string(folder.path().join("known.json")).unwrap();
    let (code, _, err) = folder.lint(&["-q", "--write-baseline", "known.json", "nothing.json"]);
    assert!(code == 2 && err.ends_with("known.json: not written, because not all files could be checked\n"), "{err}");
    assert_eq!(fs::read_to_string(folder.path().join("known.json")).unwrap(), text);
    let (code, _, err) = folder.lint(&["-q", "--write-baseline", "no/known.json", "a.json"]);
    assert!(code == 2 && err.starts_with("error: no/known.json: "), "{err}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_baseline_replaces_no_other_file() {
    let folder = Folder::of(&[("a.json", MAILER), ("cut.json", "{\n\"catalog-baseline\": 1,"), ("empty.json", "")]);
    for arguments in [&["a.json"][..], &["."]] {
        let (code, _, err) = folder.lint(&[&["--write-baseline", "a.json"], arguments].concat());
        assert!(code == 2 && err.starts_with("error: a.json: the file is not a baseline: choose"), "{err}");
        assert_eq!(fs::read_to_string(folder.path().join("a.json")).unwrap(), MAILER);
    }
    for name in ["cut.json", "empty.json"] {
        assert_eq!(folder.lint(&["--write-baseline", name, "a.json"]).0, 0, "{name}");
    }
}

#[test]
fn a_finding_that_stops_the_check_is_never_known() {
    let folder = Folder::of(&[("a.json", "{")]);
    let (code, out, _) = folder.lint(&["--format", "json", "--write-baseline", "known.json", "a.json"]);
    assert_eq!((code, ids(&out)), (1, vec!["error malformed-json".to_owned()]));
    assert_eq!(folder.lint(&["--baseline", "known.json", "a.json"]).0, 1);
}

#[test]
fn a_wrong_baseline_is_an_error_with_its_place() {
    let folder = Folder::of(&[("a.json", CLEAN), ("known.json", "{\n\"catalog-baseline\": 2}")]);
    let (code, out, err) = folder.lint(&["--baseline", "known.json", "a.json"]);
    assert!(code == 2 && out.is_empty() && err.starts_with("error: known.json:2:21: unknown version"), "{err}");
    fs::write(folder.path().join("empty.json"), "\n").unwrap();
    let (_, _, err) = folder.lint(&["--baseline", "empty.json", "a.json"]);
    assert_eq!(err, "error: empty.json: expected a baseline, found an empty file\n");
    let (code, _, err) = folder.lint(&["--baseline", "nothing.json", "a.json"]);
    assert_eq!((code, &*err), (2, "error: nothing.json: the file does not exist: write it with `--write-baseline`\n"));
}
