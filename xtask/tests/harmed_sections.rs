//! Damages the sections of pages. Each damaged page must be an error or state the same facts as before.
//!
//! The pages of the fixtures are always damaged. AWS's own pages are damaged if `CATALOG_PAGES` names their directory.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic at the first error")]

use proptest::prelude::{any, prop, prop_assert, proptest};
use std::path::Path;
use xtask::diagnostic::Diagnostic;
use xtask::facts::known_errors::KnownErrors;
use xtask::model::Service;
use xtask::pipeline;
use xtask::source::{Source, Sources};

/// A page of each layout, with everything that AWS's pages state about their sections.
const PAGES: [&str; 2] =
    [include_str!("fixtures/sections/list_examplepost.md"), include_str!("fixtures/sections/list_examplemail.md")];

/// Returns the service of a page without errors.
fn read(text: &str) -> Option<Service> {
    let source = Source { name: "list_x.md".into(), path: "list_x.md".into(), text: text.into() };
    let file = Sources::default().add(source.clone());
    let (lowered, found) = pipeline::page(file, &source, &KnownErrors::repository());
    if found.iter().any(Diagnostic::is_error) { None } else { Some(lowered.unwrap().service) }
}

/// Returns the errors of a page.
fn errors(text: &str) -> Vec<String> {
    let source = Source { name: "list_x.md".into(), path: "list_x.md".into(), text: text.into() };
    let file = Sources::default().add(source.clone());
    let found = pipeline::page(file, &source, &KnownErrors::repository()).1;
    found.into_iter().filter(Diagnostic::is_error).map(|error| error.message).collect()
}

/// The lines of a page: those before the first section, and those of each section.
struct Sections<'a> {
    preamble: Vec<&'a str>,
    sections: Vec<Vec<&'a str>>,
}

impl<'a> Sections<'a> {
    fn new(text: &'a str) -> Self {
        let (mut preamble, mut sections): (_, Vec<Vec<&str>>) = (Vec::new(), Vec::new());
        for line in text.split_inclusive('\n') {
            if line.starts_with("## ") {
                sections.push(vec![line]);
            } else {
                sections.last_mut().unwrap_or(&mut preamble).push(line);
            }
        }
        Self { preamble, sections }
    }

    /// Returns the page with other lines for one section.
    fn with(&self, nth: usize, lines: &[String]) -> String {
        let sections =
            self.sections.iter().enumerate().map(|(at, own)| if at == nth { lines.concat() } else { own.concat() });
        self.preamble.concat() + &sections.collect::<String>()
    }

    /// Returns the page without the topic that links to a section.
    fn without_topic(&self, nth: usize) -> Self {
        let words = self.sections[nth][0]
            .trim_start_matches("## ")
            .split(" by ")
            .next()
            .unwrap()
            .split(" for ")
            .next()
            .unwrap();
        let names = |line: &&&str| !(line.starts_with("+ [") && line.contains(&format!("[{words}")));
        Self { preamble: self.preamble.iter().filter(names).copied().collect(), sections: self.sections.clone() }
    }
}

