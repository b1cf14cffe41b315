//! Counts the rows of a page in its raw lines.
//!
//! The counter knows neither Markdown's rules nor the rest of the parser, so it still counts rows that the parser
//! loses.

use crate::row_totals::RowCounts;
use crate::rows::CountedRows;
use crate::slice::Slice;

/// The kind of rows in the lines of a section.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Other,
    Operations,
    Actions,
    ResourceTypes,
    ConditionKeys,
}

/// The position of a line relative to a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TableState {
    /// Before the delimiter row of a table.
    None,
    /// After the delimiter row, where every line is a row.
    Rows,
    /// After an empty line below the rows. A line that looks like a row was separated from its table.
    Torn,
}

/// Counts the rows in the lines of a page from byte `start` on.
pub(crate) fn count(text: &str, start: usize) -> CountedRows {
    let text = Slice::new(text, start..text.len());
    let mut counts = RowCounts { pages: 1, ..RowCounts::default() };
    let mut names = Vec::new();
    let mut kind = RowKind::Other;
    let mut table = TableState::None;
    for whole in text.split('\n').flat_map(|line| line.split_at(line.raw().trim_end().len()).0.split('\r')) {
        let indent = whole.raw().len() - whole.raw().trim_start().len();
        let place = whole.trim();
        let line = place.raw();
        let before = named(counts);
        if let Some(heading) = line.trim_start_matches(['>', ' ', '-', '+']).strip_prefix("## ") {
            kind = by_heading(heading);
            table = TableState::None;
            continue;
        }
        if line.is_empty() {
            if table == TableState::Rows {
                table = TableState::Torn;
            }
        } else if line.contains('|') && line.contains('-') && line.trim_matches(['|', '-', ':', ' ']).is_empty() {
            table = TableState::Rows;
        } else if line.starts_with('#') {
            table = TableState::None;
        } else if table == TableState::Rows || (table == TableState::Torn && line.starts_with('|')) {
            table_row(kind, &mut counts);
        } else {
            list_line(kind, line, indent < 4, &mut counts);
        }
        if named(counts) > before {
            names.push(place.span());
        }
    }
    CountedRows { counts, names }
}

/// Returns the number of names: actions, operations, resource types and condition keys.
fn named(counts: RowCounts) -> usize {
    counts.actions + counts.operations + counts.resource_types + counts.condition_keys
}

fn by_heading(heading: &str) -> RowKind {
    let heading = heading.trim_start().to_ascii_lowercase();
    [
        ("api operations", RowKind::Operations),
        ("actions", RowKind::Actions),
        ("permission-only", RowKind::Actions),
        ("resource", RowKind::ResourceTypes),
        ("condition keys", RowKind::ConditionKeys),
    ]
    .into_iter()
    .find(|(start, _)| heading.starts_with(start))
    .map_or(RowKind::Other, |(_, kind)| kind)
}

fn table_row(kind: RowKind, counts: &mut RowCounts) {
    match kind {
        RowKind::Actions => {
            counts.actions += 1;
            counts.rows += 1;
        }
        RowKind::ResourceTypes => counts.resource_types += 1,
        RowKind::ConditionKeys => counts.condition_keys += 1,
        RowKind::Operations => counts.operations += 1,
        RowKind::Other => {}
    }
}

/// Counts the contents of a line in a list. `- **   Name  **` is a name, and `**Label:** …` is a field, regardless of
/// the text before it. Names are on the first level, so an item with a deep indentation is not a name.
fn list_line(kind: RowKind, line: &str, may_name: bool, counts: &mut RowCounts) {
    let bare = line.trim_start_matches(['>', ' ', '\t', '-', '+']).trim_start_matches("* ");
    let is_item = bare.len() < line.len();
    let is_name = may_name && is_item && bare.starts_with("**") && bare.ends_with("**") && !bare.contains(":**");
    match kind {
        RowKind::Actions if is_name => counts.actions += 1,
        RowKind::Operations if is_name => counts.operations += 1,
        // A label identifies its section, even if the heading is lost.
        _ => {
            let mut scenario = false;
            let mut rows = 0;
            for (colon, _) in line.match_indices(':') {
                let (label, rest) = line.split_at_checked(colon).unwrap_or_default();
                scenario |= label.ends_with("**SCENARIO");
                if rest.starts_with(":**") {
                    rows += usize::from(label.ends_with("required)"));
                    counts.authorized_actions += usize::from(label.ends_with("**IAM action"));
                }
            }
            if scenario {
                counts.scenarios += 1;
            } else {
                counts.rows += rows;
            }
        }
    }
}
