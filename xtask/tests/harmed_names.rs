//! Damages the names of pages. Every damaged name must be an error at its place.
//!
//! The pages of the fixtures are always damaged. AWS's own pages are damaged if `CATALOG_PAGES` names their directory.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may panic at the first error")]

use std::collections::BTreeSet;
use std::path::Path;
use xtask::diagnostic::{Diagnostic, Place};
use xtask::facts::known_errors::KnownErrors;
use xtask::model::Service;
use xtask::pipeline;
use xtask::source::{Source, Sources, Span};

/// A page of each layout.
const PAGES: [&str; 2] =
    [include_str!("fixtures/sections/list_examplepost.md"), include_str!("fixtures/sections/list_examplemail.md")];

/// Parses a page. Returns its service if it has no errors, and the places of the errors.
fn read(text: &str) -> (Option<Service>, Vec<Span>) {
    let source = Source { name: "list_x.md".into(), path: "list_x.md".into(), text: text.into() };
    let file = Sources::default().add(source.clone());
    let (lowered, found) = pipeline::page(file, &source, &KnownErrors::repository());
    let errors = found.iter().filter(|diagnostic| diagnostic.is_error());
    let places: Vec<Span> = errors
        .filter_map(|error| match error.places.first() {
            Some((Place::Text(_, span), _)) => Some(span.clone()),
            _ => None,
        })
        .collect();
    let is_read = !found.iter().any(Diagnostic::is_error);
    (lowered.filter(|_| is_read).map(|lowered| lowered.service), places)
}

/// Returns every name of a service with more than two characters.
fn names(service: &Service) -> BTreeSet<&str> {
    let actions = service.actions.iter().map(|action| action.name.as_str());
    let types = service.resource_types.iter().map(|resource_type| resource_type.name.as_str());
    let keys = service.condition_keys.iter().map(|key| key.name.as_str());
    let operations = service.operations.iter().map(|operation| operation.name.as_str());
    actions.chain(types).chain(keys).chain(operations).filter(|name| name.len() > 2).collect()
}

/// Returns the places at which a name is the text of a link or the beginning of a list item.
fn places(text: &str, names: &BTreeSet<&str>) -> Vec<Span> {
    let mut places = Vec::new();
    for name in names {
        for (start, _) in text.match_indices(name) {
            let (front, back) = (&text[..start], &text[start + name.len()..]);
            let is_link =
                front.trim_end().ends_with('[') && back.trim_start_matches(['\\', '*', ' ']).starts_with("](");
            let is_head = front.ends_with("- **   ") && back.starts_with("  **");
            if is_link || is_head {
                places.push(start..start + name.len());
            }
        }
    }
    places
}

/// Returns a name after each kind of damage.
fn harms(name: &str) -> Vec<String> {
    let (first, rest) = name.split_at(1);
    let (front, back) = name.split_at(name.char_indices().nth(name.len() / 2).unwrap().0);
    let mut harmed = Vec::new();
    for mark in ["~~", "**", "*", "`", "_", "__", "'", "\"", "^"] {
        harmed.push(format!("{mark}{name}{mark}"));
        harmed.push(format!("{front}{mark}{back}{mark}"));
    }
    for tag in ["b", "i", "s", "code", "del", "sub"] {
        harmed.push(format!("<{tag}>{name}</{tag}>"));
    }
    let pieces = [
        "<br>",
        "<br/>",
        "<br />",
        "<wbr>",
        "<!-- -->",
        "&shy;",
        "&#8203;",
        "&amp;",
        "\u{200b}",
        "\u{200c}",
        "\u{200d}",
        "\u{200e}",
        "\u{200f}",
        "\u{ad}",
        "\u{2060}",
        "\u{feff}",
        "\u{202e}",
        "\u{2066}",
        "\u{180e}",
        "\u{e0041}",
        "\u{1b}[1m",
        "\0",
        "\t",
        "\u{a0}",
        "\u{3000}",
        "é",
        "中",
        "%20",
        "\\\\",
        "~~",
        "!",
        "?",
        "+",
        "=",
        "@",
        ";",
    ];
    harmed.extend(pieces.iter().map(|piece| format!("{front}{piece}{back}")));
    // White space at an end of a name is trimmed, but other invisible characters are not.
    harmed.extend(
        ["\u{200b}", "\u{200f}", "\u{feff}", "&nbsp;"]
            .iter()
            .flat_map(|piece| [format!("{piece}{name}"), format!("{name}{piece}")]),
    );
    harmed.push(format!("&#{};{rest}", u32::from(first.chars().next().unwrap())));
    let alike =
        [('a', 'а'), ('e', 'е'), ('o', 'о'), ('i', 'і'), ('c', 'с'), ('p', 'р'), ('A', 'А'), ('s', 'ѕ'), ('-', '‐')];
    harmed.extend(alike.iter().map(|(plain, alike)| name.replacen(*plain, &alike.to_string(), 1)));
    harmed.extend(
        name.chars()
            .next()
            .and_then(|first| char::from_u32(u32::from(first) + 0xfee0))
            .map(|wide| format!("{wide}{rest}")),
    );
    harmed.retain(|harmed| harmed != name);
    harmed
}

