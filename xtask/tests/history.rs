//! Tests names that retire, return or are new, and their entries in `retired.toml` and `facts/first_listed.toml`.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use support::{Run, tree, xtask};
use tempfile::TempDir;
use xtask::progress::Progress;
use xtask::regen::{self, PlanOptions};

const RETIRED: &str = "docs-src/retired.toml";
const FIRST_LISTED: &str = "docs-src/facts/first_listed.toml";
const RETIRED_TABLE: &str = "out/catalog/core/src/facts/retired.rs";
const FIRST_LISTED_TABLE: &str = "out/catalog/core/src/facts/first_listed.rs";

/// The actions of a service. There are enough that the removal of one causes no question.
const ACTIONS: [&str; 6] = ["Get", "Put", "Copy", "Move", "Send", "Burn"];

/// A directory with pages and generated files.
struct Reference(TempDir);

impl Reference {
    /// Creates pages of June, history files without entries, and the generated files.
    fn new() -> Self {
        let reference = Self::without_own_files();
        reference.write(RETIRED, "source = \"https://example.com/\"\n");
        reference.write(FIRST_LISTED, "source = \"https://example.com/\"\nknown-since = \"2026-01\"\n");
        reference
    }

    fn without_own_files() -> Self {
        let reference = Self(tempfile::tempdir().unwrap());
        reference.edition("2026-06");
        reference.page("post", &ACTIONS, &["letter", "parcel"], &["post:Sender", "aws:TagKeys"]);
        reference.page("mail", &ACTIONS, &[], &[]);
        reference
    }

