//! Tests of the formats for GitLab, for readers of JUnit reports, and for Markdown.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

#[path = "support/folder.rs"]
mod folder;
mod support;

use folder::{CLEAN, Folder, MAILER, ids};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

/// A policy with a note.
const OLD: &str = r#"{"Version": "2008-10-17", "Statement": {"Effect": "Deny", "Action": "ses:*", "Resource": "*"}}"#;

/// Names of actions that contain markup.
const HOSTILE: [&str; 10] = [
    "ses:a|b",
    r"ses:a\\|b\\\\|c",
    "ses:`a`",
    "ses:``a` @team `b",
    "ses:<script>alert(1)</script>",
    "ses:[a](https://example.com)![b](x)",
    "ses:\\n\\n# a\\n::error::b",
    "ses:]]>&lt;!--",
    r"ses:\u0000\uffff\ufffe\u001b",
    "ses:https://example.com www.example.com a@example.com",
];

fn hostile() -> String {
    HOSTILE.iter().map(|name| MAILER.replace("ses:SendEmial", name)).collect::<Vec<_>>().join(",")
}

fn gitlab(folder: &Folder, arguments: &[&str]) -> Vec<Value> {
    let (_, out, _) = folder.lint(&[&["--format", "gitlab"], arguments].concat());
    serde_json::from_str(&out).unwrap()
}

#[test]
fn each_format_has_its_form() {
    let folder = Folder::of(&[("clean.json", CLEAN), ("mailer.json", MAILER), ("policies/old.json", OLD)]);
    for format in ["gitlab", "junit", "markdown"] {
        let (code, out, err) = folder.lint(&["--format", format, "."]);
        assert!(code == 1 && err.starts_with("1 error, 1 warning, 1 note in 3 policies of 3 files\n"), "{err}");
        insta::assert_snapshot!(format, out);
    }
    assert_eq!(folder.lint(&["--format", "gitlab", "clean.json"]).1, "[]\n");
}

/// Tests the fields that GitLab requires: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.
#[test]
fn a_code_quality_report_has_the_fields_that_gitlab_reads() {
    let folder =
        Folder::of(&[("p/mailer.json", MAILER), ("p/old.json", OLD), ("p/hostile.json", &format!("[{}]", hostile()))]);
    let absolute = folder.path().join("p/mailer.json");
    let rows = gitlab(&folder, &["p", absolute.to_str().unwrap()]);
    for row in &rows {
        let names: Vec<_> = row.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, ["check_name", "description", "fingerprint", "location", "severity"]);
        assert!(["major", "minor", "info"].contains(&row["severity"].as_str().unwrap()), "{row}");
        assert!(row["location"]["path"].as_str().unwrap().starts_with("p/"), "{row}");
        assert!(row["location"]["lines"]["begin"].as_u64() >= Some(1), "{row}");
    }
    let mut fingerprints: Vec<_> = rows.iter().map(|row| row["fingerprint"].as_str().unwrap()).collect();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    // The file of the absolute path repeats two findings.
    assert_eq!(fingerprints.len(), rows.len() - if cfg!(unix) { 2 } else { 0 });
}