/// Damages the names of a page in every way, at no more than `at_most` places. Returns the number of damaged pages.
fn harm_all(page: &str, text: &str, at_most: usize) -> usize {
    let Some(service) = read(text).0 else { return 0 };
    let mut count = 0;
    let places = places(text, &names(&service));
    let every = places.len().div_ceil(at_most).max(1);
    for place in places.into_iter().step_by(every) {
        for harmed in harms(&text[place.clone()]) {
            let harmed_page = [&text[..place.start], &harmed, &text[place.end..]].concat();
            let (read, errors) = read(&harmed_page);
            assert!(read.is_none(), "{page}: {harmed:?} is read without an error");
            // The damage can break the line. So the error must be between the start of the line and the first line
            // break after the start of the name.
            let line_start = text[..place.start].rfind('\n').map_or(0, |end| end + 1);
            let line_end = place.start + harmed_page[place.start..].lines().next().map_or(0, str::len);
            let is_near = errors.iter().any(|error| error.start >= line_start && error.start <= line_end);
            assert!(is_near, "{page}: {harmed:?}: {errors:?}, expected {line_start}..{line_end}");
            count += 1;
        }
    }
    count
}

#[test]
fn no_harm_to_a_name_of_the_fixtures_is_silent() {
    for page in PAGES {
        assert!(harm_all("fixture", page, usize::MAX) > 300);
    }
}

#[test]
fn no_harm_to_an_arn_format_is_silent() {
    for page in PAGES {
        assert!(read(page).0.is_some());
        let start = page.find("| arn:").unwrap() + "| arn:".len();
        let end = start + page[start..].find(" |").unwrap();
        for piece in
            ["а", "ſ", "\u{34f}", "\u{fe0f}", "\u{ad}", "&#97;", "&shy;", "<br>", "<wbr>", "<!-- -->", "~~x~~", "`"]
        {
            for at in [start, end] {
                let harmed = [&page[..at], piece, &page[at..]].concat();
                let (read, errors) = read(&harmed);
                assert!(read.is_none(), "{piece:?} is read without an error");
                assert!(
                    errors.iter().any(|error| (at..at + piece.len()).contains(&error.start)),
                    "{piece:?}: {errors:?}"
                );
            }
        }
    }
}

#[test]
fn no_harm_to_a_name_of_the_reference_is_silent() {
    let Some(pages) = std::env::var_os("CATALOG_PAGES") else {
        return println!("skipped: CATALOG_PAGES is not set");
    };
    for month in ["2018-04", "2020-09", "2026-09", "2026-10", "current"] {
        let mut files: Vec<_> =
            Path::new(&pages).join(month).read_dir().unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        let mut count = 0;
        for file in files.iter().step_by(if files.len() < 10 { 1 } else { 20 }) {
            let text = std::fs::read_to_string(file).unwrap();
            if text.len() < 20_000 {
                count += harm_all(&file.display().to_string(), &text, 2);
            }
        }
        println!("{month}: {count} damaged names");
    }
}
