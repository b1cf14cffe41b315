//! How many rows a page has, counted in its bare lines.
//!
//! This knows as little as possible: neither Markdown's rules nor the rest of the parser, so that a row which these
//! lose is still counted here.

use crate::rows::Seen;
use crate::slice::Slice;
use crate::tally::Tally;

/// Which section the lines belong to, as far as counting goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Other,
    Operations,
    Actions,
    ResourceTypes,
    ConditionKeys,
}

/// Where in a table the lines are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    /// Before the line of dashes.
    None,
    /// After it, and every line is a row.
    Rows,
    /// After an empty line: what looks like a row is one that has been torn off.
    Torn,
}

/// Counts the rows in the lines of a page from byte `start` on.
pub(crate) fn seen(text: &str, start: usize) -> Seen {
    let text = Slice::new(text, start..text.len());
    let mut tally = Tally { pages: 1, ..Tally::default() };
    let mut names = Vec::new();
    let mut section = Section::Other;
    let mut table = Table::None;
    for whole in text.split('\n').flat_map(|line| line.split_at(line.raw().trim_end().len()).0.split('\r')) {
        let indent = whole.raw().len() - whole.raw().trim_start().len();
        let place = whole.trim();
        let line = place.raw();
        let before = named(tally);
        if let Some(heading) = line.trim_start_matches(['>', ' ', '-', '+']).strip_prefix("## ") {
            section = by_heading(heading);
            table = Table::None;
            continue;
        }
        if line.is_empty() {
            if table == Table::Rows {
                table = Table::Torn;
            }
        } else if line.contains('|') && line.contains('-') && line.trim_matches(['|', '-', ':', ' ']).is_empty() {
            table = Table::Rows;
        } else if line.starts_with('#') {
            table = Table::None;
        } else if table == Table::Rows || (table == Table::Torn && line.starts_with('|')) {
            table_row(section, &mut tally);
        } else {
            list_line(section, line, indent < 4, &mut tally);
        }
        if named(tally) > before {
            names.push(place.span());
        }
    }
    Seen { tally, names }
}

/// How many rows have a name of their own.
fn named(tally: Tally) -> usize {
    tally.actions + tally.operations + tally.resource_types + tally.condition_keys
}

fn by_heading(heading: &str) -> Section {
    let heading = heading.trim_start().to_ascii_lowercase();
    [
        ("api operations", Section::Operations),
        ("actions", Section::Actions),
        ("permission-only", Section::Actions),
        ("resource", Section::ResourceTypes),
        ("condition keys", Section::ConditionKeys),
    ]
    .into_iter()
    .find(|(start, _)| heading.starts_with(start))
    .map_or(Section::Other, |(_, section)| section)
}

fn table_row(section: Section, tally: &mut Tally) {
    match section {
        Section::Actions => {
            tally.actions += 1;
            tally.rows += 1;
        }
        Section::ResourceTypes => tally.resource_types += 1,
        Section::ConditionKeys => tally.condition_keys += 1,
        Section::Operations => tally.operations += 1,
        Section::Other => {}
    }
}

/// Counts what a line of a list holds. `- **   Name  **` is a name, and `**Label:** …` a field, whatever stands before.
/// An item that is indented far cannot be one of the first level, which names have.
fn list_line(section: Section, line: &str, may_name: bool, tally: &mut Tally) {
    let bare = line.trim_start_matches(['>', ' ', '\t', '-', '+']).trim_start_matches("* ");
    let is_item = bare.len() < line.len();
    let is_name = may_name && is_item && bare.starts_with("**") && bare.ends_with("**") && !bare.contains(":**");
    match section {
        Section::Actions if is_name => tally.actions += 1,
        Section::Operations if is_name => tally.operations += 1,
        // The labels say where they belong, even if the heading has been lost.
        _ => {
            let mut scenario = false;
            let mut rows = 0;
            for (colon, _) in line.match_indices(':') {
                let (label, rest) = line.split_at_checked(colon).unwrap_or_default();
                scenario |= label.ends_with("**SCENARIO");
                if rest.starts_with(":**") {
                    rows += usize::from(label.ends_with("required)"));
                    tally.authorized_actions += usize::from(label.ends_with("**IAM action"));
                }
            }
            if scenario {
                tally.scenarios += 1;
            } else {
                tally.rows += rows;
            }
        }
    }
}