    /// Adds the generated files.
    fn generated(self) -> Self {
        let run = self.regen(&[]);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
        self
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    fn has(&self, path: &str) -> bool {
        self.0.path().join(path).exists()
    }

    fn remove(&self, path: &str) {
        std::fs::remove_file(self.0.path().join(path)).unwrap();
    }

    fn edition(&self, month: &str) {
        self.write("docs-src/editions.toml", &format!("edition = \"{month}\"\n"));
    }

    fn page(&self, prefix: &str, actions: &[&str], types: &[&str], keys: &[&str]) {
        self.write(&format!("docs-src/list_{prefix}.md"), &page(prefix, actions, types, keys));
    }

    fn regen(&self, options: &[&str]) -> Run {
        xtask(self.0.path(), &[&["regen", "--docs-src", "docs-src", "--out", "out"], options].concat())
    }

    /// Generates the files, and returns the lines about names.
    fn lines(&self, options: &[&str]) -> Vec<String> {
        let run = self.regen(options);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{}", run.stdout);
        run.stdout.lines().filter(|line| line.contains(": docs-src/")).map(str::to_owned).collect()
    }
}

fn page(prefix: &str, actions: &[&str], types: &[&str], keys: &[&str]) -> String {
    let rows = |names: &[&str], row: fn(&str) -> String| names.iter().map(|name| row(name)).collect::<String>();
    let section =
        |head: &str, rows: String, none: &str| if rows.is_empty() { none.to_owned() } else { format!("{head}{rows}") };
    let actions = section(
        "| Actions | Description | Access level | Resource types (*required) | Condition keys | Dependent actions |\n\
         | --- | --- | --- | --- | --- | --- |\n",
        rows(actions, |name| format!("| {name} | | Write | | | |\n")),
        "",
    );
    let types = section(
        "| Resource types | ARN | Condition keys |\n| --- | --- | --- |\n",
        rows(types, |name| format!("| {name} | arn:aws:x:::{name} | |\n")),
        "X does not support specifying a resource ARN in the `Resource` element of an IAM policy statement.",
    );
    let keys = section(
        "| Condition keys | Description | Type |\n| --- | --- | --- |\n",
        rows(keys, |name| format!("| {name} | | String |\n")),
        "X has no service-specific context keys that can be used in the `Condition` element of policy statements.",
    );
    format!(
        "# Actions, resources, and condition keys for X\n\n\
         X (service prefix: `{prefix}`) provides these.\n\n\
         ## Actions defined by X\n\n{actions}\n\
         ## Resource types defined by X\n\n{types}\n\
         ## Condition keys for X\n\n{keys}\n"
    )
}

/// The flag that accepts `list_post.md` although the page looks older than its edition. The page has no new name, and
/// lists retired names or lacks the newest action.
const OLDER_PAGE: [&str; 2] = ["--accept-change", "list_post.md:older-page"];

/// Changes the pages to July: an action, a resource type and a condition key are removed.
fn july(reference: &Reference) {
    reference.edition("2026-07");
    reference.page("post", &ACTIONS[1..], &["letter"], &["aws:TagKeys"]);
}

#[test]
fn names_that_go_are_recorded_with_the_last_month_that_listed_them() {
    let reference = Reference::new().generated();
    july(&reference);
    assert_eq!(reference.lines(&[]), ["3 names retired: docs-src/retired.toml"]);
    let text = reference.read(RETIRED);
    let entry = "\n[[retired]]\nmonth = \"2026-06\"\nactions = [\n    \"post:Get\",\n]\n\
                 resource-types = [\n    \"post:parcel\",\n]\ncondition-keys = [\n    \"post post:Sender\",\n]\n";
    assert!(text.contains("source = \"https://example.com/\"\n") && text.ends_with(entry), "{text}");
    let table = reference.read(RETIRED_TABLE);
    for name in ["prefix: \"post\"", "2026-06 Get\"", "2026-06 parcel\"", "2026-06 post:Sender\"", "last_listed: \"\""]
    {
        assert!(table.contains(name), "{table}");
    }
    assert!(!reference.read(FIRST_LISTED).contains("[["));

    // A second run changes nothing, and the entries stay.
    let before = tree(reference.0.path());
    assert_eq!(reference.lines(&[]), <[&str; 0]>::default());
    assert_eq!(reference.regen(&["--check"]).status, Some(0));
    assert!(tree(reference.0.path()) == before);

    reference.edition("2026-08");
    reference.page("post", &ACTIONS[1..], &[], &["aws:TagKeys"]);
    assert_eq!(reference.lines(&["--accept-loss", "post:resource-types"]), ["1 name retired: docs-src/retired.toml"]);
    assert!(reference.read(RETIRED).ends_with("\nmonth = \"2026-07\"\nresource-types = [\n    \"post:letter\",\n]\n"));
}

#[test]
fn names_that_come_back_leave_the_list_and_are_not_new() {
    let reference = Reference::new().generated();
    july(&reference);
    reference.lines(&[]);
    reference.edition("2026-08");
    reference.page("post", &ACTIONS, &["letter", "parcel"], &["aws:TagKeys"]);
    let run = reference.regen(&["--check"]);
    assert!(run.stderr.contains("stale: docs-src/retired.toml\n"), "{}", run.stderr);
    assert_eq!(reference.lines(&OLDER_PAGE), ["2 names came back: docs-src/retired.toml"]);
    let text = reference.read(RETIRED);
    assert!(!text.contains("post:Get") && !text.contains("parcel") && text.contains("post post:Sender"), "{text}");
    assert!(!reference.read(RETIRED_TABLE).contains("parcel"));
    assert!(!reference.read(FIRST_LISTED).contains("post:Get"), "it was listed before the first known month");
}

/// Checks that pages can show that a name has returned, even without generated files.
#[test]
fn a_check_finds_a_name_that_a_page_defines_in_any_case() {
    let reference = Reference::new();
    reference.write(
        RETIRED,
        "source = 'https://example.com/'\n[[retired]]\nmonth = '2026-03'\nservices = ['mail', 'gone']\nactions = ['post:GET', 'post:Old']\n",
    );
    assert_eq!(reference.regen(&["--check"]).status, Some(1));
    assert_eq!(reference.lines(&[]), ["2 names came back: docs-src/retired.toml"]);
    let table = reference.read(RETIRED_TABLE);
    assert!(table.contains("2026-03 Old\"") && !table.contains("GET") && !table.contains("mail"), "{table}");
    let text = reference.read(RETIRED);
    assert!(text.ends_with("services = [\n    \"gone\",\n]\nactions = [\n    \"post:Old\",\n]\n"), "{text}");
}

#[test]
fn another_case_is_neither_a_name_that_goes_nor_a_new_one() {
    let reference = Reference::new().generated();
    reference.edition("2026-07");
    let actions = ACTIONS.map(str::to_ascii_uppercase);
    reference.page(
        "post",
        &actions.each_ref().map(String::as_str),
        &["Letter", "parcel"],
        &["post:sender", "aws:TagKeys"],
    );
    let before = [RETIRED, FIRST_LISTED].map(|path| reference.read(path));
    assert_eq!(reference.lines(&[]), <[&str; 0]>::default());
    assert_eq!([RETIRED, FIRST_LISTED].map(|path| reference.read(path)), before);
}

#[test]
fn a_service_that_goes_takes_its_names_with_it_and_can_come_back() {
    let reference = Reference::new().generated();
    reference.remove("docs-src/list_post.md");
    reference.edition("2026-07");
    let before = tree(reference.0.path());
    assert_eq!(reference.regen(&[]).status, Some(1), "the loss was not accepted");
    assert!(tree(reference.0.path()) == before);
    let accept = ["--accept-loss", "post:service"];
    assert_eq!(reference.lines(&accept), ["11 names retired: docs-src/retired.toml"]);
    let text = reference.read(RETIRED);
    assert!(text.contains("month = \"2026-06\"\nservices = [\n    \"post\",\n]\nactions = [\n"), "{text}");
    let table = reference.read(RETIRED_TABLE);
    assert!(table.contains("last_listed: \"2026-06\"") && table.contains("Burn"), "{table}");

    reference.page("post", &ACTIONS, &["letter"], &["aws:TagKeys"]);
    assert_eq!(reference.lines(&OLDER_PAGE), ["9 names came back: docs-src/retired.toml"]);
    let text = reference.read(RETIRED);
    assert!(!text.contains("services") && text.contains("post:parcel") && text.contains("post post:Sender"), "{text}");
    assert!(!reference.read(FIRST_LISTED).contains("[["), "the actions are not new");
}

#[test]
fn new_actions_get_the_month_of_their_page() {
    let reference = Reference::new().generated();
    reference.edition("2026-07");
    reference.page(
        "post",
        &[&ACTIONS[..], &["Weigh"]].concat(),
        &["letter", "parcel"],
        &["post:Sender", "aws:TagKeys"],
    );
    reference.page("fax", &["Dial"], &[], &[]);
    let line = "2 actions listed for the first time: docs-src/facts/first_listed.toml";
    assert_eq!(reference.lines(&[]), [line]);
    let text = reference.read(FIRST_LISTED);
    let entry = "\n[[first-listed]]\nmonth = \"2026-07\"\nactions = [\n    \"fax:Dial\",\n    \"post:Weigh\",\n]\n";
    assert!(text.contains("known-since = \"2026-01\"\n") && text.ends_with(entry), "{text}");
    let table = reference.read(FIRST_LISTED_TABLE);
    assert!(table.contains("2026-07 Weigh\"") && table.contains("KNOWN_SINCE: &str = \"2026-01\""), "{table}");

    // A retired action keeps its first month in case it returns.
    reference.edition("2026-08");
    reference.page("post", &ACTIONS, &["letter", "parcel"], &["post:Sender", "aws:TagKeys"]);
    assert_eq!(reference.lines(&OLDER_PAGE), ["1 name retired: docs-src/retired.toml"]);
    assert!(reference.read(FIRST_LISTED) == text && !reference.read(FIRST_LISTED_TABLE).contains("Weigh"));
    reference.edition("2026-09");
    reference.page(
        "post",
        &[&ACTIONS[..], &["Weigh"]].concat(),
        &["letter", "parcel"],
        &["post:Sender", "aws:TagKeys"],
    );
    assert_eq!(reference.lines(&OLDER_PAGE), ["1 name came back: docs-src/retired.toml"]);
    assert!(reference.read(FIRST_LISTED) == text && reference.read(FIRST_LISTED_TABLE).contains("2026-07 Weigh\""));
}

/// Checks that names are not new on a first run, or after a generated file was removed.
#[test]
fn only_names_that_generated_files_lack_are_new() {
    let reference = Reference::new().generated();
    let before = reference.read(FIRST_LISTED);
    reference.remove("out/catalog/src/services/post.rs");
    reference.lines(&[]);
    assert_eq!(reference.read(FIRST_LISTED), before);
    // An interrupted first run has written some files, but not the list of modules.
    for file in ["services.rs", "services/post.rs"] {
        reference.remove(&format!("out/catalog/src/{file}"));
    }
    reference.lines(&[]);
    assert_eq!(reference.read(FIRST_LISTED), before);
}

#[test]
fn a_month_that_is_not_later_than_the_oldest_is_not_recorded() {
    let reference = Reference::new().generated();
    reference.edition("2026-01");
    reference.page("mail", &[&ACTIONS[..], &["Weigh"]].concat(), &[], &[]);
    assert_eq!(reference.lines(&["--accept-change", "edition"]), <[&str; 0]>::default());
}

#[test]
fn a_run_that_writes_nothing_records_nothing() {
    let reference = Reference::new().generated();
    reference.edition("2026-07");
    reference.page("post", &["Get"], &["letter", "parcel"], &["post:Sender", "aws:TagKeys"]);
    let before = tree(reference.0.path());
    let run = reference.regen(&[]);
    assert!(run.status == Some(1) && run.stderr.contains("error[loss]"), "{}", run.stderr);
    let run = reference.regen(&["--check"]);
    assert!(run.status == Some(1) && run.stderr.contains("stale: docs-src/retired.toml"), "{}", run.stderr);
    reference.write("docs-src/list_bad.md", "# No page\n");
    assert_eq!(reference.regen(&["--accept-loss", "post:actions"]).status, Some(1));
    reference.remove("docs-src/list_bad.md");
    assert!(tree(reference.0.path()) == before);

    // A denied warning: the page names a key that it does not define.
    let text = page("post", &ACTIONS[1..], &["letter", "parcel"], &["post:Sender", "aws:TagKeys"]);
    reference.write("docs-src/list_post.md", &text.replace("| Write | |", "| Write | | post:Typo"));
    let before = tree(reference.0.path());
    let run = reference.regen(&["--deny-warnings"]);
    assert!(run.status == Some(1) && run.stderr.contains("warnings are denied"), "{}", run.stderr);
    assert!(tree(reference.0.path()) == before);
}

/// Checks that an error on a page does not retire the names of the page.
#[test]
fn an_unread_page_retires_nothing() {
    let reference = Reference::new().generated();
    let text = reference.read("docs-src/list_post.md");
    reference.write("docs-src/list_post.md", &text.replace("| Get | | Write", "| Get | | Wirte"));
    let run = reference.regen(&["--check", "--message-format", "json"]);
    assert!(run.status == Some(1) && !run.stderr.contains("retired.toml"), "{}", run.stderr);
    assert!(!reference.read(RETIRED).contains("[["));
}

/// Checks that left-out actions are unknown: they are neither retired nor new when they return.
#[test]
fn actions_that_a_page_leaves_out_are_not_recorded() {
    let reference = Reference::new().generated();
    reference.edition("2026-07");
    let text = page("post", &[], &["letter"], &["post:Sender", "aws:TagKeys"]);
    let heading = "## Actions defined by X\n\n";
    assert!(text.contains(heading));
    let left_out = "[\\[See the AWS documentation website for more details\\]](http://example.com/list_post.html)\n\n";
    reference.write("docs-src/list_post.md", &text.replace(heading, &format!("{heading}{left_out}")));
    let lines = reference.lines(&["--accept-loss", "post:actions"]);
    assert_eq!(lines, ["1 name retired: docs-src/retired.toml"]);
    assert!(!reference.read(RETIRED).contains("post:Get"));
    reference.edition("2026-08");
    reference.page("post", &ACTIONS, &["letter"], &["post:Sender", "aws:TagKeys"]);
    assert_eq!(reference.lines(&[]), <[&str; 0]>::default());
}

#[test]
fn a_directory_without_own_files_gets_them_with_the_entries_that_hold() {
    let reference = Reference::without_own_files();
    // The repository has this action as a retired action. This does not create a file.
    reference.page("deeplens", &["GetDevice"], &[], &[]);
    let reference = reference.generated();
    assert_eq!(reference.regen(&["--check"]).status, Some(0));
    assert!(!reference.has(RETIRED) && !reference.has(FIRST_LISTED), "nothing is new");
    // The repository also lists an action of `evidently` as retired. Its entry applies to this directory, because the
    // directory has that service.
    reference.edition("2026-07");
    reference.page("evidently", &["CreateProject"], &[], &[]);
    reference.page("mail", &ACTIONS[1..], &[], &[]);
    let lines = ["1 name retired: docs-src/retired.toml"];
    assert_eq!(reference.lines(&[]), lines);
    let text = reference.read(RETIRED);
    assert!(text.contains("\"mail:Get\"") && text.contains("\"evidently:CreateFeature\""), "{text}");
    assert!(!text.contains("\"evidently:CreateProject\"") && !text.contains("    \"evidently\",\n"), "{text}");
    assert!(!reference.has(FIRST_LISTED), "the action was listed before the first known month");

    reference.page("fax", &["Dial"], &[], &[]);
    assert_eq!(reference.lines(&[]), ["1 action listed for the first time: docs-src/facts/first_listed.toml"]);
    let text = reference.read(FIRST_LISTED);
    assert!(text.contains("\"fax:Dial\"") && text.matches("    \"").count() < 200, "{text}");
    assert_eq!(reference.regen(&["--check"]).status, Some(0));
}

#[test]
fn names_without_a_month_are_reported() {
    let reference = Reference::new();
    reference.write("docs-src/editions.toml", "# No month is stated.\n");
    let reference = reference.generated();
    reference.page("post", &[&ACTIONS[1..], &["Weigh"]].concat(), &["letter"], &["post:Sender", "aws:TagKeys"]);
    let run = reference.regen(&[]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    insta::assert_snapshot!("history-undated", run.stderr);
    assert!(!reference.read(RETIRED).contains("[[") && !reference.read(FIRST_LISTED).contains("[["));
}

/// Checks that an entry by a maintainer takes precedence over the month of the pages.
#[test]
fn a_name_that_is_recorded_before_it_goes_keeps_its_month() {
    let reference = Reference::new().generated();
    let entry = "\n[[retired]]\nmonth = \"2026-05\"\nactions = [\n    \"post:Get\",\n]\n";
    reference.write(RETIRED, &format!("source = \"https://example.com/\"\n{entry}"));
    july(&reference);
    assert_eq!(reference.lines(&[]), ["2 names retired: docs-src/retired.toml"]);
    assert!(reference.read(RETIRED).contains(entry) && !reference.read(RETIRED).contains("post:Put"));
    assert!(reference.read(RETIRED_TABLE).contains("2026-05 Get\""));
}

/// Checks that an interrupted run loses no name, because the history files are written first.
#[test]
fn a_run_that_ends_after_the_first_files_can_be_repeated() {
    let reference = Reference::new().generated();
    let before = tree(&reference.0.path().join("out"));
    july(&reference);
    reference.page("fax", &["Dial"], &[], &[]);
    reference.lines(&[]);
    let after = tree(reference.0.path());
    // Keep only the history files of the new run, and restore the generated files.
    std::fs::remove_dir_all(reference.0.path().join("out")).unwrap();
    for (path, text) in before {
        reference.write(&format!("out/{path}"), std::str::from_utf8(&text).unwrap());
    }
    reference.lines(&[]);
    for (path, text) in tree(reference.0.path()) {
        assert_eq!(
            after.get(&path).map(|text| String::from_utf8_lossy(text)),
            Some(String::from_utf8_lossy(&text)),
            "{path}"
        );
    }
    assert!(tree(reference.0.path()) == after);
}

/// Kills a run at several times. The next run must complete it, and no name may be lost.
#[test]
#[cfg(unix)]
fn what_is_killed_is_repeated_without_losing_a_name() {
    let months = |reference: &Reference, month, actions: &[&str]| {
        reference.edition(month);
        (0..40).for_each(|nth| reference.page(&format!("p{nth}"), actions, &[], &[]));
    };
    let start = || {
        let reference = Reference::new();
        months(&reference, "2026-06", &ACTIONS);
        let reference = reference.generated();
        months(&reference, "2026-07", &[&ACTIONS[1..], &["Weigh"]].concat());
        reference
    };
    let expected = start();
    assert_eq!(expected.lines(&[]).len(), 2);
    let expected = tree(expected.0.path());
    for milliseconds in [10, 60, 100, 130, 160, 190, 220, 250, 300, 350, 400, 500] {
        let reference = start();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(["regen", "--docs-src", "docs-src", "--out", "out"]).current_dir(reference.0.path());
        let mut child =
            command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
        let _ = child.kill();
        child.wait().unwrap();
        assert_eq!(reference.regen(&[]).status, Some(0));
        assert!(tree(reference.0.path()) == expected, "after {milliseconds} ms");
    }
}

/// Stops a run after each file that it writes. The next run must complete it.
#[test]
fn what_is_killed_after_any_file_is_repeated_without_losing_a_name() {
    let start = || {
        let reference = Reference::new().generated();
        july(&reference);
        reference.page("fax", &["Dial"], &[], &[]);
        reference
    };
    let expected = start();
    assert_eq!(expected.lines(&[]).len(), 2);
    let expected = tree(expected.0.path());
    for count in 0.. {
        let reference = start();
        let (docs_src, out) = (reference.0.path().join("docs-src"), reference.0.path().join("out"));
        let options = PlanOptions {
            docs_src: &docs_src,
            docs_src_shown: "docs-src",
            out: &out,
            out_shown: "out",
            consent: None,
            is_continued: false,
        };
        let mut plan = regen::plan(options, Progress::Hidden).plan.unwrap().plan;
        if count > plan.changes.len() {
            break;
        }
        plan.changes.truncate(count);
        plan.apply().unwrap();
        reference.lines(&[]);
        assert!(tree(reference.0.path()) == expected, "after {count} files");
    }
}

#[test]
fn leftovers_beside_the_pages_are_removed() {
    let reference = Reference::new().generated();
    for file in ["docs-src/.xtask-x1", "docs-src/facts/.xtask-x2"] {
        reference.write(file, "half");
    }
    let run = reference.regen(&["--check"]);
    let left = "warning: an interrupted run left 2 temporary files in docs-src, docs-src/facts; \
                the next run that writes removes them\n";
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), left));
    let run = reference.regen(&[]);
    let removed = "warning: removed 2 temporary files of an interrupted run from docs-src, docs-src/facts\n";
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), removed));
    assert!(!reference.has("docs-src/.xtask-x1") && !reference.has("docs-src/facts/.xtask-x2"));
}

