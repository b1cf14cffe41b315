//! Tests the parser with whole directories with AWS's own pages, and with damaged pages.
//!
//! The directories are not part of this repository. `CATALOG_PAGES` names their location.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic at the first error")]

use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use std::collections::BTreeSet;
use std::path::Path;
use xtask::diagnostic::{Code, Diagnostic};
use xtask::facts::known_errors::KnownErrors;
use xtask::lower::Lowered;
use xtask::model::{Action, ActionResource, Requirement, Service};
use xtask::row_totals::{RowCounts, RowTotals};
use xtask::source::{Source, Sources};
use xtask::{pipeline, read};

fn page_of(text: &str) -> (Option<Lowered>, Vec<Diagnostic>) {
    let source = Source { name: "list_x.md".into(), path: "list_x.md".into(), text: text.into() };
    let file = Sources::default().add(source.clone());
    pipeline::page(file, &source, &KnownErrors::repository())
}

/// The contents of a directory of pages: the strings, services, warnings and row counts.
struct Read {
    texts: Vec<String>,
    services: Vec<Service>,
    warnings: Vec<Code>,
    totals: RowTotals,
}

/// Reads a directory of pages, or returns `None` if it does not exist. An error fails the test.
fn reference(name: &str) -> Option<Read> {
    let Some(pages) = std::env::var_os("CATALOG_PAGES") else {
        println!("skipped: CATALOG_PAGES is not set");
        return None;
    };
    let path = Path::new(&pages).join(name);
    if !path.is_dir() {
        println!("skipped: {} does not exist", path.display());
        return None;
    }
    let mut found = Vec::new();
    let folder = read::folder(&path, name, &mut found);
    let mut read = Read { texts: Vec::new(), services: Vec::new(), warnings: Vec::new(), totals: RowTotals::default() };
    let known_errors = KnownErrors::repository();
    for &file in &folder.pages {
        let source = folder.sources.get(file).unwrap();
        let (lowered, mut all) = pipeline::page(file, source, &known_errors);
        found.append(&mut all);
        let lowered = lowered.unwrap();
        for (_, totals) in lowered.row_totals {
            read.totals += totals;
        }
        read.services.push(lowered.service);
        read.texts.push(source.text.clone());
    }
    let errors: Vec<_> = found.iter().filter(|diagnostic| diagnostic.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    read.warnings = found.iter().map(|warning| warning.code).collect();
    assert_eq!(read.totals.in_text, read.totals.read);
    Some(read)
}

impl Read {
    fn actions(&self) -> impl Iterator<Item = &Action> {
        self.services.iter().flat_map(|service| &service.actions)
    }

    fn rows(&self) -> impl Iterator<Item = &Requirement> {
        self.actions().flat_map(|action| &action.rows)
    }

    fn warned(&self, code: Code) -> usize {
        self.warnings.iter().filter(|warning| **warning == code).count()
    }

    /// Counts the lines on all pages that satisfy a condition.
    fn lines(&self, is: impl Fn(&str) -> bool) -> usize {
        self.texts.iter().flat_map(|text| text.lines()).filter(|line| is(line)).count()
    }

    /// Returns the numbers of pages, of prefixes, and of pages that leave out their actions.
    fn pages(&self) -> (usize, usize, usize) {
        let prefixes: BTreeSet<_> = self.services.iter().map(|service| &service.prefix).collect();
        let left_out = self.services.iter().filter(|service| !service.left_out.is_empty()).count();
        (self.services.len(), prefixes.len(), left_out)
    }
}

/// Checks the counts of the revision of 2018-04-25.
#[test]
fn every_row_of_2018_is_read() {
    let Some(read) = reference("2018-04") else { return };
    assert_eq!(read.pages(), (138, 136, 32));
    let permission_only = read.actions().filter(|action| action.permission_only).count();
    let without_link = read.actions().filter(|action| action.url.is_none()).count();
    assert_eq!((read.actions().count(), permission_only, without_link), (2274, 21, 148));
    let resources: Vec<_> = read.rows().flat_map(|row| &row.resource_types).collect();
    let required = resources.iter().filter(|resource| resource.required == Some(true)).count();
    assert_eq!((required, resources.len() - required), (747, 11));
    let with_keys = read.rows().filter(|row| !row.condition_keys.is_empty()).count();
    let with_dependents =
        read.rows().filter(|row| row.dependent_actions.as_ref().is_some_and(|list| !list.is_empty())).count();
    assert_eq!((with_keys, with_dependents), (32, 13));
    let RowCounts { resource_types, condition_keys, .. } = read.totals.read;
    assert_eq!((resource_types, condition_keys), (299, 176));
    // AWS lists three keys twice, and one of them is united with its second row.
    assert_eq!(read.services.iter().map(|service| service.condition_keys.len()).sum::<usize>(), 175);
    let mistakes = [Code::RepeatedName, Code::KeyWithoutService, Code::MalformedArn].map(|code| read.warned(code));
    assert_eq!(mistakes, [3, 1, 2]);
    assert!(read.actions().all(|action| action.access_levels.is_empty()));
}

/// Checks a part of the revision of September 2020. Its totals are counted here in the raw lines.
#[test]
fn every_row_of_2020_is_read() {
    let Some(read) = reference("2020-09") else { return };
    let left_out = read.lines(|line| line.starts_with("[\\[See the AWS documentation website"));
    let sentence = |text: &String| Some(text.split_once("service prefix: `")?.1.split_once('`')?.0.to_owned());
    let prefixes: BTreeSet<_> = read.texts.iter().filter_map(sentence).collect();
    assert_eq!(read.pages(), (read.texts.len(), prefixes.len(), left_out));
    let cells = |count: usize| move |line: &str| line.starts_with('|') && line.matches('|').count() == count + 1;
    let tables = |header: &'static str| move |line: &str| line.starts_with(header);
    // Every table has two more lines: the header and the line of dashes.
    let rows = read.lines(cells(6)) - 2 * read.lines(tables("| Actions |"));
    assert_eq!((read.actions().count(), read.rows().count()), (rows, rows));
    let permission_only = read.lines(|line| line.contains("\\[permission only\\]"));
    assert_eq!(read.actions().filter(|action| action.permission_only).count(), permission_only);
    let others = read.lines(cells(3))
        - 2 * read.lines(|line| line.starts_with("| Resource types |") || line.starts_with("| Condition keys |"));
    let RowCounts { resource_types, condition_keys, .. } = read.totals.read;
    assert_eq!(resource_types + condition_keys, others);
    assert!(read.rows().all(|row| row.dependent_actions.is_some()));
}

/// Checks the current pages as AWS and a mirror publish them.
#[test]
fn every_row_of_today_is_read() {
    let Some(read) = reference("current") else { return };
    // AWS capitalizes a reference to one key of EC2 Instance Connect differently from its definition.
    assert_eq!(read.warnings, [Code::SpellingDiffers]);
    let RowCounts { pages, actions, operations, scenarios, .. } = read.totals.read;
    let names = read.lines(|line| line.starts_with("- **   "));
    // Names are in the list form, except ten names in the tables of actions on two pages.
    assert_eq!((pages, actions + operations, scenarios), (7, names + 10, 0));
    assert!(read.actions().all(|action| action.description.is_some() && !action.access_levels.is_empty()));
    assert!(read.rows().all(|row| row.dependent_actions.is_none()));
    let awsconnector = &read.services[2];
    assert!(awsconnector.actions.iter().all(|action| action.permission_only) && awsconnector.left_out.is_empty());
}

/// Checks the counts of both months of 2026, and compares every fact with a reader that is independent of the parser.
#[test]
fn every_fact_of_2026_is_read() {
    for (month, expected, warnings) in [
        ("2026-09", (456, 22_091, 2334, 2578), &[Code::MalformedArn][..]),
        ("2026-10", (457, 22_321, 2348, 2595), &[Code::UndefinedConditionKey, Code::MalformedArn]),
    ] {
        let Some(read) = reference(month) else { continue };
        let RowCounts { pages, actions, resource_types, condition_keys, .. } = read.totals.read;
        assert_eq!((pages, actions, resource_types, condition_keys), expected, "{month}");
        let mut codes = read.warnings.clone();
        codes.dedup();
        assert_eq!(codes, warnings, "{month}");
        every_fact_is_read(&read);
    }
}

fn every_fact_is_read(read: &Read) {
    let RowCounts { scenarios, .. } = read.totals.read;
    assert_eq!(scenarios, read.lines(|line| line.contains("**SCENARIO: **")));
    for (text, service) in read.texts.iter().zip(&read.services) {
        let mut facts = Vec::new();
        for action in &service.actions {
            facts.push(format!("{} {}", action.name, if action.permission_only { "only" } else { "" }));
            facts.extend(action.rows.iter().map(|row| said(&row.resource_types, &row.condition_keys)));
            facts.extend(action.scenarios.iter().map(|scenario| said(&scenario.resource_types, &[])));
            let dependents: Vec<_> = action.rows.iter().filter_map(|row| row.dependent_actions.as_deref()).collect();
            if !dependents.is_empty() {
                facts.push(format!("needs {}", dependents.concat().join(" ")));
            }
        }
        facts.extend(service.condition_keys.iter().map(|key| key.name.clone()));
        let expected = scan(text);
        for (fact, expected) in facts.iter().zip(&expected) {
            assert_eq!(fact, expected, "{}", service.prefix);
        }
        assert_eq!(facts.len(), expected.len(), "{}", service.prefix);
    }
}

/// Returns the facts of a row on one line.
fn said(resource_types: &[ActionResource], keys: &[String]) -> String {
    let mark = |resource: &ActionResource| {
        format!("{}{}", resource.name, if resource.required == Some(true) { "*" } else { "" })
    };
    format!("{} / {}", resource_types.iter().map(mark).collect::<Vec<_>>().join(" "), keys.join(" "))
}

/// Returns the actions, rows and condition keys of a current page, by searching its lines.
fn scan(text: &str) -> Vec<String> {
    let links = |text: &str| -> String {
        let pieces = text.split('[').skip(1).filter_map(|piece| piece.split_once("](").map(|(name, _)| name));
        pieces.map(|name| name.replace('\\', "")).collect::<Vec<_>>().join(" ")
    };
    let name = |text: &str| {
        let linked = links(text);
        if linked.is_empty() { text.trim().replace('\\', "") } else { linked }
    };
    let mut facts = Vec::new();
    let (mut section, mut resources) = ("", String::new());
    let mut needs: Option<Vec<String>> = None;
    for line in text.lines() {
        // The rows of an action end with an empty line.
        if line.is_empty()
            && let Some(names) = needs.take()
        {
            facts.push(format!("needs {}", names.join(" ")));
        }
        let cells: Vec<&str> = line.split('|').collect();
        let only = if section.starts_with("Permission") { "only" } else { "" };
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading;
        } else if ["| Actions", "| Condition keys", "| ---"].iter().any(|start| line.starts_with(start))
            || ["API", "Resource"].iter().any(|start| section.starts_with(start))
        {
            // Skip the header of a table, and sections without names to compare.
        } else if line.starts_with('|') && section.starts_with("Condition") {
            facts.push(name(cells[1]));
        } else if line.starts_with('|') {
            facts.push(format!("{} {only}", name(cells[1])));
            facts.push(format!("{} / {}", links(cells[3]), links(cells[4])));
            if cells.len() > 7 {
                facts.push(format!("needs {}", links(cells[5])));
            }
        } else if let Some(action) = line.strip_prefix("- **   ") {
            facts.push(format!("{} {only}", name(action.trim_end_matches("  **"))));
        } else {
            if let Some((_, rest)) = line.split_once("required):**") {
                resources = links(rest.split(" / **").next().unwrap());
            }
            if let Some((_, rest)) = line.split_once("**Condition keys:**") {
                facts.push(format!("{resources} / {}", links(rest.split(" / **").next().unwrap())));
            }
            if let Some((_, rest)) = line.split_once("**Dependent actions:**") {
                let names = links(rest.split(" / **").next().unwrap());
                needs.get_or_insert_default().extend((!names.is_empty()).then_some(names));
            }
        }
    }
    facts
}

