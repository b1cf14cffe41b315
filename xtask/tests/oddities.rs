//! Tests the oddities in AWS's pages. Each oddity has a number, with which the names of its fixtures begin.
//!
//! A fixture has one or more pages, and `expected.json`. This file has facts by their JSON pointer into the array of
//! services, one service per page, and the codes of all warnings. No fixture has an error, not even in the forms that
//! mirrors publish.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use support::{fixtures, folders, tree};
use xtask::diagnostic::{Color, Diagnostic, render};
use xtask::facts::known_errors::KnownErrors;
use xtask::lower::Lowered;
use xtask::row_totals::RowTotals;
use xtask::source::{Source, Sources};
use xtask::{pipeline, read};

/// Returns the service of a page, and the codes of the warnings. An error fails the test.
fn page(name: &str, text: &str) -> (Lowered, Vec<String>) {
    let source = Source { name: "list_example.md".into(), path: name.into(), text: text.into() };
    let mut sources = Sources::default();
    let file = sources.add(source.clone());
    let (lowered, found) = pipeline::page(file, &source, &KnownErrors::repository());
    let errors: Vec<_> = found
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .map(|error| render(error, &sources, Color::Plain))
        .collect();
    assert!(errors.is_empty(), "{name}: {}\n{text}", errors.join("\n"));
    assert!(found.iter().all(|warning| warning.help.is_some()), "{name}: a warning without a reason");
    (lowered.unwrap(), found.iter().map(|warning| warning.code.name().to_owned()).collect())
}

/// Returns the pages of a fixture, sorted by name.
fn pages(fixture: &Path) -> Vec<String> {
    let files = tree(fixture).into_iter();
    files
        .filter(|(name, _)| Path::new(name).extension().unwrap() == "md")
        .map(|(_, text)| String::from_utf8(text).unwrap())
        .collect()
}

#[test]
fn each_gives_its_facts_and_its_warnings() {
    for (name, fixture) in folders(&fixtures("oddities")) {
        let mut services = Vec::new();
        let mut warnings = Vec::new();
        for text in pages(&fixture) {
            let (lowered, codes) = page(&name, &text);
            assert!(lowered.row_totals.iter().all(|(_, totals)| totals.in_text == totals.read), "{name}");
            services.push(serde_json::to_value(&lowered.service).unwrap());
            warnings.extend(codes);
        }
        let services = Value::Array(services);
        let expected: Value = serde_json::from_slice(&std::fs::read(fixture.join("expected.json")).unwrap()).unwrap();
        for (pointer, fact) in expected["facts"].as_object().unwrap() {
            assert_eq!(services.pointer(pointer), Some(fact), "{name}: {pointer} of {services:#}");
        }
        assert_eq!(serde_json::to_value(&warnings).unwrap(), expected["warnings"], "{name}");
    }
}

/// Checks that every oddity has a fixture. Oddity 43 is about two revisions and oddity 75 is about size, so a single page
/// cannot show them.
#[test]
fn every_number_has_a_fixture() {
    let numbers: BTreeSet<u32> =
        folders(&fixtures("oddities")).iter().filter_map(|(name, _)| name.split('-').next()?.parse().ok()).collect();
    let missing: Vec<_> = (1..=93).filter(|number| !numbers.contains(number) && ![43, 75].contains(number)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// A function that returns a page in another form with the same meaning.
type Spell<'a> = &'a dyn Fn(&str) -> String;

/// Checks the same page in the forms that mirrors publish. A form can have front matter, stripped white space,
/// collapsed empty lines, other line endings, or no newline at the end.
#[test]
fn mirrors_read_the_same() {
    let strip = |text: &str| {
        let mut lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches(' ')).collect();
        lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
        lines.join("\n") + "\n"
    };
    let spellings: [(&str, Spell<'_>); 5] = [
        ("stripped", &strip),
        ("with front matter", &|text| format!("---\nsource_url: https://example.com/x.html\n---\n{text}")),
        ("normalised", &|text| {
            format!("---\nsource_url: https://example.com/x.html\n---\n\n{}", strip(text).trim_start())
        }),
        ("with CRLF", &|text| format!("---\r\nurl: x\r\n---\r\n{}", text.replace('\n', "\r\n"))),
        ("without an end", &|text| text.trim_end().to_owned()),
    ];
    for (name, fixture) in folders(&fixtures("oddities")) {
        for text in pages(&fixture) {
            let (original, warnings) = page(&name, &text);
            for (how, spell) in &spellings {
                let (other, codes) = page(&format!("{name}, {how}"), &spell(&text));
                assert_eq!(counts(&other), counts(&original), "{name}, {how}");
                assert_eq!((other.service, codes), (original.service.clone(), warnings.clone()), "{name}, {how}");
            }
        }
    }
}

/// Returns the row counts of a page.
fn counts(lowered: &Lowered) -> RowTotals {
    lowered.row_totals.iter().fold(RowTotals::default(), |mut sum, (_, totals)| {
        sum += *totals;
        sum
    })
}

#[test]
fn a_byte_order_mark_makes_no_difference() {
    let folder = tempfile::tempdir().unwrap();
    let text = pages(&fixtures("oddities/49-folded-first-row")).remove(0);
    std::fs::write(folder.path().join("list_example.md"), format!("\u{feff}---\nx: y\n---\n{text}")).unwrap();
    let mut found: Vec<Diagnostic> = Vec::new();
    let read = read::folder(folder.path(), "pages", &mut found);
    let source = read.sources.get(read.pages[0]).unwrap();
    assert_eq!(page("with a mark", &source.text).0.service, page("without", &text).0.service);
}

/// Checks oddity 75: a page of one megabyte is read with all its rows.
#[test]
fn a_very_large_page_is_read_whole() {
    let small = pages(&fixtures("oddities/49-folded-first-row")).remove(0);
    let (before, rest) = small.split_once("- **   ").unwrap();
    let (action, after) = rest.split_once("## Resource types").unwrap();
    let count = 1_000_000 / action.len();
    let mut large = before.to_owned();
    for nth in 0..count {
        write!(large, "- **   {}", action.replacen("[Run]", &format!("[Run{nth}]"), 1)).unwrap();
    }
    write!(large, "## Resource types{after}").unwrap();
    let (lowered, _) = page("a megabyte", &large);
    assert_eq!((lowered.service.actions.len(), counts(&lowered).read.rows), (count, 3 * count));
}
