//! Two names of one identifier: which of them keeps it, what the other gets, and that an identifier stays once given.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is wrong")]

mod support;

use std::path::Path;
use support::{tree, xtask};

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];
const CHECK: [&str; 6] = ["regen", "--docs-src", "docs-src", "--out", "out", "--check"];
const SERVICE: &str = "out/catalog/src/services/exmail.rs";

/// A page with these actions and condition keys.
fn page(actions: &[&str], keys: &[&str]) -> String {
    let actions: Vec<_> = actions.iter().map(|name| format!("| {name} | Acts\\. | Write |  |  |  |\n")).collect();
    let escaped = |name: &str| name.replace('$', r"$\").replace('{', r"{").replace('}', r"\}");
    let keys: Vec<_> = keys.iter().map(|name| format!("| {} | A key\\. | String |\n", escaped(name))).collect();
    let (actions, keys) = (actions.concat(), keys.concat());
    format!(
        "# Actions, resources, and condition keys for Example Mail\n\n\
         Example Mail \\(service prefix: `exmail`\\) provides what this page lists\\.\n\n\
         ## Actions defined by Example Mail\n\n\
         | Actions | Description | Access level | Resource types \\(\\*required\\) | Condition keys | Dependent actions |\n\
         | --- | --- | --- | --- | --- | --- |\n{actions}\n\
         ## Resource types defined by Example Mail\n\n\
         Example Mail does not support specifying a resource ARN in the `Resource` element\\.\n\n\
         ## Condition keys for Example Mail\n\n\
         | Condition keys | Description | Type |\n| --- | --- | --- |\n{keys}"
    )
}

/// Writes the page and regenerates. Returns what was printed on standard error.
fn regen(folder: &Path, page: &str) -> String {
    std::fs::create_dir_all(folder.join("docs-src")).unwrap();
    std::fs::write(folder.join("docs-src/list_examplemail.md"), page).unwrap();
    let run = xtask(folder, &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let check = xtask(folder, &CHECK);
    assert_eq!(check.status, Some(0), "not what the next run gives: {}", check.stderr);
    run.stderr
}

/// Whether the service's file gives a name an identifier.
fn gives(folder: &Path, name: &str, identifier: &str) -> bool {
    let text = std::fs::read_to_string(folder.join(SERVICE)).unwrap();
    let file = xtask::read_back::named(&text, None).unwrap();
    let keys = file.0.condition_keys.iter().map(|key| &key.name).zip(&file.1.condition_keys);
    let actions = file.0.actions.iter().map(|action| &action.name).zip(&file.1.actions);
    let index = std::fs::read_to_string(folder.join("out/catalog-macros/src/index.txt")).unwrap();
    keys.chain(actions).any(|pair| (pair.0.as_str(), pair.1.as_str()) == (name, identifier))
        && index.lines().any(|line| line.starts_with(&format!("{name} {identifier}")) || line == identifier)
}

const PLAIN: &str = "exmail:Tag/tag-key";
const TEMPLATE: &str = "exmail:Tag/${TagKey}";

#[test]
fn the_order_of_a_page_makes_no_difference() {
    for keys in [[PLAIN, TEMPLATE], [TEMPLATE, PLAIN]] {
        let folder = tempfile::tempdir().unwrap();
        let stderr = regen(folder.path(), &page(&["Send-Letter", "SendLetter"], &keys));
        assert_eq!(stderr.matches("warning[same-identifier]").count(), 2, "{stderr}");
        assert!(gives(folder.path(), PLAIN, "TagTagKey") && gives(folder.path(), TEMPLATE, "TagTagKeyTemplate"));
        assert!(gives(folder.path(), "Send-Letter", "SendHyphenLetter"));
        assert!(gives(folder.path(), "SendLetter", "SendLetter"));
    }
}

#[test]
fn an_identifier_stays_when_the_other_name_goes() {
    let folder = tempfile::tempdir().unwrap();
    regen(folder.path(), &page(&["Send-Letter", "SendLetter", "Read"], &[PLAIN, TEMPLATE]));
    let stderr = regen(folder.path(), &page(&["Send-Letter", "Read"], &[TEMPLATE]));
    assert_eq!(stderr, "", "nothing meets any more");
    assert!(gives(folder.path(), TEMPLATE, "TagTagKeyTemplate"));
    assert!(gives(folder.path(), "Send-Letter", "SendHyphenLetter"));
    let before = tree(folder.path());
    regen(folder.path(), &page(&["Send-Letter", "Read"], &[TEMPLATE]));
    assert_eq!(tree(folder.path()), before);
    // And when it comes back.
    regen(folder.path(), &page(&["Send-Letter", "SendLetter", "Read"], &[PLAIN, TEMPLATE]));
    assert!(gives(folder.path(), TEMPLATE, "TagTagKeyTemplate") && gives(folder.path(), PLAIN, "TagTagKey"));
}

#[test]
fn an_identifier_stays_when_another_name_comes() {
    let folder = tempfile::tempdir().unwrap();
    regen(folder.path(), &page(&["Send-Letter", "Read"], &[TEMPLATE]));
    assert!(gives(folder.path(), TEMPLATE, "TagTagKey") && gives(folder.path(), "Send-Letter", "SendLetter"));
    let stderr = regen(folder.path(), &page(&["Read", "SendLetter", "Send-Letter"], &[PLAIN, TEMPLATE]));
    assert!(stderr.contains("`exmail:Tag/tag-key` becomes `TagSlashTagHyphenKey`"), "{stderr}");
    assert!(stderr.contains("`SendLetter` becomes `SendLetterNo2`"), "{stderr}");
    assert!(gives(folder.path(), TEMPLATE, "TagTagKey") && gives(folder.path(), PLAIN, "TagSlashTagHyphenKey"));
    assert!(gives(folder.path(), "Send-Letter", "SendLetter") && gives(folder.path(), "SendLetter", "SendLetterNo2"));
}

#[test]
fn a_chosen_identifier_is_better_than_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let page = page(&["Read"], &[PLAIN, TEMPLATE]);
    regen(folder.path(), &page);
    let entry = |name: &str, identifier: &str| {
        format!(
            "[[identifier]]\nservice = \"exmail\"\nkind = \"condition-key\"\nname = \"{name}\"\n\
             identifier = \"{identifier}\"\nsource = \"https://example.com/\"\nmonth = \"2026-10\"\nreason = \"A test.\"\n"
        )
    };
    let facts = folder.path().join("docs-src/facts");
    std::fs::create_dir(&facts).unwrap();
    // The template could keep what it has, and another name may have what the plain one has.
    std::fs::write(facts.join("identifiers.toml"), entry(TEMPLATE, "AnyTag")).unwrap();
    assert_eq!(regen(folder.path(), &page), "", "it is settled");
    assert!(gives(folder.path(), TEMPLATE, "AnyTag") && gives(folder.path(), PLAIN, "TagTagKey"));
    std::fs::write(facts.join("identifiers.toml"), entry(TEMPLATE, "TagTagKey")).unwrap();
    let stderr = regen(folder.path(), &page);
    assert!(stderr.contains("`exmail:Tag/tag-key` becomes `TagSlashTagHyphenKey`"), "{stderr}");
    // Without the entry, both keep what they have.
    std::fs::write(facts.join("identifiers.toml"), "").unwrap();
    regen(folder.path(), &page);
    assert!(gives(folder.path(), TEMPLATE, "TagTagKey") && gives(folder.path(), PLAIN, "TagSlashTagHyphenKey"));
}

#[test]
fn a_name_without_a_letter_or_digit_is_an_error_whatever_was_there() {
    let folder = tempfile::tempdir().unwrap();
    regen(folder.path(), &page(&["Read"], &[PLAIN]));
    let before = tree(&folder.path().join("out"));
    std::fs::write(folder.path().join("docs-src/list_examplemail.md"), page(&["Read", "\\-"], &[PLAIN])).unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(1));
    assert_eq!(tree(&folder.path().join("out")), before);
}

#[test]
fn windows_gets_files_that_it_can_have() {
    let folder = tempfile::tempdir().unwrap();
    regen(folder.path(), &page(&["Read"], &[PLAIN]).replace("`exmail`", "`con`").replace("exmail:", "con:"));
    let services = folder.path().join("out/catalog/src/services");
    let files: Vec<_> = services.read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files, ["con_.rs"]);
    let list = std::fs::read_to_string(folder.path().join("out/catalog/src/services.rs")).unwrap();
    assert!(list.contains("pub mod con_;"), "{list}");
}