/// Generates places to damage. At each place, a piece is inserted or a character is removed.
fn harm() -> impl Strategy<Value = Vec<(prop::sample::Index, Option<&'static str>)>> {
    let pieces = [
        "|",
        "\n",
        "\n\n",
        "`",
        "[",
        "](",
        ")",
        "\\",
        "*",
        "**",
        "<a>",
        "<",
        "    ",
        "\n> ",
        "\n- ",
        "<!--",
        "\u{a0}",
        "\r",
        "\n| x |\n",
        "\n| --- |\n",
        "\n## ",
        "# ",
        "\t",
        "<br />",
        "é",
        "<table><tr>",
        "```\n",
        "\n<!--\n",
        "\n<div>\n",
        "\n```\n",
        "\n    ",
        "\n+ ",
        "\n1. ",
        "\n---\n",
        "\n> ",
        " / ",
        "**Description:** ",
        "\n- **   x  ",
        "\n  - ",
        "  ",
    ];
    prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(prop::sample::select(pieces.to_vec()))), 1..4)
}

proptest! {
    #[test]
    fn no_text_brings_the_parser_down(text in any::<String>()) {
        let (lowered, errors) = page_of(&text);
        prop_assert!(lowered.is_none() && !errors.is_empty());
    }

    /// Damages a page. It must be refused, or each of its rows must be in the model.
    #[test]
    fn no_row_is_lost_without_a_word(harm in harm(), today in any::<bool>()) {
        let (page_of_2020, page_of_today) =
            (include_str!("fixtures/golden/full/docs-src/list_examplemail.md"), include_str!("fixtures/golden/today/docs-src/list_examplemail.md"));
        let (page, rows) = if today { (page_of_today, [3, 2, 3, 2, 4, 2, 2]) } else { (page_of_2020, [7, 0, 0, 0, 7, 3, 6]) };
        let text = harmed(page, harm);
        let (lowered, found) = page_of(&text);
        if !found.iter().any(Diagnostic::is_error) {
            let Lowered { service, row_totals, .. } = lowered.unwrap();
            let [(_, totals)] = row_totals[..] else { panic!("one page") };
            prop_assert_eq!(totals.in_text, totals.read, "{}", text);
            let RowCounts { actions, operations, authorized_actions, scenarios, rows: all, resource_types, condition_keys, .. } =
                RowCounts::from(&service);
            let read = [actions, operations, authorized_actions, scenarios, all, resource_types, condition_keys];
            prop_assert_eq!(read, rows, "{}", text);
            let permission_only = service.actions.iter().filter(|action| action.permission_only).count();
            prop_assert_eq!(permission_only, if today { 1 } else { 2 }, "{}", text);
            let clients = service.operations.iter().filter(|operation| operation.sdk_client.is_some()).count();
            prop_assert_eq!(clients, usize::from(today), "{}", text);
        }
    }
}

/// Returns the page after the damage.
fn harmed(page: &str, harm: Vec<(prop::sample::Index, Option<&'static str>)>) -> String {
    let mut text = page.to_owned();
    for (place, piece) in harm {
        let place = place.index(text.len());
        let Some((at, _)) = text.char_indices().take_while(|(at, _)| *at <= place).last() else { continue };
        // Move half of the places to the beginning of their line, where damage matters most to Markdown.
        let at =
            if at % 2 == 0 { at } else { text.get(..at).and_then(|front| front.rfind('\n')).map_or(0, |end| end + 1) };
        match piece {
            Some(piece) => text.insert_str(at, piece),
            None => drop(text.remove(at)),
        }
    }
    text
}