#[test]
fn a_fingerprint_stays_if_lines_move() {
    let folder = Folder::of(&[("mailer.json", MAILER)]);
    let fingerprints = || -> Vec<_> {
        gitlab(&folder, &["mailer.json"]).iter().map(|row| row["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let before = fingerprints();
    assert_eq!(before.len(), 2);
    folder.write("mailer.json", MAILER.replace("{\n    \"Version\"", "{\n\n\n\"Version\"").replace("    ", "\t"));
    assert_eq!(fingerprints(), before);
    folder.write("mailer.json", MAILER.replace("SendEmial", "SendEmal"));
    assert_eq!(fingerprints().iter().filter(|fingerprint| before.contains(fingerprint)).count(), 1);
}

#[test]
fn a_test_report_is_well_formed_and_counts_its_tests() {
    let name = if cfg!(unix) { "a\"'<&>\u{1b}.json" } else { "a'&.json" };
    let files = [
        (name, format!("[{}]", hostile())),
        ("clean.json", CLEAN.to_owned()),
        ("old.json", OLD.to_owned()),
        ("package.json", "{\"Statement\": {}}}".to_owned()),
    ];
    let folder = Folder::of(&files);
    let (_, out, _) = folder.lint(&["--format", "junit", ".", "nothing.json"]);
    let document = roxmltree::Document::parse(&out).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    let suites: Vec<_> = root.children().filter(roxmltree::Node::is_element).collect();
    assert_eq!(suites.len(), 5, "{out}");
    let mut cases = Vec::new();
    for suite in &suites {
        let count = |name: &str| suite.descendants().filter(|node| node.has_tag_name(name)).count().to_string();
        for (attribute, element) in
            [("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]
        {
            assert_eq!(suite.attribute(attribute), Some(&*count(element)), "{out}");
        }
        for case in suite.children().filter(roxmltree::Node::is_element) {
            // GitLab ignores a test with the class and the name of another one.
            cases.push((case.attribute("classname").unwrap(), case.attribute("name").unwrap()));
        }
    }
    let total = cases.len();
    cases.sort_unstable();
    cases.dedup();
    assert_eq!(cases.len(), total, "{cases:?}");
    assert!(cases.contains(&("clean.json", "no findings")), "{cases:?}");
    // A note does not fail the run, so its test does not fail, either.
    let old = suites.iter().find(|suite| suite.attribute("name") == Some("old.json")).unwrap();
    assert_eq!((old.attribute("failures"), old.attribute("skipped")), (Some("0"), Some("1")));
    let (code, out, _) = folder.lint(&["--format", "junit", "no"]);
    assert!(code == 2 && roxmltree::Document::parse(&out).is_ok(), "{out}");
}

#[test]
fn a_table_contains_only_text_and_code() {
    let name = if cfg!(unix) { "`a`|<b>@team [x](y).json" } else { "`a` @team [x](y).json" };
    let folder = Folder::of(&[(name, format!("[{}]", hostile())), ("site.json", r#"{"name": "site"}"#.to_owned())]);
    let (_, out, _) = folder.lint(&["--format", "markdown", ".", "@team #1 <b>.json"]);
    let (mut rows, mut cells, mut code) = (0, 0, Vec::new());
    for event in Parser::new_ext(&out, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::TableRow) => (rows, cells) = (rows + 1, 0),
            Event::End(TagEnd::TableCell) => cells += 1,
            Event::End(TagEnd::TableRow) => assert_eq!(cells, 4, "{out}"),
            Event::Code(text) => code.push(text.to_string()),
            Event::Text(text) => {
                assert!(!text.contains(['@', '#']) && !text.contains("://") && !text.contains("www."), "{text}");
            }
            Event::Start(
                Tag::Heading { .. }
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableCell
                | Tag::List(None)
                | Tag::Item
                | Tag::Paragraph,
            )
            | Event::End(_)
            | Event::SoftBreak => {}
            other => panic!("{other:?} in {out}"),
        }
    }
    let findings = ids(&folder.lint(&["--format", "json", "."]).1).len();
    assert!(rows >= findings && rows > HOSTILE.len(), "{out}");
    assert!(code.iter().any(|code| code.starts_with(&format!("{name}:4:16"))) || cfg!(windows), "{code:?}");
    assert!(out.contains("\n- error: `@`team `#`1 &lt;b&gt;.json: "), "{out}");
}

#[test]
fn a_report_in_markdown_fits_into_a_comment() {
    let folder = Folder::of(&[("many.json", format!("[{}]", vec![MAILER; 500].join(",")))]);
    let (_, out, _) = folder.lint(&["--format", "markdown", "many.json"]);
    assert!(
        out.len() < 65_536 && out.starts_with("### `catalog lint`: 500 errors, 500 warnings in 500 policies of 1 file")
    );
    let rows = out.lines().filter(|line| line.starts_with("| error") || line.starts_with("| warning")).count();
    assert!(out.contains(&format!("\n{} more findings do not fit into this report.\n", 1000 - rows)), "{out}");
}