/// Returns the page after each kind of damage to one section, with the name of the damage.
fn harms(page: &Sections<'_>, nth: usize) -> Vec<(String, String)> {
    let own: Vec<String> = page.sections[nth].iter().map(|line| (*line).to_owned()).collect();
    let heading = own[0].trim_end().to_owned();
    let (words, inline_anchor) = heading.split_once("<a name").unwrap_or((&heading, ""));
    let inline_anchor = if inline_anchor.is_empty() { String::new() } else { format!("<a name{inline_anchor}") };
    let has_anchor = own.get(1).is_some_and(|line| line.starts_with("<a name"));
    let after = &own[1..];
    let after_anchor = &own[if has_anchor { 2 } else { 1 }..];
    let title = words.trim_start_matches("## ");
    let next_line = if has_anchor { own[1].trim_end() } else { "" };
    let front = |front: &str, rest: &[String]| [&[front.to_owned()], rest].concat();
    let mut harmed: Vec<(&str, Vec<String>)> = vec![
        ("heading in a comment", front(&format!("<!-- {heading} -->\n"), after)),
        ("heading in a comment of several lines", front(&format!("<!--\n{heading}\n-->\n"), after)),
        ("heading and anchor in a comment", front(&format!("<!--\n{heading}\n{next_line}\n-->\n"), after_anchor)),
        ("heading deleted, anchor kept", front(&format!("{inline_anchor}\n"), after)),
        ("heading and anchor deleted", after_anchor.to_vec()),
        ("heading at another level", front(&format!("#{heading}\n"), after)),
        ("heading at the top level", front(&format!("{}\n", heading.replacen("##", "#", 1)), after)),
        ("bold heading", front(&format!("**{title}**{inline_anchor}\n"), after)),
        ("heading as text", front(&format!("{title}{inline_anchor}\n"), after)),
        ("escaped heading", front(&format!("\\{heading}\n"), after)),
        ("heading as code", front(&format!("    {heading}\n"), after)),
        ("quoted heading", front(&format!("> {heading}\n"), after)),
        ("heading in an item", front(&format!("- {heading}\n"), after)),
        ("heading at the end of the section", [after, &own[..1]].concat()),
        ("section deleted", Vec::new()),
        ("section in a comment", [&["<!--\n".to_owned()], &own[..], &["-->\n".to_owned()]].concat()),
        ("body in a comment", [&own[..1], &["<!--\n".to_owned()], after, &["-->\n".to_owned()]].concat()),
        ("comment without an end", front("<!--\n", &own)),
        ("code without an end", front("```\n", &own)),
    ];
    for other in &page.sections {
        let other = other[0].trim_end();
        if other != heading {
            harmed.push(("heading of another section", front(&format!("{other}\n"), after)));
        }
    }
    let mut texts: Vec<(String, String)> =
        harmed.iter().map(|(name, lines)| ((*name).to_owned(), page.with(nth, lines))).collect();
    let without = page.without_topic(nth);
    texts.extend(
        harmed
            .iter()
            .filter(|(_, lines)| !lines.is_empty())
            .map(|(name, lines)| (format!("{name}, topic deleted"), without.with(nth, lines))),
    );
    for to in 0..page.sections.len() {
        let mut moved = page.sections.clone();
        let section = moved.remove(nth);
        moved.insert(to, section);
        let body: String = moved.iter().map(|lines| lines.concat()).collect();
        texts.push((format!("section moved to place {to}"), page.preamble.concat() + &body));
    }
    for anchor in ["operations", "policy-keys", "permission-only-actions"] {
        let anchor = format!("<a name=\"list_x-{anchor}\"></a>\n");
        let is_own =
            own.iter().take(2).any(|line| line.contains(anchor.trim_start_matches("<a name=\"list_x").trim_end()));
        if !is_own {
            let front = [format!("## {title}\n"), anchor.clone()];
            texts.push((
                format!("anchor of another section: {anchor}"),
                page.with(nth, &[&front, after_anchor].concat()),
            ));
        }
    }
    texts
}

/// Damages a page in every way, and returns the number of damaged pages.
fn harm_all(name: &str, text: &str) -> usize {
    let Some(unharmed) = read(text) else { return 0 };
    let page = Sections::new(text);
    let mut count = 0;
    for nth in 0..page.sections.len() {
        let alone = page.without_topic(nth);
        let topic = alone.preamble.concat() + &alone.sections.concat().concat();
        assert_eq!(read(&topic).as_ref(), Some(&unharmed), "{name}: a topic deleted");
        for (harm, harmed) in harms(&page, nth) {
            count += 1;
            if harmed == text {
                continue;
            }
            // A moved section, or the anchor of another section, is an error even if all facts are unchanged.
            let is_moved = harm.starts_with("section moved") || harm.starts_with("anchor of");
            if let Some(service) = read(&harmed) {
                assert!(!is_moved && service == unharmed, "{name}: {harm}: {}\n", page.sections[nth][0]);
            }
        }
    }
    count
}

#[test]
fn no_harm_to_a_section_of_the_fixtures_is_silent() {
    for page in PAGES {
        assert!(harm_all("fixture", page) > 100);
    }
}

/// A sort of witness, which is a line that names a section, and a function that recognizes such lines.
type Witness<'a> = (&'a str, &'a dyn Fn(&str) -> bool);

