//! Builds the contents of `editions.toml` after a run: the month of the fetch, and the older months of pages that were
//! not fetched.

use crate::editions;
use crate::model::Edition;
use crate::source::FileId;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

/// The line above the editions in a file that `sync` creates.
const HEADING: &str = "# The month of the reference that the pages show. `cargo xtask sync` updates this file.\n";

/// The entries whose places are needed. Facts of other months are removed, because AWS's pages state those facts
/// themselves.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Table {
    edition: Option<Spanned<String>>,
    permission_only: Option<Spanned<String>>,
    dependent_actions: Option<Spanned<String>>,
    #[serde(default)]
    pages: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// Returns the new contents of the file. They state `month` for all pages, except for the pages in `others` with their
/// editions.
///
/// All other parts of `old`, such as comments, are kept.
#[must_use]
pub(super) fn text(old: Option<&str>, month: Edition, others: &BTreeMap<String, Edition>) -> String {
    let exceptions: BTreeMap<&str, Edition> = others
        .iter()
        .filter(|(_, edition)| **edition != month)
        .map(|(page, edition)| (page.as_str(), *edition))
        .collect();
    let edited = old.and_then(|old| edited(old, month, &exceptions));
    // If the lines of the file cannot be edited, the whole file is replaced.
    edited.filter(|text| states(text, month, &exceptions)).unwrap_or_else(|| {
        let pages = if exceptions.is_empty() { "" } else { "\n[pages]\n" };
        format!("{HEADING}edition = \"{month}\"\n{pages}{}", lines(&exceptions))
    })
}

/// Replaces, removes and adds lines of the file. Returns `None` if this fails.
fn edited(old: &str, month: Edition, exceptions: &BTreeMap<&str, Edition>) -> Option<String> {
    let table: Table = toml::from_str(old).ok()?;
    let mut missing = exceptions.clone();
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for value in [table.permission_only, table.dependent_actions].into_iter().flatten() {
        edits.push((line(old, &value.span()), String::new()));
    }
    for (page, value) in table.pages {
        match missing.remove(page.get_ref().as_str()) {
            Some(edition) => edits.push((value.span(), format!("\"{edition}\""))),
            None => edits.push((line(old, &page.span()), String::new())),
        }
    }
    match table.edition {
        Some(value) => edits.push((value.span(), format!("\"{month}\""))),
        None => edits.push((0..0, format!("edition = \"{month}\"\n"))),
    }
    let mut text = old.to_owned();
    edits.sort_by_key(|(span, _)| span.start);
    for (span, new) in edits.iter().rev() {
        text.get(span.clone())?;
        text.replace_range(span.clone(), new);
    }
    if !missing.is_empty() {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        // The file can contain only one table of this name.
        let header = text.lines().any(|line| line.trim() == "[pages]");
        let at = if header { after_header(&text)? } else { text.len() };
        text.insert_str(at, &format!("{}{}", if header { "" } else { "\n[pages]\n" }, lines(&missing)));
    }
    Some(text)
}

/// Returns the position after the line `[pages]`.
fn after_header(text: &str) -> Option<usize> {
    let mut end = 0usize;
    for line in text.split_inclusive('\n') {
        end = end.saturating_add(line.len());
        if line.trim() == "[pages]" {
            return Some(end);
        }
    }
    None
}

fn lines(exceptions: &BTreeMap<&str, Edition>) -> String {
    let lines: Vec<_> = exceptions.iter().map(|(page, edition)| format!("\"{page}\" = \"{edition}\"\n")).collect();
    lines.concat()
}

/// Returns the range of the line that contains a span, including its line ending.
fn line(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at.saturating_add(1));
    let rest = text.get(span.end..).and_then(|after| after.find('\n'));
    start..rest.map_or(text.len(), |at| span.end.saturating_add(at).saturating_add(1))
}

/// Returns true if the reader of editions reads exactly these editions from the text.
fn states(text: &str, month: Edition, exceptions: &BTreeMap<&str, Edition>) -> bool {
    let Ok(table) = toml::from_str::<Table>(text) else { return false };
    let pages: Vec<&str> = exceptions.keys().copied().collect();
    let mut found = Vec::new();
    let read = editions::parse(FileId::default(), true, text, &pages, &mut found);
    found.is_empty()
        && table.pages.len() == pages.len()
        && read.get("") == Some(month)
        && exceptions.iter().all(|(page, edition)| read.get(page) == Some(*edition))
}

#[cfg(test)]
mod tests {
    use super::{HEADING, text};
    use crate::model::Edition;
    use std::collections::BTreeMap;

    fn month(text: &str) -> Edition {
        Edition::parse(text).unwrap()
    }

    fn others(pages: &[(&str, &str)]) -> BTreeMap<String, Edition> {
        pages.iter().map(|(page, edition)| ((*page).to_owned(), month(edition))).collect()
    }

    #[test]
    fn a_new_file_states_the_month_and_the_exceptions() {
        let new = |pages| text(None, month("2026-11"), &others(pages));
        assert_eq!(new(&[]), format!("{HEADING}edition = \"2026-11\"\n"));
        let expected = format!("{HEADING}edition = \"2026-11\"\n\n[pages]\n\"list_a.md\" = \"2026-10\"\n");
        assert_eq!(new(&[("list_a.md", "2026-10"), ("list_b.md", "2026-11")]), expected);
    }

    #[test]
    fn a_file_keeps_its_comments_and_the_order_of_its_lines() {
        let old = "# Mine.\nedition = '2026-10' # all\npermission-only = \"2026-07\"\n\n[pages]\n# Old.\n\"list_z.md\" = \"2018-04\"\n\"list_gone.md\" = \"2026-01\"\n'list_b.md' = \"2026-02\"\n";
        let pages = others(&[("list_z.md", "2018-04"), ("list_b.md", "2026-03"), ("list_c.md", "2026-10")]);
        let new = "# Mine.\nedition = \"2026-11\" # all\n\n[pages]\n\"list_c.md\" = \"2026-10\"\n# Old.\n\"list_z.md\" = \"2018-04\"\n'list_b.md' = \"2026-03\"\n";
        assert_eq!(text(Some(old), month("2026-11"), &pages), new);
        assert_eq!(text(Some(new), month("2026-11"), &pages), new, "a second run changes nothing");
    }

    #[test]
    fn every_form_of_the_file_states_the_same_afterwards() {
        let pages = others(&[("list_z.md", "2018-04")]);
        for old in [
            "",
            "# Nothing.",
            "edition = '2026-11'",
            "pages = { 'list_z.md' = '2018-04', 'list_a.md' = '2018-04' }\n",
            "pages.'list_z.md' = '2018-05'\n",
            "[ pages ]\n'list_a.md' = '2018-04'\n",
            "[pages]",
            "edition = '''2026-10'''\n[pages]\nlist_a = '2026-10'\n",
            "not TOML",
        ] {
            let new = text(Some(old), month("2026-11"), &pages);
            assert!(
                super::states(&new, month("2026-11"), &BTreeMap::from([("list_z.md", month("2018-04"))])),
                "{old}\n{new}"
            );
            assert_eq!(text(Some(&new), month("2026-11"), &pages), new, "{old}");
        }
    }
}