#[test]
fn tools_see_the_files_among_the_changes() {
    let reference = Reference::new().generated();
    july(&reference);
    reference.page("fax", &["Dial"], &[], &[]);
    let run = reference.regen(&["--message-format", "json"]);
    let last: serde_json::Value = serde_json::from_str(run.stderr.lines().last().unwrap()).unwrap();
    let files: Vec<_> = last["summary"]["changes"].as_array().unwrap().iter().map(|change| &change["file"]).collect();
    assert_eq!(files[..2], [RETIRED, FIRST_LISTED], "{files:?}");
}

/// Checks the message and the place of each wrong entry.
#[test]
fn wrong_entries_are_reported_at_their_places() {
    let reference = Reference::new();
    reference.write(
        RETIRED,
        "source = 'https://example.com/'\n\
         [[retired]]\nmonth = '2026-03'\nactions = ['post:Old', 'old', 'POST:old', 'post:OLD']\n\
         [[retired]]\nmonth = '2026-04'\nservices = ['Gone', 'gone', 'gone']\nresource-types = ['post']\ncondition-keys = ['post:Old']\n\
         [[retired]]\nmonth = '2026-13'\nsource = 'https://example.com/'\nnote = 'x'\n",
    );
    reference.write(
        FIRST_LISTED,
        "source = 'https://example.com/'\nknown-since = '2026-01'\n\
         [[first-listed]]\nmonth = '2026-01'\nactions = ['post:Get']\n\
         [[first-listed]]\nmonth = '2026-02'\nactions = ['post:get', 'post:Gte', 'post:OLD']\n",
    );
    let run = reference.regen(&[]);
    assert_eq!(run.status, Some(1));
    insta::assert_snapshot!("history-wrong", run.stderr);
    reference.write(FIRST_LISTED, "");
    let run = reference.regen(&["--check"]);
    assert!(run.stderr.contains("the file has no `known-since`"), "{}", run.stderr);
}