/// Checks that one sort of witness is enough. On a page with only that sort, a removed heading must be an error at the
/// witness.
#[test]
fn each_sort_of_witness_suffices() {
    let page = PAGES[0];
    let unharmed = read(page).unwrap();
    let is_topic = |line: &str| line.starts_with("+ [") && line.contains("](#");
    let is_anchor = |line: &str| line.starts_with("<a name");
    let is_sentence =
        |line: &str| ["The following", "You can", "Example Post defines"].iter().any(|start| line.starts_with(start));
    let sorts: [Witness<'_>; 3] = [("topic", &is_topic), ("anchor", &is_anchor), ("sentence", &is_sentence)];
    for (sort, is_kept) in sorts {
        let is_other = |line: &&str| is_kept(line) || !sorts.iter().any(|(_, is)| is(line));
        let text: String = page.split_inclusive('\n').filter(is_other).collect();
        assert_eq!(read(&text).as_ref(), Some(&unharmed), "{sort}");
        let sections = Sections::new(&text);
        for (nth, lines) in sections.sections.iter().enumerate() {
            let rest: Vec<String> = lines[1..].iter().map(|line| (*line).to_owned()).collect();
            let harmed = sections.with(nth, &rest);
            let messages = errors(&harmed);
            assert!(
                messages.iter().any(|error| error.contains(&format!("but this {sort} names it"))),
                "{sort}: {messages:?}"
            );
        }
    }
}

/// Damages some pages of each directory in every way. Also puts each heading of permission-only actions into a comment.
#[test]
fn no_harm_to_a_section_of_the_reference_is_silent() {
    let Some(pages) = std::env::var_os("CATALOG_PAGES") else {
        return println!("skipped: CATALOG_PAGES is not set");
    };
    for (month, every) in [("2018-04", 12), ("2020-09", 12), ("2026-09", 25), ("2026-10", 25), ("current", 1)] {
        let path = Path::new(&pages).join(month);
        let mut files: Vec<_> = path.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let (mut harmed, mut commented, mut refused) = (0, 0, 0);
        for (nth, file) in files.iter().enumerate() {
            let name = file.file_name().unwrap().to_str().unwrap();
            let text = std::fs::read_to_string(file).unwrap();
            let Some(unharmed) = read(&text) else {
                refused += 1;
                continue;
            };
            // Skip the largest page, which takes as long as all others together.
            if nth % every == 0 && text.len() < 100_000 {
                harmed += harm_all(&format!("{month}/{name}"), &text);
            }
            if let Some(line) = text.lines().find(|line| line.starts_with("## Permission-only")) {
                commented += 1;
                let text = text.replacen(line, &format!("<!-- {line} -->"), 1);
                assert!(read(&text).is_none_or(|service| service == unharmed), "{month}/{name}");
            }
        }
        println!(
            "{month}: {harmed} damaged pages, {commented} headings in comments, {refused} pages with errors skipped"
        );
    }
}

proptest! {
    /// Puts a part of the page into a comment. The comment may begin and end at any line, even in different sections.
    #[test]
    fn a_comment_hides_no_fact_silently(
        page in prop::sample::select(PAGES.to_vec()),
        first in any::<prop::sample::Index>(),
        second in any::<prop::sample::Index>(),
        on_lines_of_its_own in any::<bool>(),
    ) {
        let unharmed = read(page).unwrap();
        let lines: Vec<&str> = page.split_inclusive('\n').collect();
        let (first, second) = (first.index(lines.len()), second.index(lines.len()));
        let (from, to) = (first.min(second), first.max(second));
        let (open, close) = if on_lines_of_its_own { ("<!--\n", "-->\n") } else { ("<!-- ", " -->") };
        let inner = lines[from..=to].concat();
        let text = format!("{}{open}{}{close}\n{}", lines[..from].concat(), inner.trim_end_matches('\n').to_owned() + if on_lines_of_its_own { "\n" } else { "" }, lines[to + 1..].concat());
        if let Some(service) = read(&text) {
            // The comment may hide prose of the preamble or of sections, but not rows.
            prop_assert!(service == unharmed, "{}", text);
        }
    }

    /// Removes a line of a page.
    #[test]
    fn a_line_lost_is_no_fact_changed(
        page in prop::sample::select(PAGES.to_vec()),
        line in any::<prop::sample::Index>(),
    ) {
        let unharmed = read(page).unwrap();
        let mut lines: Vec<&str> = page.split_inclusive('\n').collect();
        let at = line.index(lines.len());
        let lost = lines.remove(at);
        if let Some(service) = read(&lines.concat()) {
            // A row can be removed without a trace, but the lines around the rows cannot.
            let is_row = lost.starts_with('|') || lost.trim_start().starts_with("- **");
            prop_assert!(is_row || service == unharmed, "{lost:?}");
        }
    }
}