#[test]
fn names_of_a_file_that_was_emptied_are_asked_about() {
    let reference = Reference::new().generated();
    july(&reference);
    reference.page("fax", &["Dial"], &[], &[]);
    reference.lines(&[]);
    let (retired, listed) = (reference.read(RETIRED), reference.read(FIRST_LISTED));
    reference.write(RETIRED, "source = \"https://example.com/\"\n");
    reference.write(FIRST_LISTED, "source = \"https://example.com/\"\nknown-since = \"2026-01\"\n");
    let before = tree(reference.0.path());
    let run = reference.regen(&[]);
    for message in [
        "error[loss]: 3 retired names would be lost: `post post:Sender`, `post:Get`, `post:parcel`",
        "error[loss]: 1 month in which an action was first listed would be lost: `fax:Dial`",
        "--accept-loss retired --accept-loss first-listed",
    ] {
        assert!(run.status == Some(1) && run.stderr.contains(message), "{message}: {}", run.stderr);
    }
    assert!(tree(reference.0.path()) == before);
    // A missing entry is not a loss if a page lists the retired name again, or if the pages no longer list the
    // first-listed action.
    reference.write(RETIRED, &retired);
    reference.write(FIRST_LISTED, &listed);
    reference.page("post", &["Fax"], &["letter"], &["post:Sender", "aws:TagKeys"]);
    reference.edition("2026-08");
    let run = reference.regen(&["--accept-loss", "post:actions"]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    reference.write(RETIRED, "source = \"https://example.com/\"\n");
    let accept = ["--accept-loss", "retired"];
    assert_eq!(reference.regen(&accept).status, Some(0));
}

#[test]
fn a_retired_name_of_the_future_is_an_error() {
    let reference = Reference::new().generated();
    reference
        .write(RETIRED, "source = 'https://example.com/'\n[[retired]]\nmonth = '2999-01'\nactions = ['post:Old']\n");
    let run = reference.regen(&[]);
    assert!(run.status == Some(1) && run.stderr.contains("the month 2999-01 is in the future"), "{}", run.stderr);
}
